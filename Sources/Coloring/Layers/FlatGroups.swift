internal import Regions

/// The layer that each region's flat lies in: one for each part, one for each palette entry whose part is
/// unknown.
struct FlatGroups: Sendable {
  /// Names, bottom layer first, as the artist reads them.
  let names: [String]
  /// The group of each region, an index into `names`; `FlatGroups.none` where nothing is painted.
  let groups: RegionTable<Int>
  static let none = -1

  /// A part whose regions have at least this share of what an entry paints is that entry's.
  private static let leastShare = 0.6

  /// - Parameters:
  ///   - map: the regions that the flats are of.
  ///   - parts: all that there are; their order is that of the layers.
  init(flats: Flats, map: RegionMap, parts: [Part]) {
    let known = FlatGroups.knownParts(flats: flats, map: map)
    let order = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1.id, $0) })
    let used = Set(flats.flats.compactMap(\.entry)).sorted {
      (known[$0].flatMap { order[$0] } ?? order.count, $0)
        < (known[$1].flatMap { order[$0] } ?? order.count, $1)
    }
    var names: [String] = []
    var places: [String: Int] = [:]
    var groups: [Int: Int] = [:]
    for entry in used {
      let name =
        known[entry].map { part in order[part].map { parts[$0].name } ?? part }
        ?? flats.palette.entries[entry].name
      if places[name] == nil {
        places[name] = names.count
        names.append(name)
      }
      groups[entry] = places[name]
    }
    self.groups = flats.flats.mapValues { $0.entry.flatMap { groups[$0] } ?? FlatGroups.none }
    self.names = names
  }

  /// The part of each entry: its own, else that of most of what it paints here.
  private static func knownParts(flats: Flats, map: RegionMap) -> [Int: String] {
    var painted: [Int: Int] = [:]
    var areas: [Int: [String: Int]] = [:]
    for region in map.regions {
      guard let entry = flats[region.label].entry else { continue }
      painted[entry, default: 0] += region.area
      if let part = flats.parts[region.label]?.part {
        areas[entry, default: [:]][part, default: 0] += region.area
      }
    }
    var known: [Int: String] = [:]
    for (entry, all) in painted {
      known[entry] =
        flats.palette.entries[entry].part
        ?? areas[entry]?.first { Double($0.value) >= leastShare * Double(all) }?.key
    }
    return known
  }
}
