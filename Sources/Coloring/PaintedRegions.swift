internal import Raster
internal import Regions

// From matches to flats. What the artist chose wins; then a pinned match; then the paint of
// the region that a trace area belongs to; then the region's own match, where the artist has named the part,
// the best candidate of that part; last its neighbours' (`Flats+Neighbours.swift`).

/// What the stage `flats` makes: the flats, and the corrections that found no place.
struct PaintedRegions: Sendable {
  let flats: Flats
  /// Labels and colours whose region or entry does not exist.
  let orphans: Corrections

  init(
    _ regions: DividedDrawing, matching: Matching, references: [Reference],
    corrections: Corrections, palette replacement: Palette?
  ) {
    let palette = ProjectPalette(
      references: references.map(\.palette), replacement: replacement)
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
    let own = regions.map.regions.map { region -> Flat? in
      if let entry = chosen[region.label] {
        return Flat(entry: entry, origin: .colour, confidence: 1)
      }
      return PaintedRegions.matched(
        region, matching.matches[Int(region.label) - 1], part: parts[region.label],
        palette: palette, references: references)
    }
    var flats = own
    for (index, area) in regions.areas.enumerated() {
      let match = matching.matches[index]
      guard let area, match.origin != .pinned, match.origin != .unlinked,
        own[index]?.origin != .colour, let parent = own[Int(area.parent) - 1],
        parent.entry != nil
      else { continue }
      flats[index] = Flat(entry: parent.entry, origin: .trace, confidence: parent.confidence)
    }
    self.flats = Flats(
      palette: palette.palette,
      flats: Flats.filled(
        flats, map: regions.map, graph: regions.graph, palette: palette.palette, parts: parts))
    self.orphans = orphans
  }

  /// The paint of a region's match; nil where it has none.
  private static func matched(
    _ region: Region, _ match: Match, part: String?, palette: ProjectPalette,
    references: [Reference]
  ) -> Flat? {
    let ground = Flat(entry: nil, origin: .background, confidence: match.confidence)
    if let part, part == "background" {
      return Flat(entry: nil, origin: .background, confidence: 1)
    }
    if region.isBackground && match.origin != .pinned && part == nil { return ground }
    func entry(_ candidate: Candidate) -> Int? {
      let reference = references[candidate.reference]
      if reference.map[candidate.label].isBackground { return nil }
      return palette.entry(
        reference.entries[Int(candidate.label) - 1], of: candidate.reference)
    }
    if match.origin == .pinned, let chosen = match.chosen {
      return entry(chosen).map { Flat(entry: $0, origin: .match, confidence: match.confidence) }
        ?? ground
    }
    guard match.chosen != nil else { return nil }
    // The ground was told from the figure by the drawing itself, so a counterpart in the reference's ground is
    // a mistake; a part given by hand says which candidates can be right. The rest of the doubt stays.
    let fitting = match.candidates.compactMap { entry($0) }.first { paint in
      let known = palette.palette.entries[paint].part
      return part == nil || known == nil || known == part
    }
    return fitting.map { Flat(entry: $0, origin: .match, confidence: match.confidence) }
  }
}
