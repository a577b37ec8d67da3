import Glibc
public import Raster
public import Regions

/// Matches the regions of a drawing with those of one or several references, by rules and by what the engine's features show,
/// where it makes any.
///
/// Each reference is laid over the drawing (`PoseSearch`) and bent onto it (`DenseAlignment`); the regions' pixels
/// vote for what they fall on (`RegionVotes`); shape and texture are weighed in (`PossibleMatches`), neighbours
/// are brought to agree and all regions shared out (`Relaxation`, `SoftAssignment`).
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
    var alignments: [DenseAlignment] = []
    var votes: [RegionVotes] = []
    for (index, reference) in references.enumerated() {
      let alignment = try align(drawing, to: reference, work: work)
      alignments.append(alignment)
      votes.append(
        try RegionVotes(
          drawing: drawing, reference: reference, alignment: alignment, work: work
        ).joined(by: seen(drawing, reference, alignment, work: work)))
      work.report(0.9 * Double(index + 1) / Double(references.count))
    }
    let best = alignments.map(\.agreement).max() ?? 0
    // A reference in another pose is trusted less than one that fits.
    let trust = alignments.map { Double(expf(10 * ($0.agreement - best))) }
    let table = try PossibleMatches(
      drawing: drawing, references: references, votes: votes, alignments: alignments, trust: trust,
      work: work)
    let relaxation = try Relaxation(
      table, drawing: drawing, references: references, work: work)
    let paints = Self.paints(of: references)
    let agreements = alignments.map { Double($0.agreement) }
    let matches = try work.mapUnlessCancelled(drawing.map.regions.count) { row in
      match(
        drawing.map.regions[row].label, row: row, table: table, relaxation: relaxation,
        paints: paints, agreements: agreements)
    }
    return Matches(
      matches: RegionTable(matches),
      groundShares: groundShares(
        drawing.map, references: references, votes: votes, trust: trust),
      alignments: alignments, frame: drawing.view.frame, figureSide: drawing.view.figureSide)
  }

  /// The features' votes, where both pictures have features.
  private static func seen(
    _ drawing: RegionDescriptors, _ reference: RegionDescriptors, _ alignment: DenseAlignment,
    work: Work
  ) throws(Cancelled) -> FeatureVotes? {
    guard let own = drawing.features, let other = reference.features else { return nil }
    return try FeatureVotes(
      drawing: drawing, own, reference: reference, other, alignment: alignment, work: work)
  }

  /// The share of each region that falls on ground, the mean over the references as far as they are trusted.
  private static func groundShares(
    _ map: RegionMap, references: [RegionDescriptors], votes: [RegionVotes], trust: [Double]
  ) -> RegionTable<Double> {
    let whole = trust.reduce(0, +)
    return RegionTable(map) { region in
      references.indices.reduce(0) { sum, index in
        let ground = votes[index].shares[region.label].reduce(Float(0)) { ground, vote in
          ground + (references[index].map[vote.label].isBackground ? vote.share : 0)
        }
        return sum + trust[index] * Double(ground)
      } / whole
    }
  }

  /// The better of the two dense alignments that start from the best pose and the best mirrored one.
  private static func align(
    _ drawing: RegionDescriptors, to reference: RegionDescriptors, work: Work
  ) throws(Cancelled) -> DenseAlignment {
    let features: (Features, Features)? =
      if let own = drawing.features, let other = reference.features { (own, other) } else { nil }
    let seen = features.map { own, other in
      PoseSearch.poses(from: drawing.view, own, to: reference.view, other, work: work)
    }
    let poses =
      if let seen, !seen.isEmpty { seen } else {
        try PoseSearch.poses(from: drawing.view, to: reference.view, work: work)
      }
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
  private static func paints(of references: [RegionDescriptors]) -> [Int] {
    var paints: [Int] = []
    var used = 0
    for reference in references {
      paints += reference.paints.map { used + $0 + 1 }
      used += (reference.paints.max() ?? 0) + 2
    }
    return paints
  }

  private static func match(
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
        ])
    }
    let nothing = shares.count > table.rows[row].count ? shares[table.rows[row].count] : 0
    guard let first = candidates.first, choice.best > nothing else {
      return Match(
        label: label, origin: .unmatched, chosen: nil, candidates: candidates, confidence: 0)
    }
    return Match(
      label: label, origin: .automatic, chosen: first, candidates: candidates,
      confidence: Confidence.ofMatch(
        paint: choice.share, texture: first.reasons[.texture] ?? 0,
        neighbours: first.reasons[.neighbours] ?? 0, agreement: agreements[first.reference]))
  }
}
