import Raster

/// The part of a picture that the matcher looks at, cut into square cells: the figure and some ground
/// around it, at bounded resolution, so that what follows costs the same for a sketch and for a page
/// at 600 dpi.
struct MatchingFrame: Sendable, Hashable {
  /// The figure's long side in cells, where the picture has that many pixels.
  static let figureSide = 400.0
  /// The ground that is kept around the figure, in its long sides.
  static let margin = 0.25

  /// The left upper corner in pixels.
  let x: Int
  let y: Int
  /// The side of a cell in pixels; at least 1.
  let cell: Double
  /// Columns and rows of cells; at least 1.
  let width: Int
  let height: Int

  /// - Parameter figure: the figure's box in pixels, inside of the picture.
  init(figure: Box, pictureWidth: Int, pictureHeight: Int) {
    let long = max(figure.width, figure.height)
    let around = Int(Double(long) * Self.margin)
    x = max(0, figure.x - around)
    y = max(0, figure.y - around)
    let right = min(pictureWidth, figure.maxX + around)
    let bottom = min(pictureHeight, figure.maxY + around)
    cell = max(1, Double(long) / Self.figureSide)
    width = max(1, Int((Double(right - x) / cell).rounded(.up)))
    height = max(1, Int((Double(bottom - y) / cell).rounded(.up)))
  }

  /// The pixels of column `i` of cells: never none, and inside of a picture `limit` pixels wide.
  func columns(of i: Int, limit: Int) -> Range<Int> { Self.pixels(i, from: x, cell, limit) }

  /// The pixels of row `j` of cells, as above.
  func rows(of j: Int, limit: Int) -> Range<Int> { Self.pixels(j, from: y, cell, limit) }

  private static func pixels(_ index: Int, from start: Int, _ cell: Double, _ limit: Int)
    -> Range<Int>
  {
    let lower = min(limit - 1, start + Int(Double(index) * cell))
    let upper = min(limit, start + Int(Double(index + 1) * cell))
    return lower..<max(lower + 1, upper)
  }

  /// The picture's pixel at a place in cells (a cell's centre has whole coordinates).
  func pixel(ofCell place: SIMD2<Float>) -> SIMD2<Float> {
    (place + 0.5) * Float(cell) - 0.5 + SIMD2(Float(x), Float(y))
  }

  /// The place in cells of the picture's pixel.
  func cell(ofPixel place: SIMD2<Float>) -> SIMD2<Float> {
    (place + 0.5 - SIMD2(Float(x), Float(y))) / Float(cell) - 0.5
  }
}
