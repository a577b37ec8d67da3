public import Regions

/// The product of the stage `flats`: one palette entry a region, and what follows from the choice.
///
/// `FlatsBasis` makes them, in the flow and ahead of it. Every region of the figure has a paint as long as the palette has one.
public struct Flats: Hashable, Sendable {
  /// The project's palette as the artist's edits leave it.
  public let palette: Palette
  /// The palette before the artist's edits of it.
  public let sourcePalette: Palette
  /// Indices into `palette` of the entries that the matched references give; the others are of other characters or added.
  public let ownEntries: Set<Int>
  /// Indices into `palette` of the entries that no reference gives: the artist added them.
  public let addedEntries: Set<Int>
  /// The flat of each region; `self[label]` is one of them.
  public let flats: RegionTable<Flat>
  /// The matches that the flats are made from: each with the best counterpart that can be right.
  public let matches: RegionTable<Match>
  /// Regions that the artist painted otherwise than their match says: no light of the match is theirs.
  public let repainted: Set<UInt16>
  /// The part of each region; nil while it is unlabelled.
  public let parts: RegionTable<RegionPart?>
  /// The same of each matched reference, `referenceParts[reference][label]`: what a counterpart there says.
  public let referenceParts: [RegionTable<RegionPart?>]
  /// The number of paints that are known of each part.
  public let paintCounts: PaintCounts
  /// Every region, those worth most to be looked at first.
  public let ranking: [Doubt]
  /// Labels, pins, unlinks and colours whose region, counterpart or entry does not exist.
  public let orphans: Corrections
  /// Labels of references that found no region there.
  public let orphanedReferenceLabels: [PartLabel]
  /// Palette edits that name no entry.
  public let orphanedPaletteEdits: [PaletteEdit]

  /// The flat of a region.
  public subscript(label: UInt16) -> Flat { flats[label] }

  /// The regions whose paint is worth a stop, those worth most first.
  public var doubts: [Doubt] { ranking.filter(\.isStop) }
}
