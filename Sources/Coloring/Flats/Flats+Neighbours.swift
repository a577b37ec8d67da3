internal import Regions

// The paint of regions for which nothing was found: the entry that most of the border of their painted
// neighbours has; where the artist has named the region's part, only the paints of that part count, and where no
// neighbour has one of them, the part's first. Rounds go from the painted regions outward, each
// from the state before it, so the order of labels does not matter. Cost: O(borders) a round.

extension Flats {
  /// The flats where those that are not known are guessed from their neighbours.
  ///
  /// - Parameter paints: by label, the entries of the part that the artist gave a region: at least one.
  static func filled(
    _ known: RegionTable<Flat?>, map: RegionMap, graph: RegionGraph, palette: Palette,
    paints: [UInt16: [Int]]
  ) -> RegionTable<Flat> {
    var flats = known
    var open = flats.labels.filter { flats[$0] == nil }
    while !open.isEmpty {
      let guesses = open.map { label in
        (label, guess(for: label, flats, graph: graph, among: paints[label]))
      }
      for (label, entry) in guesses where entry != nil {
        // One of the part's paints is right, so far as it is known.
        let chance = paints[label].map { 1 / Double($0.count) }
        flats[label] = Flat(
          entry: entry, origin: chance == nil ? .neighbours : .part, confidence: chance ?? 0)
      }
      let left = open.filter { flats[$0] == nil }
      if left.count == open.count { break }
      open = left
    }
    // Regions that touch nothing painted get the paint of most of the figure, or the first there is.
    let common = mostCommon(flats, map: map) ?? (palette.entries.isEmpty ? nil : 0)
    return flats.mapValues { $0 ?? Flat(entry: common, origin: .neighbours, confidence: 0) }
  }

  private static func guess(
    for label: UInt16, _ flats: RegionTable<Flat?>, graph: RegionGraph, among paints: [Int]?
  ) -> Int? {
    var shared: [Int: Double] = [:]
    for (other, border) in graph.neighbours(of: label) {
      guard let entry = flats[other]?.entry else { continue }
      if let paints, !paints.contains(entry) { continue }
      // An open gap or a trace line says "the same paint" more than ink does.
      shared[entry, default: 0] += border.ink + 4 * (border.closing + border.trace)
    }
    if let best = shared.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { return best.key }
    return paints?.first
  }

  private static func mostCommon(_ flats: RegionTable<Flat?>, map: RegionMap) -> Int? {
    var areas: [Int: Int] = [:]
    for region in map.regions {
      if let entry = flats[region.label]?.entry { areas[entry, default: 0] += region.area }
    }
    return areas.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
