import Glibc
public import Raster
public import Regions

/// Matches the regions of a drawing with those of one or several references, by rules and by what the engine's features show,
/// where it makes any.
///
/// Each reference is laid over the drawing (`PoseSearch`) and bent onto it (`DenseAlignment`); the regions' pixels
/// vote for what they fall on (`RegionVotes`); shape and texture are weighed in (`PossibleMatches`), neighbours
/// are brought to agree and all regions shared out (`Relaxation`, `SoftAssignment`). Of a reference that is a scene only the
/// figure counts (`Scenery`).
/// A pin or an unlink changes that region's match and no other: a correction that changed what was
/// right elsewhere would have to be corrected in turn. Only where its light comes from is dragged along (`Anchor`).
/// Cost: bounded, whatever the pictures' size; it grows with the number of references.
public enum Matcher {
  /// The most candidates that a match lists.
  public static let candidateLimit = 9

  /// Matches every region of the drawing.
  ///
  /// - Parameters:
  ///   - pins: matches set by hand; they win, the last of two for one region.
  ///   - unlinks: regions that have no counterpart; a pin wins over them.
  public static func match(
    drawing: RegionDescriptors, references: [RegionDescriptors], pins: [Pin] = [],
    unlinks: [RegionName] = [], work: Work
  ) throws(Cancelled) -> CorrectedMatches {
    try unpinned(drawing: drawing, references: references, work: work).corrected(
      pins: pins, unlinks: unlinks, map: drawing.map, references: references)
  }

  /// Matches every region of the drawing, whatever the artist wishes.
  static func unpinned(drawing: RegionDescriptors, references: [RegionDescriptors], work: Work)
    throws(Cancelled) -> Matches
  {
    // What is for pictures that show more or less than one figure tells no progress.
    let quiet = work.quiet
    let references = try references.map { reference throws(Cancelled) in
      try Scenery.removed(from: reference, for: drawing, work: quiet)
    }
    var whole = try LaidReferences(drawing, references, work: work.within(0...0.9))
    let outside = try OutsideRegions.found(&whole, references, work: quiet)
    let figures = try MatchedFigures(whole, references, work: quiet)
    return Matches(
      matches: figures.matches, groundShares: figures.groundShares, traits: drawing.traits,
      outside: outside.chances,
      owners: figures.owners, figures: figures.figures)
  }

  /// The better of the two dense alignments that start from the best pose and the best mirrored one.
  static func align(
    _ drawing: RegionDescriptors, to reference: RegionDescriptors, work: Work
  ) throws(Cancelled) -> DenseAlignment {
    let features: (Features, Features)? =
      if let own = drawing.features, let other = reference.features { (own, other) } else { nil }
    let (poses, areByLines) = try poses(from: drawing, to: reference, work: work)
    var whole = try best(of: poses, from: drawing, to: reference, features, work: work)
    if areByLines, whole.agreement < wellExplained, drawing.isCutOff, !reference.isCutOff {
      let part = try best(
        of: PoseSearch.poses(
          from: drawing.view, to: reference.view, showing: .part, work: work.quiet),
        from: drawing, to: reference, features, work: work)
      if part.agreement >= whole.agreement + partGain { whole = part }
    }
    guard areByLines, whole.agreement < wellExplained else { return whole }
    let closeUp = try best(
      of: PoseSearch.poses(
        from: drawing.view, to: reference.view, showing: .closeUp, work: work.quiet),
      from: drawing, to: reference, features, work: work)
    return closeUp.agreement >= max(wellMagnified, whole.agreement + closeUpGain)
      ? closeUp : whole
  }

  /// The best pose unmirrored and the best mirrored, the better first, and whether they are by lines: what the features show
  /// goes first, where both pictures have any.
  static func poses(
    from drawing: RegionDescriptors, to reference: RegionDescriptors, work: Work
  ) throws(Cancelled) -> (found: [PoseSearch.Pose], areByLines: Bool) {
    if let own = drawing.features, let other = reference.features {
      let seen = PoseSearch.poses(from: drawing.view, own, to: reference.view, other, work: work)
      if !seen.isEmpty { return (seen, false) }
    }
    return (try PoseSearch.poses(from: drawing.view, to: reference.view, work: work), true)
  }

  /// From this agreement on the whole reference explains a drawing, and no part of it is tried.
  private static let wellExplained: Float = 0.83
  /// A part is tried at so many sizes and places that some agreement is found anywhere; below this it is chance.
  private static let wellMagnified: Float = 0.85
  /// The gain in agreement by which a part of the reference has to explain a drawing better than the whole.
  private static let closeUpGain: Float = 0.08
  /// The same where the picture's sides cut off the drawing's figure.
  private static let partGain: Float = 0.03

  /// The alignment that agrees best of those that start from poses.
  private static func best(
    of poses: [PoseSearch.Pose], from drawing: RegionDescriptors, to reference: RegionDescriptors,
    _ features: (Features, Features)?, work: Work
  ) throws(Cancelled) -> DenseAlignment {
    // All at once: each by itself leaves threads idle between its many short steps.
    let bent = work.map(poses.count) {
      try? DenseAlignment(
        from: drawing.view, to: reference.view, features: features, pose: poses[$0], work: work)
    }
    try work.checkCancelled()
    let best = bent.compactMap(\.self).max { $0.agreement < $1.agreement }
    guard let best else { preconditionFailure("a pose each side") }
    return best
  }

  /// The paint of each column; no two references share one.
  static func paints(of references: [RegionDescriptors]) -> [Int] {
    var paints: [Int] = []
    var used = 0
    for reference in references {
      paints += reference.paints.map { used + $0 + 1 }
      used += (reference.paints.max() ?? 0) + 2
    }
    return paints
  }

  static func match(
    _ label: UInt16, row: Int, table: PossibleMatches, relaxation: Relaxation, paints: [Int],
    agreements: [Double]
  ) -> Match {
    let shares = relaxation.shares[row]
    let choice = PaintChoice(
      scores: Array(shares.prefix(table.rows[row].count)),
      paints: table.rows[row].map { paints[$0.column] })
    let candidates = choice.order.prefix(candidateLimit).map { index in
      let correspondence = table.rows[row][index]
      let column = table.columns[correspondence.column]
      return Candidate(
        reference: column.reference, label: column.label, score: shares[index],
        reasons: [
          .position: correspondence.position, .shape: correspondence.shape,
          .neighbours: relaxation.support[row][index], .texture: correspondence.texture,
        ],
        evidence: table.evidence(
          of: label, row: row, at: index, shares: shares, agreements: agreements))
    }
    let nothing = shares.count > table.rows[row].count ? shares[table.rows[row].count] : 0
    guard let first = candidates.first, choice.best > nothing else {
      return Match(
        label: label, origin: .unmatched, chosen: nil, candidates: candidates, confidence: 0)
    }
    return Match(
      label: label, origin: .automatic, chosen: first, candidates: candidates,
      confidence: first.chance)
  }
}
