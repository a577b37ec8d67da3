import Raster

// Convolution with filters of 3 × 3 by Winograd's method: a tile of 4 × 4 outputs is 36 products a pair of channels, where
// the sums themselves are 144.
//
// The picture is cut into strips of 64 tiles. A strip's inputs are transformed, multiplied with the transformed filters, one
// matrix product for each of the 36 points (the loop of `DirectConvolution`, with one tap), and transformed back. A point's
// values of a strip fit the second cache; all of them do up to some 64 channels, beyond that they and the filters, which are
// read once a strip, come from the third: 4 bytes for every 128 operations. What is left of a speed of four are the
// transforms and those bytes.
//
// Every output is summed in the order of the channels, by one thread, in a tile that depends on its place alone: results
// depend neither on threads nor on strips. They are less exact than sums (`winograd.inc`), and a value that is not finite
// spoils its tile.

/// One convolution's plan.
struct WinogradConvolution: Sendable {
  static let tile = ConvolutionKernels.tile
  static let points = ConvolutionKernels.points * ConvolutionKernels.points
  /// Tiles in a strip.
  private static let stripTiles = 64

  let shape: ConvolutionShape
  let work: Work
  let kernels: ConvolutionKernels

  init(
    _ shape: ConvolutionShape, work: Work,
    kernels: ConvolutionKernels = .fastest
  ) {
    self.shape = shape
    self.work = work
    self.kernels = kernels
  }

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
  /// Floats of the transformed filters for a point: a cache line more than there are, for planes that are powers of two
  /// apart share the caches' sets.
  private var filterPlane: Int { blocks * block * shape.c + 16 }

  /// output = activation(filters ∗ input + bias).
  ///
  /// - Parameters:
  ///   - bias: `[outputs]`; nil is zeros.
  ///   - slope: of negative results: 1 does nothing, 0 is ReLU.
  func run(
    _ input: UnsafePointer<Float>, _ filters: FilterBank, bias: UnsafePointer<Float>?,
    slope: Float, into output: UnsafeMutablePointer<Float>
  ) {
    let filters = transformed(filters)
    let across = (shape.outputW + Self.tile - 1) / Self.tile
    let down = (shape.outputH + Self.tile - 1) / Self.tile
    let strip = Strip(shape, across: across, down: down, threads: work.threads, lanes: lanes)
    let columns = (across + strip.across - 1) / strip.across
    let rows = (down + strip.down - 1) / strip.down
    nonisolated(unsafe) let input = input
    nonisolated(unsafe) let bias = bias
    nonisolated(unsafe) let output = output
    work.forEachTile(of: shape.n * rows * columns) { unit in
      let image = unit / (rows * columns)
      let x = unit % columns * strip.across
      let y = unit / columns % rows * strip.down
      let place = Place(
        x: x * Self.tile, y: y * Self.tile, across: min(strip.across, across - x),
        down: min(strip.down, down - y))
      let values = Storage(count: strip.values(shape.c))
      transform(input + image * shape.c * shape.h * shape.w, at: place, strip, into: values.pointer)
      let products = Storage(count: strip.values(blocks * block))
      multiply(values.pointer, filters.pointer, at: place, strip, into: products.pointer)
      transformBack(
        products.pointer, at: place, strip, bias: bias, slope: slope,
        into: output + image * shape.o * shape.outputH * shape.outputW)
    }
  }

  /// The outputs of a strip: where they begin, in pixels, and how many tiles there are.
  private struct Place {
    let x, y, across, down: Int
  }

  /// How a strip lies in scratch memory.
  private struct Strip {
    /// Tiles, at most.
    let across, down: Int
    let picture: PaddedTile
    /// Floats from a channel to the next.
    let pitch: Int
    private let lanes: Int

    init(_ shape: ConvolutionShape, across: Int, down: Int, threads: Int, lanes: Int) {
      let tile = WinogradConvolution.tile
      self.across = min(across, WinogradConvolution.stripTiles)
      let height = min(down, max(1, WinogradConvolution.stripTiles / self.across))
      // As many strips as threads, where there are so many rows.
      let others = shape.n * ((across + self.across - 1) / self.across)
      let strips = max((down + height - 1) / height, min(down, (threads + others - 1) / others))
      self.down = (down + strips - 1) / strips
      self.lanes = lanes
      pitch = (self.across * self.down + lanes - 1) / lanes * lanes
      picture = PaddedTile(
        shape, height: self.down * tile, width: self.across * tile,
        slack: (tile + 1) * lanes)
    }

    /// Floats from a point's values to the next point's: not a multiple of the caches' sets.
    func plane(_ channels: Int) -> Int { channels * pitch + 2 * lanes }
    func values(_ channels: Int) -> Int { WinogradConvolution.points * plane(channels) }
  }

  private func transform(
    _ input: UnsafePointer<Float>, at place: Place, _ strip: Strip,
    into values: UnsafeMutablePointer<Float>
  ) {
    let picture = Storage(count: strip.picture.count)
    strip.picture.fill(picture.pointer, from: input, x: place.x, y: place.y)
    for channel in 0..<shape.c {
      for row in 0..<place.down {
        kernels.winogradInput(
          picture.pointer + channel * strip.picture.plane + row * Self.tile * strip.picture.pitch,
          strip.picture.pitch, place.across,
          values + channel * strip.pitch + row * place.across, strip.plane(shape.c))
      }
    }
  }

  private func multiply(
    _ values: UnsafePointer<Float>, _ filters: UnsafePointer<Float>, at place: Place,
    _ strip: Strip, into products: UnsafeMutablePointer<Float>
  ) {
    let tiles = place.across * place.down
    let columns = kernels.columns
    let channels = (0..<shape.c).map { $0 * strip.pitch }
    let zeros = [Float](repeating: 0, count: block)
    for point in 0..<Self.points {
      let values = values + point * strip.plane(shape.c)
      let products = products + point * strip.plane(blocks * block)
      for column in stride(from: 0, to: tiles, by: columns) {
        for index in 0..<blocks {
          kernels.forward(
            values + column, 0, channels, shape.c, 1,
            filters + point * filterPlane + index * block * shape.c, zeros, 1,
            products + index * block * strip.pitch + column, strip.pitch, block,
            min(columns, tiles - column))
        }
      }
    }
  }

  private func transformBack(
    _ products: UnsafePointer<Float>, at place: Place, _ strip: Strip,
    bias: UnsafePointer<Float>?, slope: Float, into output: UnsafeMutablePointer<Float>
  ) {
    for o in 0..<shape.o {
      for row in 0..<place.down {
        let y = place.y + row * Self.tile
        kernels.winogradOutput(
          products + o * strip.pitch + row * place.across, strip.plane(blocks * block),
          place.across, bias?[o] ?? 0, slope,
          output + (o * shape.outputH + y) * shape.outputW + place.x, shape.outputW,
          min(Self.tile, shape.outputH - y),
          min(place.across * Self.tile, shape.outputW - place.x))
      }
    }
  }

  /// The filters at each point: `[points][blocks][channels][block]`.
  private func transformed(_ filters: FilterBank) -> Storage {
    let transformed = Storage(count: Self.points * filterPlane)
    work.forEachBand(of: blocks, smallest: 1) { numbers in
      for number in numbers {
        kernels.winogradWeights(
          filters.first + number * block * filters.output, filters.output, filters.channel,
          filters.row, filters.column, min(block, shape.o - number * block), shape.c,
          transformed.pointer + number * block * shape.c, filterPlane)
      }
    }
    return transformed
  }
}
