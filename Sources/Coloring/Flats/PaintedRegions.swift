internal import Raster
internal import Regions

// From matches to flats. What the artist chose wins; then a pinned match; then, that an enclosed region is likely a
// hole (`HoleSigns.swift`), which leaves it unpainted like the ground around the figure; then the paint of the region
// that a trace area belongs to; then the region's own match, or the best candidate that can be right
// (`Match+Fitting.swift`); last its neighbours' (`Flats+Neighbours.swift`).
//
// A part given by hand is obeyed as soon as one colour is known to be of that part (`KnownParts.swift`): the
// region takes the best candidate of the part, or where none of its candidates is, the part's paint as such. While nobody
// has said of any colour that it is of that part, a label can only rule out what is known to be something else.

/// What the stage `flats` makes: the flats, and the corrections that found no place.
struct PaintedRegions: Sendable {
  let flats: Flats
  /// The matches that the flats are made from: each with the best counterpart that can be right.
  let matches: [Match]
  /// The part of each region, where it is known.
  let parts: [RegionPart?]
  /// How many paints are known of each part.
  let paintCounts: PaintCounts
  /// The regions worth a look.
  let doubts: [Doubt]
  /// Labels and colours whose region or entry does not exist.
  let orphans: Corrections

  init(
    _ regions: DividedDrawing, matching: CorrectedMatches, references: [Reference],
    corrections: Corrections, palette: ProjectPalette
  ) {
    var orphans = Corrections()
    var chosen: [UInt16: Int] = [:]
    for choice in corrections.colours {
      let entry = palette.palette.entries.firstIndex { $0.name == choice.entry }
      if let label = regions.map.resolve(choice.region), let entry {
        chosen[label] = entry
      } else {
        orphans.colours.append(choice)
      }
    }
    var parts: [UInt16: String] = [:]
    for label in corrections.labels {
      if let region = regions.map.resolve(label.region) {
        parts[region] = label.part
      } else {
        orphans.labels.append(label)
      }
    }
    let known = KnownParts(references: references, palette: palette)
    let chances = regions.map.regions.map { region -> Double in
      let index = Int(region.label) - 1
      let match = matching.matches[index]
      guard let signs = regions.holes[index], regions.areas[index] == nil,
        match.origin == .automatic || match.origin == .unmatched, parts[region.label] == nil
      else { return 0 }
      return signs.chance(groundShare: matching.groundShares[index])
    }
    func isHole(_ region: Region) -> Bool {
      chances[Int(region.label) - 1] >= HoleSigns.likely
    }
    let matches = regions.map.regions.map { region -> Match in
      let match = matching.matches[Int(region.label) - 1]
      let part = parts[region.label]
      if isHole(region) && chosen[region.label] == nil {
        return match.fitting { known.paint(of: $0) == nil }
      }
      if part == "background" || (region.isBackground && part == nil) { return match }
      if let part, !known.paints(of: part).isEmpty {
        return match.narrowed { known.part(of: $0) == part ? known.paint(of: $0) : nil }
      }
      // A part that no colour is known for still tells what it is not.
      return match.fitting {
        known.paint(of: $0) != nil && (part == nil || known.part(of: $0) == nil)
      }
    }
    let own = regions.map.regions.map { region -> Flat? in
      if let entry = chosen[region.label] {
        return Flat(entry: entry, origin: .colour, confidence: 1)
      }
      let match = matches[Int(region.label) - 1]
      let part = parts[region.label]
      if part == "background" { return Flat(entry: nil, origin: .background, confidence: 1) }
      if region.isBackground && match.origin != .pinned && part == nil {
        return Flat(entry: nil, origin: .background, confidence: match.confidence)
      }
      let chance = chances[Int(region.label) - 1]
      if isHole(region) { return Flat(entry: nil, origin: .background, confidence: chance) }
      guard let counterpart = match.chosen else { return nil }
      let paint = known.paint(of: counterpart)
      return Flat(
        entry: paint, origin: paint == nil ? .background : .match,
        confidence: min(match.confidence, 1 - chance))
    }
    var flats = own
    for (index, area) in regions.areas.enumerated() {
      let match = matches[index]
      guard let area, Int(area.parent) - 1 != index, match.origin != .pinned,
        match.origin != .unlinked,
        own[index]?.origin != .colour, let parent = own[Int(area.parent) - 1],
        parent.entry != nil
      else { continue }
      // What the artist calls something else than what is around it is no shade of that.
      if let part = parts[UInt16(index + 1)],
        part != parts[area.parent] ?? matches[Int(area.parent) - 1].chosen.flatMap(known.part)
      {
        continue
      }
      flats[index] = Flat(entry: parent.entry, origin: .trace, confidence: parent.confidence)
    }
    let filled = Flats.filled(
      flats, map: regions.map, graph: regions.graph, palette: palette.palette,
      paints: parts.mapValues(known.paints).filter { !$0.value.isEmpty })
    self.flats = Flats(palette: palette.palette, flats: filled)
    self.parts = regions.map.regions.indices.map { index in
      if let part = parts[UInt16(index + 1)] { return RegionPart(part, .label) }
      // A shadow or highlight area is of the part that it lies on.
      let source =
        filled[index].origin == .trace ? regions.areas[index].map { Int($0.parent) - 1 } : nil
      let place = source ?? index
      if let part = parts[UInt16(place + 1)] { return RegionPart(part, .label) }
      if filled[place].origin == .background { return RegionPart("background", .ground) }
      if let counterpart = matches[place].chosen,
        let part = references[counterpart.reference].parts[Int(counterpart.label) - 1],
        part != "background"
      {
        return RegionPart(part, .counterpart)
      }
      return filled[place].entry.flatMap { palette.palette.entries[$0].part }.map {
        RegionPart($0, .entry)
      }
    }
    self.matches = matches
    let paintCounts = known.paintCounts
    self.paintCounts = paintCounts
    doubts = Doubt.queue(
      map: regions.map, flats: filled, areas: regions.areas,
      settled: Set(parts.filter { paintCounts.settles($0.value) }.keys))
    self.orphans = orphans
  }
}
