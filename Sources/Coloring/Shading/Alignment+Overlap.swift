internal import Raster
internal import Regions

extension Alignment {
  /// The share that a region and its counterpart have in common once one is laid over the other, 0…1: the area in both through
  /// the area in either.
  ///
  /// - Complexity: at most `samples`² places are looked at.
  func overlap(
    of region: Region, in map: RegionMap, with counterpart: Region, in reference: RegionMap,
    samples: Int = 48
  ) -> Double {
    let box = region.box
    let step = max(1, (max(box.width, box.height) + samples - 1) / samples)
    var inside = 0
    var shared = 0
    for y in stride(from: box.y, to: box.maxY, by: step) {
      for x in stride(from: box.x, to: box.maxX, by: step) where map.labels[x, y] == region.label {
        inside += 1
        let place = self.place(x: Double(x), y: Double(y))
        let point = Point(Int(place.x.rounded()), Int(place.y.rounded()))
        if counterpart.box.contains(point),
          reference.labels[point.x, point.y] == counterpart.label
        {
          shared += 1
        }
      }
    }
    guard shared > 0 else { return 0 }
    let other = Double(counterpart.area) / growth(over: box) / Double(step * step)
    return min(1, Double(shared) / max(Double(inside), Double(inside) + other - Double(shared)))
  }

  /// The reference's pixels to one of the drawing's, over a box.
  private func growth(over box: Box) -> Double {
    let (width, height) = (Double(max(1, box.width)), Double(max(1, box.height)))
    let corner = place(x: Double(box.x), y: Double(box.y))
    let right = place(x: Double(box.x) + width, y: Double(box.y))
    let below = place(x: Double(box.x), y: Double(box.y) + height)
    let cross =
      (right.x - corner.x) * (below.y - corner.y) - (right.y - corner.y) * (below.x - corner.x)
    return max(abs(cross) / (width * height), 1e-6)
  }
}
