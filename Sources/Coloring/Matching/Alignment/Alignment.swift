public import Raster

/// The places in a reference of a drawing's places: a smooth warp, kept on a grid of bounded size
/// and read in between by bilinear interpolation.
///
/// It says where a thing *ought* to be, not that the same thing is there: take colours through it only
/// inside matched regions.
public struct Alignment: Sendable {
  /// The reference's place (in its pixels) of each grid node; the node of column `i`, row `j` stands at
  /// the middle of the drawing's cell `i`, `j`.
  public let nodes: Plane<SIMD2<Float>>
  /// The side of a cell in drawing pixels.
  public let cell: Double

  public init(nodes: Plane<SIMD2<Float>>, cell: Double) {
    precondition(cell > 0, "cells of \(cell) pixels")
    self.nodes = nodes
    self.cell = cell
  }

  /// The reference's place of the drawing's `(x, y)`, both in pixels of the full pictures, where a
  /// pixel's centre has whole coordinates. May lie outside of the reference.
  public func place(x: Double, y: Double) -> (x: Double, y: Double) {
    let place = nodes.bilinear(x: (x + 0.5) / cell - 0.5, y: (y + 0.5) / cell - 0.5)
    return (Double(place.x), Double(place.y))
  }
}
