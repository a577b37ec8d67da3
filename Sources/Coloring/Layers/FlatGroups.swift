internal import Regions

/// The layer that each region's flat lies in: one for each part, one for each palette entry whose part is
/// unknown.
struct FlatGroups: Sendable {
  /// Names, bottom layer first, as the artist reads them.
  let names: [String]
  /// The group of each region, an index into `names`; `FlatGroups.none` where nothing is painted.
  let groups: RegionTable<Int>
  static let none = -1

  init(flats: Flats, parts: [Part]) {
    var names: [String] = []
    var group: [String: Int] = [:]
    let entries = flats.palette.entries
    let used = Set(flats.flats.compactMap(\.entry)).sorted()
    let order = Dictionary(
      uniqueKeysWithValues: parts.enumerated().map { ($1.id, $0) })
    let last = order.count
    let sorted = used.sorted {
      (entries[$0].part.flatMap { order[$0] } ?? last, $0)
        < (entries[$1].part.flatMap { order[$0] } ?? last, $1)
    }
    for entry in sorted {
      let name = FlatGroups.name(of: entries[entry], parts)
      guard group[name] == nil else { continue }
      group[name] = names.count
      names.append(name)
    }
    groups = flats.flats.mapValues { flat in
      flat.entry.flatMap { group[FlatGroups.name(of: entries[$0], parts)] } ?? FlatGroups.none
    }
    self.names = names
  }

  private static func name(of entry: PaletteEntry, _ parts: [Part]) -> String {
    guard let part = entry.part else { return entry.name }
    return parts.first { $0.id == part }?.name ?? part
  }
}
