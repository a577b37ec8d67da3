import Raster

/// The search of the edits for their places in a new map. Those that find none are handed back, to be listed.
extension RegionEdits {
  /// The distance within which both ends of a rejected closing must be from those of a found one, in stroke widths.
  private static let tolerance = 3.0

  /// The closings, of those found, that the artist rejected.
  ///
  /// A rejection takes the nearest closing whose ends both lie within three stroke widths of its
  /// own, in either order; each closing is taken once.
  ///
  /// - Returns: indices into `closings`, and the rejections that took none.
  /// - Complexity: O(opened · closings).
  func openedIndices(among closings: [Closing], strokeWidth: Double)
    -> (indices: Set<Int>, orphans: [Closing])
  {
    let reach = Self.tolerance * max(1, strokeWidth)
    var indices: Set<Int> = []
    var orphans: [Closing] = []
    for rejection in opened {
      let nearest = closings.indices
        .filter { !indices.contains($0) }
        .map { (index: $0, distance: rejection.squaredDistance(to: closings[$0])) }
        .min { ($0.distance, $0.index) < ($1.distance, $1.index) }
      if let nearest, Double(nearest.distance) <= reach * reach {
        indices.insert(nearest.index)
      } else {
        orphans.append(rejection)
      }
    }
    return (indices, orphans)
  }

  /// The labels of a map after the joins.
  ///
  /// - Parameter labels: `[H, W]`, 0 … `count`.
  /// - Returns: each old region's new label, numbered in the order of the old and without
  ///   holes; and the joins of regions that are gone or were one already.
  func joinedLabels(of labels: Plane<UInt16>, count: Int)
    -> (table: RegionTable<UInt16>, orphans: [Join])
  {
    var sets = DisjointSets(count: count + 1)
    func label(_ name: RegionName) -> UInt16 {
      labels.contains(name.inside) ? labels[name.inside] : 0
    }
    var orphans: [Join] = []
    for join in joins {
      let (first, second) = (label(join.first), label(join.second))
      if first == 0 || second == 0 || first == second {
        orphans.append(join)
      } else {
        sets.unite(Int(first), Int(second))
      }
    }
    var table = RegionTable<UInt16>(repeating: 0, count: count)
    var next: UInt16 = 0
    for old in table.labels {
      let representative = UInt16(sets.representative(of: Int(old)))
      if representative == old { next += 1 }
      table[old] = representative == old ? next : table[representative]
    }
    return (table, orphans)
  }
}

extension Closing {
  /// The square of the distance between the ends that are farther apart, in pixels², paired the
  /// better way round. Saturates far outside any drawing.
  fileprivate func squaredDistance(to other: Closing) -> Int {
    func distance(_ a: Point, _ b: Point) -> Int {
      let (dx, dy) = (Double(a.x) - Double(b.x), Double(a.y) - Double(b.y))
      return Int(min(dx * dx + dy * dy, 1e18))
    }
    return min(
      max(distance(from, other.from), distance(to, other.to)),
      max(distance(from, other.to), distance(to, other.from)))
  }
}
