internal import Tensors

/// A view as a step learns from it: warped, and drawn by another hand or in other colours.
struct TrainingView: Sendable {
  /// `[3, side, side]`, 0…1.
  var pixels: [Float]
  /// Indices in `Part.standard`; -1 where nobody knows, and beyond the view's edge.
  let parts: [Int32]
  /// 0 beyond the edge.
  let regions: [UInt16]
  /// The true points that are in it, moved.
  let points: [DrawnPair.Place]

  init(_ view: DrawnPair.View, of source: Int, _ warp: ViewWarp, isLineArt: Bool) {
    let side = warp.side
    let plane = side * side
    let sampled = warp.sampled(isLineArt ? [view.line] : view.colour, of: source, beyond: 1)
    pixels = isLineArt ? sampled + sampled + sampled : sampled
    var parts = [Int32](repeating: -1, count: plane)
    var regions = [UInt16](repeating: 0, count: plane)
    warp.forEachPixel { index, x, y in
      guard x >= 0, y >= 0, x < Float(source), y < Float(source) else { return }
      let nearest = Int(y) * source + Int(x)
      let part = view.parts[nearest]
      parts[index] = part == DrawnPair.unknownPart ? -1 : Int32(part)
      regions[index] = view.regions[nearest]
    }
    self.parts = parts
    self.regions = regions
    points = view.points.compactMap { point in
      warp.place(x: point.x, y: point.y).map { place in
        var moved = point
        moved.x = Int32(place.x)
        moved.y = Int32(place.y)
        return moved
      }
    }
  }
}
