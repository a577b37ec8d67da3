import Raster
import Regions

/// Region maps from labels alone, for tests that need no drawing.
enum RegionMapOfSquares {
  /// Each label's box and area; the first is the background.
  static func map(_ labels: Plane<UInt16>) -> RegionMap {
    let count = Int(labels.elements.max() ?? 0)
    let regions = (1...count).map { label -> Region in
      let points = (0..<labels.height).flatMap { y in
        (0..<labels.width).filter { labels[$0, y] == label }.map { Point($0, y) }
      }
      let box = points.map { Box(x: $0.x, y: $0.y, width: 1, height: 1) }.reduce(
        Box(x: points[0].x, y: points[0].y, width: 1, height: 1)
      ) { $0.union($1) }
      return Region(
        label: UInt16(label), area: points.count, box: box,
        centroid: (Double(box.x + box.width / 2), Double(box.y + box.height / 2)),
        inside: points[points.count / 2], insideRadius: 1, isBackground: label == 1)
    }
    return RegionMap(labels: labels, regions: regions, closings: [])
  }
}
