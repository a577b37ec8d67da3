internal import Regions

// The paint of regions for which nothing was found: the entry that most of the border of their painted
// neighbours has; where the artist or a network has named the region's part, only entries of
// that part count, and failing those the first entry of the part. Rounds go from the painted regions outward, each
// from the state before it, so the order of labels does not matter. Cost: O(borders) a round.

extension Flats {
  static func filled(
    _ known: [Flat?], map: RegionMap, graph: RegionGraph, palette: Palette,
    parts: [UInt16: String]
  ) -> [Flat] {
    var flats = known
    var open = map.regions.map(\.label).filter { flats[Int($0) - 1] == nil }
    while !open.isEmpty {
      let guesses = open.map { label in
        (label, guess(for: label, flats, graph: graph, palette: palette, part: parts[label]))
      }
      for (label, entry) in guesses where entry != nil {
        flats[Int(label) - 1] = Flat(entry: entry, origin: .neighbours, confidence: 0)
      }
      let left = open.filter { flats[Int($0) - 1] == nil }
      if left.count == open.count { break }
      open = left
    }
    // What touches nothing painted at all: the paint of most of the figure, or the first there is.
    let common = mostCommon(flats, map: map) ?? (palette.entries.isEmpty ? nil : 0)
    return flats.map { $0 ?? Flat(entry: common, origin: .neighbours, confidence: 0) }
  }

  private static func guess(
    for label: UInt16, _ flats: [Flat?], graph: RegionGraph, palette: Palette, part: String?
  ) -> Int? {
    var shared: [Int: Double] = [:]
    for (other, border) in graph.neighbours(of: label) {
      guard let entry = flats[Int(other) - 1]?.entry else { continue }
      if let part, palette.entries[entry].part != part { continue }
      // An open gap or a trace line says "the same paint" more than ink does.
      shared[entry, default: 0] += border.ink + 4 * (border.closing + border.trace)
    }
    if let best = shared.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { return best.key }
    guard let part else { return nil }
    return palette.entries.firstIndex { $0.part == part }
  }

  private static func mostCommon(_ flats: [Flat?], map: RegionMap) -> Int? {
    var areas: [Int: Int] = [:]
    for region in map.regions {
      if let entry = flats[Int(region.label) - 1]?.entry { areas[entry, default: 0] += region.area }
    }
    return areas.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
