import Raster

// Convolution with filters of 3 × 3 by Winograd's method: a tile of 4 × 4 outputs is 36 products a pair of channels, where
// the sums themselves are 144; one of 6 × 6 is 64 for 324, but fills vectors and the last row and column less well.
//
// Rows of tiles, those of all images in one list, are cut into strips (`WinogradStrips`). A strip's inputs are transformed,
// multiplied with the transformed filters of 32 outputs at a time, one matrix product for each point (the loop of
// `DirectConvolution`, with one tap), and transformed back. A point's values of a strip fit the first or second cache, and so
// do the products of 32 outputs; the filters are read once a strip, from the third or from memory: 4 bytes for every 32 to
// 160 operations. What is left of a speed of four or five are the transforms and those bytes.
//
// Every output is summed in the order of the channels, by one thread, in a tile that depends on its place alone: results
// depend neither on threads nor on strips. They are less exact than sums (`winograd.inc`), and a value that is not finite
// spoils its tile.

/// One convolution's plan.
struct WinogradConvolution: Sendable {
  /// Blocks of outputs that are transformed back together.
  private static let blocksTogether = 4

  let shape: ConvolutionShape
  let work: Work
  let kernels: ConvolutionKernels
  /// Of the forward pass.
  private let tiles: ConvolutionKernels.Winograd

  /// - Parameter tile: outputs a side in the forward pass, 4 or 6; what is faster unless told.
  init(
    _ shape: ConvolutionShape, work: Work, kernels: ConvolutionKernels = .fastest, tile: Int? = nil
  ) {
    self.shape = shape
    self.work = work
    self.kernels = kernels
    let tile = tile ?? Self.bestTile(shape, lanes: kernels.lanes)
    tiles = kernels.winograd.first { $0.tile == tile }!
  }

  /// Outputs a side of the tiles that take fewer products; the smaller ones, which are more exact, where it is about the same.
  private static func bestTile(_ shape: ConvolutionShape, lanes: Int) -> Int {
    let small = 36 * WinogradStrips.places(shape, tile: 4, lanes: lanes)
    let large = 64 * WinogradStrips.places(shape, tile: 6, lanes: lanes)
    return 10 * large <= 9 * small ? 6 : 4
  }

  private var points: Int { tiles.points * tiles.points }

  /// Whether a convolution can be done this way.
  static func fits(_ shape: ConvolutionShape) -> Bool {
    shape.kernelH == 3 && shape.kernelW == 3 && shape.steps.stride == 1
      && shape.steps.dilation == 1 && shape.steps.groups == 1
  }

  /// Whether it is faster so: with fewer channels the transforms are most of the work, and with fewer pixels those of the
  /// filters.
  static func pays(_ shape: ConvolutionShape) -> Bool {
    fits(shape) && min(shape.c, shape.o) >= 32 && min(shape.outputH, shape.outputW) >= 8
      && shape.n * shape.outputH * shape.outputW >= 128
  }

  var block: Int { kernels.outputs }
  var blocks: Int { (shape.o + block - 1) / block }
  private var lanes: Int { kernels.lanes }

  /// The place of the transformed filters of a block's first point, and floats from a point's to the next's.
  ///
  /// Blocks that are transformed back together lie together, `[points][blocks][channels][block]`, so that they are read from
  /// the first to the last. A point has a cache line more than it needs: planes that are powers of two apart share the
  /// caches' sets.
  private func filters(ofBlock index: Int) -> (first: Int, plane: Int) {
    let bundle = index / Self.blocksTogether
    let together = min(Self.blocksTogether, blocks - bundle * Self.blocksTogether)
    let whole = Self.blocksTogether * block * shape.c + 16
    return (
      bundle * points * whole + index % Self.blocksTogether * block * shape.c,
      together * block * shape.c + 16
    )
  }

