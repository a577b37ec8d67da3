import Raster
import Regions

/// The figures of a drawing: what stands apart from one another on its ground.
///
/// Regions that touch are of one island. An island of several regions, of some size, is a figure; a speech bubble is not,
/// since nearly all of it is one region. What floats by itself (a letter, a star, a ribbon) belongs to the nearest figure.
/// Cost: O(borders + islands · figures).
struct DrawnFigures {
  /// The fewest regions of a figure.
  private static let leastRegions = 5
  /// The least area of a figure, as a share of the largest's.
  private static let leastShare = 0.03
  /// From this share on that one region has of its island, that is no figure.
  private static let mostOfOne = 0.85

  /// The figure of each region, counted from 0; nil for the ground.
  let owners: RegionTable<Int?>
  /// Whether a region stands apart from its figure; false for the ground.
  let isApart: RegionTable<Bool>
  let count: Int

  init(map: RegionMap, graph: RegionGraph) {
    var sets = DisjointSets(count: map.regions.count + 1)
    for border in graph.borders
    where !map[border.first].isBackground && !map[border.second].isBackground {
      _ = sets.unite(Int(border.first), Int(border.second))
    }
    struct Island {
      var area = 0
      var largest = 0
      var regions = 0
      var box: Box
    }
    var islands: [Int: Island] = [:]
    let roots = RegionTable(map) { sets.representative(of: Int($0.label)) }
    for region in map.regions where !region.isBackground {
      var island = islands[roots[region.label]] ?? Island(box: region.box)
      island.area += region.area
      island.largest = max(island.largest, region.area)
      island.regions += 1
      island.box = island.box.union(region.box)
      islands[roots[region.label]] = island
    }
    // The largest first, and of equals the first in reading order.
    let order = islands.sorted { ($1.value.area, $0.key) < ($0.value.area, $1.key) }
    func isFigure(_ island: Island) -> Bool {
      island.regions >= Self.leastRegions
        && Double(island.largest) < Self.mostOfOne * Double(island.area)
    }
    let largest = order.first { isFigure($0.value) } ?? order.first
    var figures: [(root: Int, box: Box)] = []
    for (root, island) in order {
      let isLarge = Double(island.area) >= Self.leastShare * Double(largest?.value.area ?? 0)
      if root == largest?.key || isLarge && isFigure(island) { figures.append((root, island.box)) }
    }
    var owner: [Int: Int] = [:]
    for (root, island) in order {
      owner[root] =
        figures.firstIndex { $0.root == root }
        ?? figures.indices.min {
          Self.gap(figures[$0].box, island.box) < Self.gap(figures[$1].box, island.box)
        }
    }
    let roles = Set(figures.map(\.root))
    owners = RegionTable(map) { $0.isBackground ? nil : owner[roots[$0.label]] }
    isApart = RegionTable(map) { !$0.isBackground && !roles.contains(roots[$0.label]) }
    count = figures.count
  }

  /// The square of the distance between two boxes, 0 where they meet.
  private static func gap(_ a: Box, _ b: Box) -> Int {
    let x = max(0, max(a.x, b.x) - min(a.maxX, b.maxX))
    let y = max(0, max(a.y, b.y) - min(a.maxY, b.maxY))
    return x * x + y * y
  }
}
