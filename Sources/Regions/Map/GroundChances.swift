import Raster

/// The chance of each place of a drawing to be ground, and no figure: what a network sees, on a grid coarser than pixels.
public struct GroundChances: Sendable, Equatable {
  public let width: Int
  public let height: Int
  /// The side of a cell in pixels: cell `(i, j)` has its middle at pixel `((i + ½) · cell − ½, …)`.
  public let cell: Double
  /// `[height, width]`, 0 figure … 1 ground.
  public let values: [Float]

  /// The chances of `width` × `height` cells of `cell` pixels each.
  ///
  /// - Parameter values: `[height, width]`, 0 figure … 1 ground.
  /// - Precondition: there is one value a cell, and one cell at least.
  public init(width: Int, height: Int, cell: Double, values: [Float]) {
    precondition(
      width >= 1 && height >= 1 && values.count == width * height,
      "\(values.count) values for \(width)×\(height)")
    self.width = width
    self.height = height
    self.cell = cell
    self.values = values
  }

  /// The chance at a place in pixels, between the middles of four cells.
  func chance(x: Double, y: Double) -> Float {
    bilinear(
      values.span, width: width, AxisSample((x + 0.5) / cell - 0.5, of: width),
      AxisSample((y + 0.5) / cell - 0.5, of: height))
  }
}
