public import Regions

// Flats cost less than a millisecond, and nearly everything that the artist says goes no further up the flow. So what they are made
// from is kept with a drawing's result: whoever wants to know what a correction does asks for the flats with it,
// and gets those that the flow will give, from the same function.

/// The basis of a drawing's flats: everything but what the artist has said.
public struct FlatsBasis: Sendable {
  let regions: DividedDrawing
  /// The matches that the matcher found by itself.
  var matches: RegionTable<Match>
  /// As `CorrectedMatches.groundShares`.
  let groundShares: RegionTable<Double>
  /// As `Matches.outside`.
  let outside: RegionTable<Double>
  /// Those that the drawing is matched with, as they were read: without labels.
  let references: [Reference]
  /// What the engine's features show of each region of the drawing, and the parts in each of `references`.
  let traits: RegionTable<RegionTraits>
  let seenInReferences: [RegionTable<PartChances>]
  /// The parts that labelled drawings taught; nil where none did.
  let told: RegionTable<ToldPart?>?
  /// The palettes of all the project's references.
  let palettes: JoinedPalettes

  init(
    _ regions: DividedDrawing, unpinned: Matches, told: RegionTable<ToldPart?>?,
    references: [Reference],
    seenInReferences: [RegionTable<PartChances>], places: [Int], others: [ReferencePalette]
  ) {
    self.regions = regions
    matches = unpinned.matches
    groundShares = unpinned.groundShares
    outside = unpinned.outside
    traits = unpinned.traits
    self.seenInReferences = seenInReferences
    self.told = told
    self.references = references
    palettes = JoinedPalettes(
      matched: references.map(ReferencePalette.init), places: places, others: others)
  }

  /// What the engine's network sees of a region of the drawing; nil where there is no such region, or no network.
  public func traits(of region: RegionName) -> RegionTraits? {
    guard let label = regions.map.resolve(region), traits[label] != .none else { return nil }
    return traits[label]
  }

  /// The flats as the artist's decisions make them.
  ///
  /// - Complexity: O(regions · candidates + regions of the references + entries²): 0.1 ms for 200 regions and 20 entries.
  public func flats(_ decisions: FlatsDecisions) -> Flats {
    FlatsMaking(self, decisions).flats()
  }
}
