public import Raster

/// A viewport in a pane of so many cells: which pixels each cell shows.
public struct ViewFrame: Hashable, Sendable {
  /// Columns and rows of cells.
  public let columns: Int
  public let rows: Int
  /// The viewport, settled for this pane.
  public let viewport: Viewport
  /// The width of a cell in pixels of the picture; it is twice as high.
  public let pixelsPerColumn: Double
  /// The picture's point in the pane's top left corner.
  private let origin: SIMD2<Double>

  /// - Precondition: both are at least 1.
  public init(_ viewport: Viewport, columns: Int, rows: Int) {
    precondition(columns >= 1 && rows >= 1, "a pane of \(columns)×\(rows) cells")
    self.columns = columns
    self.rows = rows
    let aspect = Double(columns) / Double(2 * rows)
    self.viewport = viewport.settled(aspect: aspect)
    let extent = viewport.extent(aspect: aspect)
    pixelsPerColumn = extent.x / Double(columns)
    origin = self.viewport.center - extent / 2
  }

  /// The pane's width over its height, as `Viewport` takes it.
  public var aspect: Double { Double(columns) / Double(2 * rows) }

  /// The picture's pixels that are seen, at least in part.
  public var box: Box {
    let left = max(0, Int(origin.x.rounded(.down)))
    let top = max(0, Int(origin.y.rounded(.down)))
    let right = min(
      viewport.width, Int((origin.x + Double(columns) * pixelsPerColumn).rounded(.up)))
    let bottom = min(
      viewport.height, Int((origin.y + Double(2 * rows) * pixelsPerColumn).rounded(.up)))
    return Box(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The picture's point in the middle of a cell; may lie outside of the picture.
  public func point(atCell cell: Point) -> SIMD2<Double> {
    origin + SIMD2(Double(cell.x) + 0.5, Double(2 * cell.y) + 1) * pixelsPerColumn
  }

  /// The pixel in the middle of a cell; nil where the cell shows no picture.
  public func pixel(atCell cell: Point) -> Point? {
    let point = point(atCell: cell)
    guard
      point.x >= 0, point.y >= 0, point.x < Double(viewport.width),
      point.y < Double(viewport.height)
    else { return nil }
    return Point(Int(point.x), Int(point.y))
  }

  /// The cell that shows the middle of a pixel; may lie outside of the pane.
  public func cell(ofPixel pixel: Point) -> Point { subcell(ofPixel: pixel, .cells) }

  /// As `cell(ofPixel:)`, in subcells of a grid.
  func subcell(ofPixel pixel: Point, _ grid: SubcellGrid) -> Point {
    let place = (SIMD2(Double(pixel.x) + 0.5, Double(pixel.y) + 0.5) - origin) / pixelsPerColumn
    return Point(
      Int((place.x * Double(grid.across)).rounded(.down)),
      Int((place.y * Double(grid.down) / 2).rounded(.down)))
  }

  /// The pixels that each column of subcells shows, of a picture made `shrink` times smaller.
  func columnSpans(_ grid: SubcellGrid, width: Int, shrink: Double) -> SampleSpans {
    SampleSpans(
      count: columns * grid.across, origin: origin.x / shrink,
      step: pixelsPerColumn / Double(grid.across) / shrink, limit: width)
  }

  /// The pixels that each row of subcells shows, of a picture made `shrink` times smaller.
  func rowSpans(_ grid: SubcellGrid, height: Int, shrink: Double) -> SampleSpans {
    SampleSpans(
      count: rows * grid.down, origin: origin.y / shrink,
      step: 2 * pixelsPerColumn / Double(grid.down) / shrink, limit: height)
  }
}
