import Raster

/// Looking at closings by what they divide.
///
/// A closing is worth having for the areas it keeps apart, which cannot be seen at its ends. So all candidates are drawn, the
/// areas between are found, and then closings go, the costliest first, that keep nothing apart, that cut off less
/// than their own length deserves, or that cut off an area whose border is mostly not drawn. Where a closing goes its
/// areas become one, and the next is judged by that.
/// Cost: O(runs + closings' pixels) a pass over the drawing, one; then O(closings) a round.
struct ClosingReview {
  /// An area between ink and closings.
  private struct Area {
    var size: Int
    /// In pixel sides.
    var perimeter: Int
    /// The share of the perimeter that is closings.
    var virtual: Int
  }

  /// The share of an area's perimeter that may be closings.
  static let mostVirtual = 0.5

  private var areas: [Area]
  /// The areas that have become one.
  private var sets: DisjointSets
  /// For each closing the areas beside it, and how many pixel sides it shares with each.
  private var sides: [[(area: Int, length: Int, pixel: Point)]]

  /// - Parameters:
  ///   - closings: the candidates.
  ///   - barriers: ink, trace lines and all candidates.
  init(of closings: [ClosingCandidate], barriers: BitPlane, work: Work) throws(Cancelled) {
    let components = try RunComponents(of: barriers, where: false, work: work)
    let perimeters = components.perimeters()
    areas = zip(components.statistics(), perimeters).map {
      Area(size: $0.area, perimeter: $1, virtual: 0)
    }
    sets = DisjointSets(count: areas.count)
    sides = []
    var passes: [Point: Int] = [:]
    for pixel in closings.lazy.flatMap(\.path.pixels) { passes[pixel, default: 0] += 1 }
    for closing in closings {
      var lengths: [(area: Int, length: Int, pixel: Point)] = []
      // Its ends lie on ink, but at the picture's edge; and where two closings meet, both sides of either may touch.
      let open = closing.path.pixels.dropFirst().dropLast(closing.endsAtEdge ? 0 : 1)
      for pixel in open where passes[pixel] == 1 {
        for neighbour in pixel.neighbours {
          guard let area = components.component(at: neighbour) else { continue }
          if let index = lengths.firstIndex(where: { $0.area == area }) {
            lengths[index].length += 1
          } else {
            lengths.append((area, 1, neighbour))
          }
        }
      }
      for side in lengths { areas[side.area].virtual += side.length }
      sides.append(lengths)
    }
  }

  /// The closings to keep.
  mutating func kept(of closings: [ClosingCandidate]) -> [Bool] {
    var isKept = closings.map { _ in true }
    let order = closings.indices.sorted { (closings[$1].cost, $1) < (closings[$0].cost, $0) }
    var changed = true
    while changed {
      changed = false
      for index in order where isKept[index] && !isWorthHaving(index, closings[index]) {
        isKept[index] = false
        changed = true
        drop(index)
      }
    }
    return isKept
  }

  private mutating func isWorthHaving(_ index: Int, _ closing: ClosingCandidate) -> Bool {
    let roots = Set(sides[index].map { sets.representative(of: $0.area) })
    return roots.count { isOwnArea($0, beside: closing) } > 1
  }

  /// Whether an area is large enough, and enough of its border drawn, to be one of its own.
  private func isOwnArea(_ root: Int, beside closing: ClosingCandidate) -> Bool {
    let area = areas[root]
    return Double(area.size) >= closing.smallestArea
      && Double(area.virtual) <= Self.mostVirtual * Double(area.perimeter)
  }

  /// A pixel of each splinter: what is too small beside a closing that is worth having.
  mutating func splinters(of closings: [ClosingCandidate], kept: [Bool]) -> [Point] {
    var result: [Point] = []
    for index in closings.indices where kept[index] {
      for side in sides[index]
      where !isOwnArea(sets.representative(of: side.area), beside: closings[index]) {
        result.append(side.pixel)
      }
    }
    return result
  }

  private mutating func drop(_ index: Int) {
    guard let first = sides[index].first else { return }
    let length = sides[index].reduce(0) { $0 + $1.length }
    var joined = sets.representative(of: first.area)
    for side in sides[index].dropFirst() {
      let other = sets.representative(of: side.area)
      guard sets.unite(joined, other) else { continue }
      let (kept, gone) = (min(joined, other), max(joined, other))
      areas[kept].size += areas[gone].size
      areas[kept].perimeter += areas[gone].perimeter
      areas[kept].virtual += areas[gone].virtual
      joined = kept
    }
    areas[joined].perimeter -= length
    areas[joined].virtual -= length
  }
}

extension ClosingCandidate {
  /// The least area in pixels that it may cut off: a pocket behind an opening is an area of its own only if it is
  /// wider than the opening, the more so the less likely the closing.
  fileprivate var smallestArea: Double { max(20, (second == nil ? 1 : 0.5) * cost * cost) }
}

extension Point {
  /// The four pixels that share a side with it.
  var neighbours: [Point] {
    [Point(x + 1, y), Point(x, y + 1), Point(x - 1, y), Point(x, y - 1)]
  }
}
