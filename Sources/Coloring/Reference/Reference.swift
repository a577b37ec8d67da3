public import Raster
public import Regions

/// A coloured drawing, divided into regions by its colours and its own lines.
///
/// `init(_:work:)` in `Reference+Reading.swift` makes one from a picture.
public struct Reference: Sendable {
  public let image: Image
  public let map: RegionMap
  public let graph: RegionGraph
  /// The palette found in it.
  public let palette: Palette
  /// The palette entry of each region: `entries[label - 1]`.
  public let entries: [Int]
  /// The part of each region by `Part.id`, where it is known: `parts[label - 1]`.
  public var parts: [String?]

  public init(
    image: Image, map: RegionMap, graph: RegionGraph, palette: Palette, entries: [Int],
    parts: [String?]
  ) {
    precondition(
      entries.count == map.regions.count && parts.count == map.regions.count,
      "\(entries.count) entries, \(parts.count) parts for \(map.regions.count) regions")
    self.image = image
    self.map = map
    self.graph = graph
    self.palette = palette
    self.entries = entries
    self.parts = parts
  }
}
