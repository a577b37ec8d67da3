internal import Raster
internal import Regions

/// Which layer each region's flat lies in: one for each part, one for each palette entry whose part is
/// unknown.
struct FlatGroups: Sendable {
  /// Names, bottom layer first, as the artist reads them.
  let names: [String]
  /// The group of each region, `groups[label]`; −1 where nothing is painted. `[0]` is unused.
  let groups: [Int]
  /// The pixels of each group, those under the ink too.
  let boxes: [Box]

  init(map: RegionMap, flats: Flats, parts: [Part], work: Work) throws(Cancelled) {
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
    groups =
      [-1]
      + flats.flats.map { flat in
        flat.entry.flatMap { group[FlatGroups.name(of: entries[$0], parts)] } ?? -1
      }
    self.names = names
    boxes = try FlatGroups.boxes(
      labels: map.labels, groups: groups, count: names.count, work: work)
  }

  private static func name(of entry: PaletteEntry, _ parts: [Part]) -> String {
    guard let part = entry.part else { return entry.name }
    return parts.first { $0.id == part }?.name ?? part
  }

  private static func boxes(labels: Plane<UInt16>, groups: [Int], count: Int, work: Work)
    throws(Cancelled) -> [Box]
  {
    var boxes = [Box?](repeating: nil, count: count)
    let elements = labels.elements.span
    for y in 0..<labels.height {
      if y % 64 == 0 { try work.checkCancelled() }
      var x = 0
      let start = y * labels.width
      while x < labels.width {
        let label = elements[start + x]
        var end = x + 1
        while end < labels.width && elements[start + end] == label { end += 1 }
        let group = groups[Int(label)]
        if group >= 0 {
          let run = Box(x: x, y: y, width: end - x, height: 1)
          boxes[group] = boxes[group]?.union(run) ?? run
        }
        x = end
      }
    }
    return boxes.map { $0 ?? Box(x: 0, y: 0, width: 1, height: 1) }
  }
}
