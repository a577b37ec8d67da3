internal import Raster
public import Regions

/// A coloured drawing, divided into regions by its colours and its own lines.
///
/// `init(_:work:)` in `Reference+Reading.swift` makes one from a picture.
public struct Reference: Sendable {
  public let map: RegionMap
  public let graph: RegionGraph
  /// The palette found in it.
  public let palette: Palette
  /// The palette entry of each region, an index into `palette.entries`.
  public let entries: RegionTable<Int>
  /// The part of each region by `Part.id`; nil where it is not known.
  public var parts: RegionTable<String?>
  /// Whether there is something behind the figure, where the picture could be transparent.
  let hasGround: Bool

  init(
    map: RegionMap, graph: RegionGraph, palette: Palette, entries: RegionTable<Int>,
    parts: RegionTable<String?>, hasGround: Bool
  ) {
    precondition(
      entries.count == map.regions.count && parts.count == map.regions.count,
      "\(entries.count) entries, \(parts.count) parts for \(map.regions.count) regions")
    self.map = map
    self.graph = graph
    self.palette = palette
    self.entries = entries
    self.parts = parts
    self.hasGround = hasGround
  }

  /// The colour behind the figure; nil where that is transparent, or nowhere.
  var ground: RGBA? {
    guard hasGround, let ground = map.largestGround else { return nil }
    return palette.entries[entries[ground.label]].base
  }
}

extension RegionMap {
  /// The largest region outside the figure; nil where there is none.
  var largestGround: Region? { regions.filter(\.isBackground).max { $0.area < $1.area } }
}
