import Glibc
import Raster
import Regions

/// The references laid over a drawing, or over one figure of it, and what its regions fall on there.
struct LaidReferences {
  let drawing: RegionDescriptors
  /// One for each reference.
  let alignments: [DenseAlignment]
  let votes: [RegionVotes]

  /// The best agreement of all.
  var agreement: Float { alignments.map(\.agreement).max() ?? 0 }

  /// The reference that agrees best; the first where there are none.
  var best: Int {
    alignments.indices.max { alignments[$0].agreement < alignments[$1].agreement } ?? 0
  }

  /// The references that show who else the drawing does.
  var ofOthers: Set<Int> = []
  /// The factor of the trust in those.
  private static let trustInOthers = 0.1

  /// The trust in each reference, 0…1: one in another pose is trusted less than one that fits.
  var trust: [Double] {
    let best = agreement
    return alignments.enumerated().map { index, alignment in
      Double(expf(10 * (alignment.agreement - best)))
        * (ofOthers.contains(index) ? Self.trustInOthers : 1)
    }
  }

  /// - Parameter known: the alignments, where they were made before.
  init(
    _ drawing: RegionDescriptors, _ references: [RegionDescriptors],
    alignments known: [DenseAlignment]? = nil, work: Work
  ) throws(Cancelled) {
    var alignments: [DenseAlignment] = []
    var votes: [RegionVotes] = []
    for (index, reference) in references.enumerated() {
      let alignment =
        if let known { known[index] } else {
          try Matcher.align(drawing, to: reference, work: work)
        }
      alignments.append(alignment)
      votes.append(
        try RegionVotes(
          drawing: drawing, reference: reference, alignment: alignment, work: work
        ).joined(by: Self.seen(drawing, reference, alignment, work: work)))
      work.report(Double(index + 1) / Double(references.count))
    }
    self.drawing = drawing
    self.alignments = alignments
    self.votes = votes
  }

  /// The same laid by lines and shapes, whatever features there are.
  ///
  /// - Complexity: that of laying them anew, where there are any.
  func byLines(_ references: [RegionDescriptors], work: Work) throws(Cancelled) -> LaidReferences {
    if drawing.features == nil { return self }
    return try LaidReferences(
      drawing.seen(by: nil), references.map { $0.seen(by: nil) }, work: work)
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
  func groundShares(_ references: [RegionDescriptors]) -> RegionTable<Double> {
    let trust = trust
    let whole = trust.reduce(0, +)
    return RegionTable(drawing.map) { region in
      references.indices.reduce(0) { sum, index in
        let ground = votes[index].shares[region.label].reduce(Float(0)) { ground, vote in
          ground + (references[index].map[vote.label].isBackground ? vote.share : 0)
        }
        return sum + trust[index] * Double(ground)
      } / whole
    }
  }

  /// The share of each region that falls on ground in the reference that agrees best, before that was bent, 0…1: bending draws
  /// the drawing's ground to the reference's figure where it is taken for figure.
  func posedGroundShares(_ references: [RegionDescriptors]) -> RegionTable<Double> {
    let (alignment, reference) = (alignments[best], references[best])
    let isGround = RegionTable(reference.map) { $0.isBackground }
    let (own, other) = (drawing.view.labels, reference.view.labels)
    var seen = RegionTable(repeating: 0, count: drawing.map.regions.count)
    var ground = seen
    for y in stride(from: 0, to: own.height, by: 2) {
      for x in stride(from: 0, to: own.width, by: 2) where own[x, y] != 0 {
        let place = alignment.posedPlace(of: SIMD2(Float(x), Float(y)))
        guard reference.view.isInPicture(place) else { continue }
        let (u, v) = (Int(place.x.rounded()), Int(place.y.rounded()))
        let isInView = u >= 0 && v >= 0 && u < other.width && v < other.height
        seen[own[x, y]] += 1
        if !isInView || isGround[other[u, v], ofNone: false] { ground[own[x, y]] += 1 }
      }
    }
    return RegionTable(zip(seen, ground).map { $0 > 0 ? Double($1) / Double($0) : 0 })
  }

  /// The long side of what the drawing shows of a reference, in cells of the reference's view: all of its figure, or the part that a
  /// close-up has.
  static func shownSide(
    of reference: RegionDescriptors, in drawing: RegionDescriptors, _ alignment: DenseAlignment
  ) -> Float {
    let side = reference.view.figureSide
    let coverage = alignment.coverage(figureSide: drawing.view.figureSide, ofSide: side)
    return coverage < closeUpCoverage ? side * coverage : side
  }

  /// Below this share of the reference's figure a drawing is a close-up.
  private static let closeUpCoverage: Float = 0.4

  /// The match of every region.
  func matches(_ references: [RegionDescriptors], work: Work) throws(Cancelled)
    -> RegionTable<Match>
  {
    let table = try PossibleMatches(
      drawing: drawing, references: references, votes: votes, alignments: alignments, trust: trust,
      work: work)
    let relaxation = try Relaxation(
      table, drawing: drawing, references: references, work: work)
    let paints = Matcher.paints(of: references)
    let agreements = alignments.map { Double($0.agreement) }
    return RegionTable(
      try work.mapUnlessCancelled(drawing.map.regions.count) { row in
        Matcher.match(
          drawing.map.regions[row].label, row: row, table: table, relaxation: relaxation,
          paints: paints, agreements: agreements)
      })
  }
}
