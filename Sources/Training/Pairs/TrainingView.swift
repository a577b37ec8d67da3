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
    var pixels = [Float](repeating: 1, count: 3 * plane)
    var parts = [Int32](repeating: -1, count: plane)
    var regions = [UInt16](repeating: 0, count: plane)
    let last = source - 1
    let sources =
      isLineArt
      ? [view.line]
      : (0..<3).map { channel in
        Array(view.colour[channel * source * source..<(channel + 1) * source * source])
      }
    pixels.withUnsafeMutableBufferPointer { pixels in
      warp.forEachPixel { index, x, y in
        guard x >= 0, y >= 0, x < Float(source), y < Float(source) else { return }
        let nearest = Int(y) * source + Int(x)
        let part = view.parts[nearest]
        parts[index] = part == DrawnPair.unknownPart ? -1 : Int32(part)
        regions[index] = view.regions[nearest]
        let (u, v) = (max(0, x - 0.5), max(0, y - 0.5))
        let (left, top) = (min(Int(u), last), min(Int(v), last))
        let (right, bottom) = (min(left + 1, last), min(top + 1, last))
        let (fx, fy) = (u - Float(left), v - Float(top))
        for (channel, values) in sources.enumerated() {
          let above =
            Float(values[top * source + left]) * (1 - fx) + Float(values[top * source + right])
            * fx
          let below =
            Float(values[bottom * source + left]) * (1 - fx)
            + Float(values[bottom * source + right]) * fx
          pixels[channel * plane + index] = (above * (1 - fy) + below * fy) / 255
        }
      }
      if isLineArt {
        for i in 0..<plane {
          pixels[plane + i] = pixels[i]
          pixels[2 * plane + i] = pixels[i]
        }
      }
    }
    self.pixels = pixels
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