  /// output = activation(filters ∗ input + bias) + added.
  ///
  /// - Parameters:
  ///   - filters: by `transformed`.
  ///   - bias: `[outputs]`; nil is zeros.
  ///   - slope: of negative results: 1 does nothing, 0 is ReLU.
  ///   - added: of the output's shape; nil is zeros.
  func run(
    _ input: UnsafePointer<Float>, transformed filters: Storage, bias: UnsafePointer<Float>?,
    slope: Float, adding added: UnsafePointer<Float>? = nil,
    into output: UnsafeMutablePointer<Float>
  ) {
    let strips = WinogradStrips(shape, tile: tiles.tile, threads: work.threads, lanes: lanes)
    // Threads that have no strip of their own share the channels of another's.
    let within = Work(
      threads: (work.threads + strips.count - 1) / strips.count,
      isCancelled: { work.isCancelled })
    // So many groups that all threads have as many.
    let least = (blocks + Self.blocksTogether - 1) / Self.blocksTogether
    let groups = min(blocks, (least + within.threads - 1) / within.threads * within.threads)
    nonisolated(unsafe) let input = input
    nonisolated(unsafe) let bias = bias
    nonisolated(unsafe) let added = added
    nonisolated(unsafe) let output = output
    work.forEachTile(of: strips.count) { number in
      strips.withStrip(number) { strip, count in
        nonisolated(unsafe) let strip = strip
        let pitch = strips.places
        let values = Storage(count: points * plane(shape.c, pitch))
        let bands = (shape.c + 15) / 16
        within.forEachTile(of: bands) { band in
          let channels = shape.c * band / bands..<shape.c * (band + 1) / bands
          let scratch = Storage(
            count: tiles.points * (tiles.points * pitch + lanes))
          for channel in channels {
            tiles.input(
              input + channel * shape.h * shape.w, strip, scratch.pointer,
              values.pointer + channel * pitch, plane(shape.c, pitch))
          }
        }
        within.forEachTile(of: groups) { group in
          let ours = blocks * group / groups..<blocks * (group + 1) / groups
          let products = Storage(count: points * plane(ours.count * block, pitch))
          multiply(
            values.pointer, filters.pointer, blocks: ours,
            tiles: count, pitch: pitch,
            into: products.pointer)
          let scratch = Storage(count: tiles.tile * tiles.tile * pitch)
          for o in ours.lowerBound * block..<min(shape.o, ours.upperBound * block) {
            tiles.output(
              products.pointer + (o - ours.lowerBound * block) * pitch,
              plane(ours.count * block, pitch), strip, bias?[o] ?? 0, slope,
              added.map { $0 + o * shape.outputH * shape.outputW }, scratch.pointer,
              output + o * shape.outputH * shape.outputW)
          }
        }
      }
    }
  }

  /// Floats from a point's values of a strip to the next point's: not a multiple of the caches' sets.
  private func plane(_ channels: Int, _ pitch: Int) -> Int { channels * pitch + 2 * lanes }

  private func multiply(
    _ values: UnsafePointer<Float>, _ filters: UnsafePointer<Float>, blocks ours: Range<Int>,
    tiles: Int, pitch: Int, into products: UnsafeMutablePointer<Float>
  ) {
    let columns = kernels.columns
    let whole = (tiles + lanes - 1) / lanes * lanes
    let channels = (0..<shape.c).map { $0 * pitch }
    let zeros = [Float](repeating: 0, count: block)
    let places = ours.map { self.filters(ofBlock: $0) }
    for point in 0..<points {
      let values = values + point * plane(shape.c, pitch)
      let products = products + point * plane(ours.count * block, pitch)
      for column in stride(from: 0, to: tiles, by: columns) {
        for index in ours {
          kernels.forward(
            values + column, 0, channels, shape.c, 1,
            filters + places[index - ours.lowerBound].first
              + point * places[index - ours.lowerBound].plane, zeros, 1,
            products + (index - ours.lowerBound) * block * pitch + column, pitch, block,
            min(columns, whole - column))
        }
      }
    }
  }

  /// The numbers that the layout of transformed filters depends on.
  var layout: [Int] { [tiles.tile, shape.o, shape.c] }

  /// The filters at each point: where `filters(ofBlock:)` says.
  func transformed(_ filters: FilterBank) -> Storage {
    let last = self.filters(ofBlock: blocks - 1)
    let transformed = Storage(count: last.first + points * last.plane)
    work.forEachShare(of: blocks, smallest: 1) { numbers in
      for number in numbers {
        let place = self.filters(ofBlock: number)
        tiles.weights(
          filters.first + number * block * filters.output, filters.output, filters.channel,
          filters.row, filters.column, min(block, shape.o - number * block), shape.c,
          transformed.pointer + place.first, place.plane)
      }
    }
    return transformed
  }
}
