import CConvolution

/// The inner loops of one instruction set: see CConvolution.h for what each does.
struct ConvolutionKernels: Sendable {
  /// Floats in a vector.
  let lanes: Int
  /// Output channels that one call computes.
  let outputs: Int
  /// Output columns that one call of `forward` computes at most.
  let columns: Int
  /// Columns of the weight matrix that one call of `weights` computes.
  let pairs: Int

  /// Rows of Winograd's tiles.
  typealias Strip = cconvolution_strip

  typealias Forward =
    @convention(c) (
      _ input: UnsafePointer<Float>?, _ plane: Int, _ taps: UnsafePointer<Int>?, _ tapCount: Int,
      _ channels: Int, _ weights: UnsafePointer<Float>?, _ bias: UnsafePointer<Float>?,
      _ slope: Float, _ output: UnsafeMutablePointer<Float>?, _ outputPlane: Int, _ kept: Int,
      _ width: Int
    ) -> Void
  typealias Weights =
    @convention(c) (
      _ gradient: UnsafePointer<Float>?, _ gradientPlane: Int, _ gradientRow: Int,
      _ input: UnsafePointer<Float>?, _ offsets: UnsafePointer<Int>?, _ inputRow: Int,
      _ height: Int, _ width: Int, _ sums: UnsafeMutablePointer<Float>?
    ) -> Void
  typealias EverySecond =
    @convention(c) (
      _ from: UnsafePointer<Float>?, _ count: Int, _ to: UnsafeMutablePointer<Float>?
    ) -> Void
  typealias ByTurns =
    @convention(c) (
      _ even: UnsafePointer<Float>?, _ odd: UnsafePointer<Float>?, _ count: Int,
      _ to: UnsafeMutablePointer<Float>?
    ) -> Void
  typealias RowSum = @convention(c) (_ x: UnsafePointer<Float>?, _ count: Int) -> Float
  typealias RowSquares =
    @convention(c) (_ x: UnsafePointer<Float>?, _ mean: Float, _ count: Int) -> Float
  typealias RowProducts =
    @convention(c) (
      _ x: UnsafePointer<Float>?, _ y: UnsafePointer<Float>?, _ mean: Float, _ count: Int
    ) -> Float
  typealias RowScaled =
    @convention(c) (
      _ x: UnsafePointer<Float>?, _ mean: Float, _ factor: Float, _ shift: Float, _ count: Int,
      _ to: UnsafeMutablePointer<Float>?
    ) -> Void
  typealias RowSlanted =
    @convention(c) (
      _ g: UnsafePointer<Float>?, _ factor: Float, _ x: UnsafePointer<Float>?, _ mean: Float,
      _ bend: Float, _ level: Float, _ count: Int, _ to: UnsafeMutablePointer<Float>?
    ) -> Void
  typealias WinogradInput =
    @convention(c) (
      _ picture: UnsafePointer<Float>?, _ strip: UnsafePointer<Strip>?,
      _ scratch: UnsafeMutablePointer<Float>?, _ output: UnsafeMutablePointer<Float>?, _ plane: Int
    ) -> Void
  typealias WinogradOutput =
    @convention(c) (
      _ input: UnsafePointer<Float>?, _ plane: Int, _ strip: UnsafePointer<Strip>?,
      _ bias: Float, _ slope: Float, _ added: UnsafePointer<Float>?,
      _ scratch: UnsafeMutablePointer<Float>?, _ output: UnsafeMutablePointer<Float>?
    ) -> Void
  typealias WinogradWeights =
    @convention(c) (
      _ weight: UnsafePointer<Float>?, _ output: Int, _ channel: Int, _ row: Int, _ column: Int,
      _ kept: Int, _ channels: Int, _ to: UnsafeMutablePointer<Float>?, _ plane: Int
    ) -> Void
  typealias ChannelsInside =
    @convention(c) (
      _ from: UnsafePointer<Float>?, _ plane: Int, _ channels: Int, _ width: Int,
      _ to: UnsafeMutablePointer<Float>?, _ pitch: Int
    ) -> Void
  typealias GradientPoints =
    @convention(c) (
      _ from: UnsafePointer<Float>?, _ row: Int, _ pitch: Int, _ channels: Int, _ tiles: Int,
      _ output: UnsafeMutablePointer<Float>?, _ plane: Int
    ) -> Void
  typealias GradientProducts =
    @convention(c) (
      _ slopes: UnsafePointer<Float>?, _ slopePitch: Int, _ outputs: Int,
      _ values: UnsafePointer<Float>?, _ valuePitch: Int, _ channels: Int, _ tiles: Int,
      _ sums: UnsafeMutablePointer<Float>?, _ pitch: Int, _ keep: Int
    ) -> Void
  typealias GradientTaps =
    @convention(c) (
      _ sums: UnsafePointer<Float>?, _ plane: Int, _ parts: Int, _ channels: Int,
      _ weight: UnsafeMutablePointer<Float>?
    ) -> Void

