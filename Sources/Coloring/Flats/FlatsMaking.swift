internal import Regions

// From matches to flats. What the artist chose wins; then a pinned match; then, that an enclosed region is likely a
// hole (`HoleSigns.swift`), which leaves it unpainted like the ground around the figure; then the paint of the region
// that a trace area belongs to; then the region's own match, or the best candidate that can be right
// (`Match+Fitting.swift`); last its neighbours' (`Flats+Neighbours.swift`).
//
// A part given by hand is obeyed as soon as one colour is known to be of that part (`KnownParts.swift`): the
// region takes the best candidate of the part, or where none of its candidates is, the part's paint as such. While nobody
// has said of any colour that it is of that part, a label can only rule out what is known to be something else.
//
// Here is what the artist decided, found again among the regions; `FlatsMaking+Choosing.swift` makes flats of it.

/// A drawing's regions, and everything that speaks for one paint or another of each.
struct FlatsMaking {
  let regions: DividedDrawing
  var map: RegionMap { regions.map }
  /// The matched references with their labels.
  let references: [Reference]
  /// The regions of each that the artist labelled.
  let saidOfReferences: [Set<UInt16>]
  let palette: ProjectPalette
  let known: KnownParts
  /// As `FlatsBasis` has them.
  let traits: RegionTable<RegionTraits>
  let seenInReferences: [RegionTable<PartChances>]
  let told: RegionTable<ToldPart?>?
  /// The matches with the artist's pins and unlinks.
  let matches: RegionTable<Match>
  /// The parts that the artist gave regions.
  let said: [UInt16: String]
  /// The entries that the artist gave regions.
  let chosen: [UInt16: Int]
  /// The chance that a region is a hole, or outside of the figure; 0 where the artist says otherwise.
  let holes: RegionTable<Double>
  /// What the artist said of regions, for those that are like them.
  let examples: Examples
  let orphans: Corrections
  let orphanedReferenceLabels: [PartLabel]

  init(_ basis: FlatsBasis, _ decisions: FlatsDecisions) {
    let map = basis.regions.map
    let corrections = decisions.corrections
    var orphans = Corrections()

    let labels = basis.references.indices.map { index in
      index < decisions.referenceLabels.count ? decisions.referenceLabels[index] : []
    }
    let labelled = zip(basis.references, labels).map { $0.labelled(by: $1) }
    let references = labelled.map(\.reference)
    orphanedReferenceLabels = labelled.flatMap(\.orphans)
    saidOfReferences = zip(references, labels).map { reference, labels in
      Set(labels.compactMap { reference.map.resolve($0.region) })
    }
    let palette = ProjectPalette(
      basis.palettes, labelled: references.map(ReferencePalette.init),
      replacement: decisions.palette, edits: decisions.paletteEdits)

    let wishes = Wishes(
      drawing: map, references: references.map(\.map), pins: corrections.pins,
      unlinks: corrections.unlinks)
    let matches = basis.matches.mapValues { wishes.granted($0) }
    orphans.pins = wishes.orphanedPins
    orphans.unlinks = wishes.orphanedUnlinks

    var chosen: [UInt16: Int] = [:]
    for choice in corrections.colours {
      let entry = palette.palette.index(named: choice.entry)
      if let label = map.resolve(choice.region), let entry {
        chosen[label] = entry
      } else {
        orphans.colours.append(choice)
      }
    }
    var said: [UInt16: String] = [:]
    for label in corrections.labels {
      if let region = map.resolve(label.region) {
        said[region] = label.part
      } else {
        orphans.labels.append(label)
      }
    }
    holes = matches.mapValues { match in
      let isOpen = match.origin == .automatic || match.origin == .unmatched
      guard isOpen, said[match.label] == nil, basis.regions.areas[match.label] == nil else {
        return 0
      }
      let signs = basis.regions.holes[match.label]
      return max(
        basis.outside[match.label],
        signs?.chance(groundShare: basis.groundShares[match.label]) ?? 0)
    }
    regions = basis.regions
    traits = basis.traits
    seenInReferences = basis.seenInReferences
    told = basis.told
    self.references = references
    self.palette = palette
    known = KnownParts(references: references, palette: palette)
    self.matches = matches
    self.said = said
    examples = Examples(
      decisions.examples, own: said.map { (basis.traits[$0.key], $0.value) },
      references: references, places: basis.palettes.places, palette: palette)
    self.chosen = chosen
    self.orphans = orphans
  }
}
