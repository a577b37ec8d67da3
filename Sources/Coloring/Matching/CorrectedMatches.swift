public import Regions

/// The matcher's findings for one drawing.
public struct CorrectedMatches: Sendable {
  /// One for each region of the drawing: `matches[label - 1]`.
  public let matches: [Match]
  /// How much of each region falls on the references' ground once aligned, 0…1: `groundShares[label - 1]`.
  public let groundShares: [Double]
  /// One for each reference: where the drawing's places lie in it.
  public let alignments: [Alignment]
  /// Pins whose region or counterpart does not exist (outside the picture, no such reference).
  public let orphanedPins: [Pin]
  /// Unlinks whose region does not exist.
  public let orphanedUnlinks: [RegionName]

  public init(
    matches: [Match], groundShares: [Double], alignments: [Alignment], orphanedPins: [Pin],
    orphanedUnlinks: [RegionName]
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
