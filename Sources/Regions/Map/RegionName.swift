public import Raster

/// A region's lasting name: a point inside it, in drawing pixels. Its label is no part of the name: it
/// says nothing about another map, and in the same map the point says it all.
public struct RegionName: Hashable, Sendable, Codable {
  public var inside: Point

  public init(inside: Point) { self.inside = inside }
}

/// Names outlive labels: a name is a point, and the map says which region that point now lies in.
extension RegionMap {
  /// The region that a name means in this map; nil where it means none any more.
  ///
  /// A map covers the ink too, so a point that a line now runs over still lies in one region: the
  /// one on that side of the line's middle.
  ///
  /// - Returns: a label, or nil for a point outside the drawing or a map without regions.
  /// - Complexity: O(1).
  public func resolve(_ name: RegionName) -> UInt16? {
    guard labels.contains(name.inside) else { return nil }
    let label = labels[name.inside]
    return label == 0 ? nil : label
  }

  /// The lasting name of a region.
  ///
  /// - Precondition: `label` is 1 … `regions.count`.
  public func name(of label: UInt16) -> RegionName {
    RegionName(inside: self[label].inside)
  }
}
