extension FigurePair {
  /// A place of the character that both views show.
  public struct Match: Sendable {
    public var first: TruePoint
    public var second: TruePoint
  }

  /// The points of equal group, `u` and `v`. Left and right share places, so a point may have two.
  ///
  /// - Complexity: O(points).
  public var matches: [Match] {
    struct Key: Hashable {
      var group: PartGroup
      var u: Float
      var v: Float
    }
    let known = Dictionary(grouping: views[0].points) { Key(group: $0.group, u: $0.u, v: $0.v) }
    return views[1].points.flatMap { point in
      (known[Key(group: point.group, u: point.u, v: point.v)] ?? []).map {
        Match(first: $0, second: point)
      }
    }
  }
}
