import Raster

/// The ink that hangs together, by corners too, and how far it reaches. O(words + runs).
struct InkIslands: Sendable {
  private let components: RunComponents
  private let extents: [Double]

  init(of strokes: BitPlane, work: Work) throws(Cancelled) {
    components = try RunComponents(of: strokes, where: true, connectivity: .eight, work: work)
    extents = components.statistics().map {
      (PixelVector(Double($0.box.width), Double($0.box.height))).length
    }
  }

  /// The diagonal of the box around the ink at a pixel, in pixels; 0 where there is no ink.
  func extent(at point: Point) -> Double {
    components.component(at: point).map { extents[$0] } ?? 0
  }
}
