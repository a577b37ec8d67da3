internal import Regions

extension FlatsMaking {
  /// - Complexity: O(regions · candidates + borders).
  func flats() -> Flats {
    let matches = RegionTable(map, fittingMatch)
    let own = RegionTable(map) { ownFlat(of: $0, matches[$0.label]) }
    let flats = Flats.filled(
      shaded(own, matches), map: map, graph: regions.graph, palette: palette.palette,
      paints: said.mapValues(known.paints).filter { !$0.value.isEmpty })
    let paintCounts = known.paintCounts
    return Flats(
      palette: palette.palette, sourcePalette: palette.source, ownEntries: palette.own,
      addedEntries: palette.added, flats: flats, matches: matches,
      repainted: repainted(flats, matches),
      parts: RegionTable(map) { part(of: $0.label, flats, matches) },
      referenceParts: references.indices.map(partsOfReference),
      paintCounts: paintCounts,
      ranking: Doubt.ranked(
        map: map, flats: flats, areas: regions.areas,
        settled: Set(said.filter { paintCounts.settles($0.value) }.keys)),
      orphans: orphans, orphanedReferenceLabels: orphanedReferenceLabels,
      orphanedPaletteEdits: palette.orphans)
  }

  /// The regions whose paint is not their counterpart's.
  private func repainted(_ flats: RegionTable<Flat>, _ matches: RegionTable<Match>) -> Set<UInt16> {
    Set(
      map.regions.map(\.label).filter { label in
        let flat = flats[label]
        return (chosen[label] != nil || flat.origin == .example)
          && matches[label].chosen.flatMap(known.paint(of:)) != flat.entry
      })
  }

  private func isHole(_ label: UInt16) -> Bool { holes[label] >= HoleSigns.likely }

  /// A region's match, with the best counterpart that can be right.
  private func fittingMatch(of region: Region) -> Match {
    let match = matches[region.label]
    let part = said[region.label]
    if isHole(region.label) && chosen[region.label] == nil {
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

  /// The paint that a region has by itself; nil where nothing was found for it.
  private func ownFlat(of region: Region, _ match: Match) -> Flat? {
    if let entry = chosen[region.label] {
      return Flat(entry: entry, origin: .colour, confidence: 1)
    }
    let part = said[region.label]
    if part == "background" { return Flat(entry: nil, origin: .background, confidence: 1) }
    if region.isBackground && match.origin != .pinned && part == nil {
      return Flat(entry: nil, origin: .background, confidence: match.confidence)
    }
    let chance = holes[region.label]
    if isHole(region.label) {
      return Flat(entry: nil, origin: .background, confidence: chance)
    }
    if let example = paintOfExample(region, match) { return example }
    guard let counterpart = match.chosen else { return nil }
    let paint = known.paint(of: counterpart)
    return Flat(
      entry: paint, origin: paint == nil ? .background : .match,
      confidence: min(match.confidence, 1 - chance))
  }

  /// The paint of the example that a region is likely the same as, where the match is less sure of another.
  private func paintOfExample(_ region: Region, _ match: Match) -> Flat? {
    guard match.origin == .automatic || match.origin == .unmatched, said[region.label] == nil,
      regions.areas[region.label] == nil, let like = examples.entry(for: traits[region.label]),
      like.chance > match.confidence, like.value != match.chosen.flatMap(known.paint)
    else { return nil }
    return Flat(entry: like.value, origin: .example, confidence: like.chance)
  }

  /// The same where shadow and highlight areas have the paint of the region that they lie on.
  private func shaded(_ own: RegionTable<Flat?>, _ matches: RegionTable<Match>)
    -> RegionTable<Flat?>
  {
    RegionTable(map) { region in
      let (label, flat) = (region.label, own[region.label])
      guard let area = regions.areas[label], area.parent != label,
        matches[label].origin != .pinned, matches[label].origin != .unlinked,
        flat?.origin != .colour, let parent = own[area.parent], parent.entry != nil
      else { return flat }
      // An area that the artist calls another part than the region around it is no shade of that region.
      if let part = said[label],
        part != said[area.parent] ?? matches[area.parent].chosen.flatMap(known.part)
      {
        return flat
      }
      return Flat(entry: parent.entry, origin: .trace, confidence: parent.confidence)
    }
  }

  /// The part of a region, and how it is known; nil while it is not.
  private func part(
    of label: UInt16, _ flats: RegionTable<Flat>, _ matches: RegionTable<Match>
  ) -> RegionPart? {
    if let part = said[label] { return RegionPart(part, .label) }
    // A shadow or highlight area is of the part that it lies on.
    let parent = flats[label].origin == .trace ? regions.areas[label]?.parent : nil
    let place = parent ?? label
    if let part = said[place] { return RegionPart(part, .label) }
    if flats[place].origin == .background { return RegionPart("background", .ground) }
    let found = partTold(place, partOfPaint(place, flats, matches)) ?? partSeen(place, matches)
    if let like = examples.part(for: traits[place]), like.chance > found?.chance ?? 0.5 {
      return RegionPart(like.value, .example)
    }
    return found?.part
  }

  /// The part of the paint that a region has, and the chance that this is right.
  private func partOfPaint(
    _ label: UInt16, _ flats: RegionTable<Flat>, _ matches: RegionTable<Match>
  ) -> (part: RegionPart, chance: Double)? {
    if let counterpart = matches[label].chosen,
      let part = references[counterpart.reference].parts[counterpart.label], part != "background"
    {
      return (RegionPart(part, .counterpart), flats[label].confidence)
    }
    return flats[label].entry.flatMap { palette.palette.entries[$0].part }.map {
      (RegionPart($0, .entry), flats[label].confidence)
    }
  }

  /// The part that labelled drawings taught, in the place of what the network sees; that of the paint where this is surer.
  private func partTold(_ label: UInt16, _ painted: (part: RegionPart, chance: Double)?) -> (
    part: RegionPart, chance: Double
  )? {
    guard let told = told?[label], told.chance > painted?.chance ?? 0 else { return painted }
    return (RegionPart(told.part, .taught), told.chance)
  }

  /// The part that the engine's features show.
  private func partSeen(_ label: UInt16, _ matches: RegionTable<Match>) -> (
    part: RegionPart, chance: Double
  )? {
    // Where it is unclear in lines, colours may tell.
    let counterpart = matches[label].chosen.map { seenInReferences[$0.reference][$0.label] }
    return PartChances.likeliest(of: [traits[label].parts, counterpart ?? .none]).map {
      (RegionPart($0.part, .seen), $0.chance)
    }
  }

  /// The parts of a matched reference's regions.
  private func partsOfReference(_ index: Int) -> RegionTable<RegionPart?> {
    let reference = references[index]
    return RegionTable(reference.map) { region in
      if saidOfReferences[index].contains(region.label) {
        return reference.parts[region.label].map { RegionPart($0, .label) }
      }
      if region.isBackground { return RegionPart("background", .ground) }
      let entry = palette.entry(reference.entries[region.label], of: index)
      if let part = entry.flatMap({ palette.palette.entries[$0].part }) {
        return RegionPart(part, .entry)
      }
      return PartChances.likeliest(of: [seenInReferences[index][region.label]]).map {
        RegionPart($0.part, .seen)
      }
    }
  }
}
