public import Raster

/// The list of unpainted and tiny regions.
public struct SpotList: Sendable {
  /// A point in the selected one.
  public var selected: Point?
  /// The artist's decisions about filling, by the point inside; the others as is proposed.
  public var decisions: [Point: Bool] = [:]

  /// Whether it is filled with the others.
  public func fills(_ spot: Spot) -> Bool {
    spot.entry != nil && (decisions[spot.inside] ?? spot.isToFill)
  }

  /// The place of the selected one; the nearest one's where it is gone; nil where there is none.
  public func index(in spots: [Spot]) -> Int? {
    guard let selected else { return spots.isEmpty ? nil : 0 }
    return spots.indices.min {
      (spots[$0].inside.squaredDistance(to: selected), $0)
        < (spots[$1].inside.squaredDistance(to: selected), $1)
    }
  }
}
