internal import Raster

/// What is seen at each place of a picture, on a grid coarser than its pixels.
struct Features: Sendable, Equatable {
  /// Columns and rows of the grid; at least 1.
  let width: Int
  let height: Int
  /// The side of a cell of the grid in pixels: cell `(i, j)` has its middle at pixel `((i + ½) · cell − ½, …)`.
  let cell: Double
  /// How many values each cell has.
  let channels: Int
  /// `[height, width, channels]`.
  let values: [Float]

  init(width: Int, height: Int, cell: Double, channels: Int, values: [Float]) {
    precondition(
      values.count == width * height * channels,
      "\(values.count) values for \(width)×\(height)×\(channels)")
    self.width = width
    self.height = height
    self.cell = cell
    self.channels = channels
    self.values = values
  }
}

extension Features: Storable {
  init(_ known: Features?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    width = try bytes.pass(known, \.width)
    height = try bytes.pass(known, \.height)
    cell = try bytes.pass(known, \.cell)
    channels = try bytes.pass(known, \.channels)
    values = try bytes.pass(value: known?.values.map(\.bitPattern)).map(Float.init(bitPattern:))
    guard width >= 1, height >= 1, channels >= 1, values.count == width * height * channels else {
      throw BrokenBytes()
    }
  }
}
