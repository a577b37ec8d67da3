import Raster
import Regions

// Going from region to region with the arrow keys, in drawings and in references.

extension RegionMap {
  /// The region that the selection begins in: the largest of the figure.
  var largestOfFigure: Region? { regions.filter { !$0.isBackground }.max { $0.area < $1.area } }

  /// From top to foot, and from left to right.
  ///
  /// - Complexity: O(n log n) for n regions.
  var inReadingOrder: [Region] {
    regions.sorted { ($0.inside.y, $0.inside.x) < ($1.inside.y, $1.inside.x) }
  }

  /// The neighbour that lies in a direction, or else the nearest region there; nil at the edge.
  ///
  /// - Parameter direction: right and down are positive.
  func next(from region: Region, towards direction: SIMD2<Double>, along graph: RegionGraph)
    -> Region?
  {
    let neighbours = graph.neighbours(of: region.label).map { self[$0.label] }
    return region.nearest(of: neighbours, towards: direction)
      ?? region.nearest(of: regions, towards: direction)
  }
}

extension Region {
  /// The region that lies most nearly in a direction: near, and not far to the side.
  fileprivate func nearest(of regions: [Region], towards direction: SIMD2<Double>) -> Region? {
    let here = SIMD2(Double(inside.x), Double(inside.y))
    var best: (cost: Double, region: Region)?
    for region in regions where region.label != label {
      let way = SIMD2(Double(region.inside.x), Double(region.inside.y)) - here
      let along = (way * direction).sum()
      let aside = abs(way.x * direction.y - way.y * direction.x)
      guard along > 0, aside <= 2 * along else { continue }
      let cost = along + 2 * aside
      if cost < best?.cost ?? .infinity { best = (cost, region) }
    }
    return best?.region
  }
}