  let forward: Forward
  let weights: Weights
  let everySecond: EverySecond
  let byTurns: ByTurns
  let sum: RowSum
  let squares: RowSquares
  let products: RowProducts
  let scaled: RowScaled
  let slanted: RowSlanted
  /// With tiles of 4 × 4 and of 6 × 6.
  let winograd: [Winograd]
  let channelsInside: ChannelsInside
  let gradientInput: GradientPoints
  let gradientOutput: GradientPoints
  let gradientProducts: GradientProducts
  let gradientTaps: GradientTaps

  /// Winograd's method with one size of tiles.
  struct Winograd: Sendable {
    /// Outputs a side.
    let tile: Int
    let input: WinogradInput
    let output: WinogradOutput
    let weights: WinogradWeights

    /// Points a side, at which a tile's values are known; and inputs.
    var points: Int { tile + 2 }
  }

  /// Tiles of the weights' gradient have so many outputs a side, and are known by their values at so many points.
  static let tile = Int(CCONVOLUTION_TILE)
  static let points = Int(CCONVOLUTION_POINTS)

  /// The fastest that this machine can run.
  static let fastest = ConvolutionKernels(cconvolution_fastest().pointee)

  /// The names of those that this machine can run.
  static let names = (["avx512", "avx2", "portable"] as [String]).filter {
    cconvolution_named($0) != nil
  }

  /// - Parameters:
  ///   - inputs: `[down][points]`, and `outputs` and `heights`, `[down]`: where a row's inputs begin, where its outputs, and
  ///     how many rows of these there are.
  ///   - columns: of padding before the inputs, of inputs, of outputs.
  static func strip(
    across: Int, down: Int, inputs: UnsafePointer<Int>, outputs: UnsafePointer<Int>,
    heights: UnsafePointer<Int>, columns: (before: Int, inside: Int, written: Int),
    outputPitch: Int, ends: UnsafePointer<Int32>
  ) -> Strip {
    Strip(
      across: across, down: down, inputs: inputs, before: columns.before, width: columns.inside,
      outputs: outputs, heights: heights, outputPitch: outputPitch, outputWidth: columns.written,
      ends: ends)
  }

  /// - Parameter name: one of `names`.
  init?(named name: String) {
    guard let kernels = cconvolution_named(name) else { return nil }
    self.init(kernels.pointee)
  }

  private init(_ kernels: cconvolution_kernels) {
    lanes = kernels.lanes
    outputs = kernels.outputs
    columns = kernels.columns
    pairs = kernels.pairs
    // Every instruction set has all of them.
    forward = kernels.forward!
    weights = kernels.weights!
    everySecond = kernels.every_second!
    byTurns = kernels.by_turns!
    sum = kernels.sum!
    squares = kernels.squares!
    products = kernels.products!
    scaled = kernels.scaled!
    slanted = kernels.slanted!
    winograd = [kernels.winograd.0, kernels.winograd.1].map {
      Winograd(tile: $0.tile, input: $0.input!, output: $0.output!, weights: $0.weights!)
    }
    channelsInside = kernels.channels_inside!
    gradientInput = kernels.gradient_input!
    gradientOutput = kernels.gradient_output!
    gradientProducts = kernels.gradient_products!
    gradientTaps = kernels.gradient_taps!
  }
}
