/// The division of a Winograd convolution's tiles into pieces of work: some rows of tiles each, of one image or of several,
/// so that vectors of tiles are full where images are small.
struct WinogradStrips: Sendable {
  private let shape: ConvolutionShape
  /// Outputs a side of a tile.
  private let tile: Int
  /// Tiles in a row of a strip, and rows in all images.
  private let across, rows: Int
  /// Strips beside each other, and one after the other.
  private let columns, parts: Int
  /// Tiles to a whole vector, of the largest strip.
  let places: Int

  /// - Parameter tile: outputs a side.
  init(_ shape: ConvolutionShape, tile: Int, threads: Int, lanes: Int) {
    self.shape = shape
    self.tile = tile
    let most = Self.tiles(ofSide: tile)
    let whole = (shape.outputW + tile - 1) / tile
    let across = min(whole, most)
    self.across = across
    columns = (whole + across - 1) / across
    let rows = shape.n * ((shape.outputH + tile - 1) / tile)
    // Rows that fill their vectors best, of those the most.
    let height = (1...most / across).max {
      (Self.share(full: $0 * across, lanes), $0) < (Self.share(full: $1 * across, lanes), $1)
    }!
    var parts = (rows + height - 1) / height
    // As many for each thread, where there are few.
    if columns == 1 && parts > threads / 2 && parts < 4 * threads {
      parts = min(rows, (parts + threads - 1) / threads * threads)
    }
    self.rows = rows
    self.parts = parts
    places = ((rows + parts - 1) / parts * across + lanes - 1) / lanes * lanes
  }

  /// Tiles in a strip, at most: whole vectors of every instruction set, whose values at the points take 11 KiB a channel.
  private static func tiles(ofSide side: Int) -> Int { side == 4 ? 80 : 48 }

  /// Tiles of all images, to a whole vector.
  static func places(_ shape: ConvolutionShape, tile: Int, lanes: Int) -> Int {
    let tiles =
      shape.n * ((shape.outputH + tile - 1) / tile) * ((shape.outputW + tile - 1) / tile)
    return (tiles + lanes - 1) / lanes * lanes
  }

  /// Of the lanes of so many tiles' vectors, those that hold one, in thousandths.
  private static func share(full tiles: Int, _ lanes: Int) -> Int {
    1000 * tiles / ((tiles + lanes - 1) / lanes * lanes)
  }

  var count: Int { columns * parts }

  /// Calls `body` with a strip and how many tiles it has.
  func withStrip(
    _ number: Int, _ body: (UnsafePointer<ConvolutionKernels.Strip>, _ tiles: Int) -> Void
  ) {
    let points = tile + 2
    let down = (shape.outputH + tile - 1) / tile
    let part = number / columns
    let ours = rows * part / parts..<rows * (part + 1) / parts
    let x = number % columns * across * tile
    let width = min(across * tile, shape.outputW - x)
    let tiles = (width + tile - 1) / tile
    let first = x - shape.steps.padding.left
    let start = max(0, first)
    // Inputs, outputs, heights.
    var places = [Int](repeating: -1, count: ours.count * (points + 2))
    for (index, row) in ours.enumerated() {
      let image = row / down
      let y = row % down * tile
      for point in 0..<points {
        let inputRow = y - shape.steps.padding.top + point
        if inputRow >= 0 && inputRow < shape.h && start < shape.w {
          places[index * points + point] =
            (image * shape.c * shape.h + inputRow) * shape.w + start
        }
      }
      places[ours.count * points + index] =
        (image * shape.o * shape.outputH + y) * shape.outputW + x
      places[ours.count * (points + 1) + index] = min(tile, shape.outputH - y)
    }
    var ends = [Int32](repeating: 0, count: self.places)
    for row in ours.indices { ends[(row - ours.lowerBound + 1) * tiles - 1] = -1 }
    places.withUnsafeBufferPointer { places in
      let places = places.baseAddress!
      ends.withUnsafeBufferPointer { ends in
        let strip = ConvolutionKernels.strip(
          across: tiles, down: ours.count, inputs: places, outputs: places + ours.count * points,
          heights: places + ours.count * (points + 1),
          columns: (start - first, max(0, min(shape.w - start, tiles * tile + 2)), width),
          outputPitch: shape.outputW, ends: ends.baseAddress!)
        withUnsafePointer(to: strip) { body($0, ours.count * tiles) }
      }
    }
  }
}
