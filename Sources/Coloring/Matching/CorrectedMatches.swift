public import Regions

/// The matcher's findings for one drawing.
public struct CorrectedMatches: Sendable {
  /// One for each region of the drawing.
  public let matches: RegionTable<Match>
  /// The share of each region of the drawing that falls on the references' ground once aligned, 0…1.
  public let groundShares: RegionTable<Double>
  /// One for each reference: where the drawing's places lie in it.
  public let alignments: [Alignment]
  /// Pins whose region or counterpart does not exist (outside the picture, no such reference).
  public let orphanedPins: [Pin]
  /// Unlinks whose region does not exist.
  public let orphanedUnlinks: [RegionName]

  /// The findings for a drawing: `matches` and `groundShares` have one value for each of its regions, `alignments` one for each
  /// reference.
  ///
  /// - Precondition: the two tables are of one size.
  public init(
    matches: RegionTable<Match>, groundShares: RegionTable<Double>, alignments: [Alignment],
    orphanedPins: [Pin], orphanedUnlinks: [RegionName]
  ) {
    precondition(
      groundShares.count == matches.count,
      "\(groundShares.count) shares for \(matches.count) matches")
    self.matches = matches
    self.groundShares = groundShares
    self.alignments = alignments
    self.orphanedPins = orphanedPins
    self.orphanedUnlinks = orphanedUnlinks
  }
}
