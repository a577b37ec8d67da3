import Glibc

/// The trust in a match: the chance that it brings the right paint, as a logistic of what speaks for that (`MatchEvidence`).
///
/// Fitted by maximum likelihood on generated characters that no network learned from, each view coloured from the other, by
/// `benchmarks confidence --network FILE` on 6,714 regions of 90 pairs, and without a network on 8,271 of 110. A region is right
/// where most of its paper is within a CIEDE2000 distance of 10. Drawings that had no part in the fit are foretold by area
/// within 0.07 and 0.06; what is right has the higher chance than what is wrong 84 % and 70 % of the time. What the network takes
/// for the same thing says most, pose and texture where only the alignment voted. Left out since they foretold nothing more: the
/// share of cells whose own votes are for the paint, the way back from the most alike cell, how even the counterpart's colour is.
///
/// The fit with features is that of the first weights. With the second, 6,670 regions of the same 90 pairs are foretold within 0.06
/// by it, and right goes before wrong 87 % of the time, as by a new fit (0.07 on drawings left out of it).
/// On other artists' drawings, which had no part in it, with the third weights: sprites are foretold within 0.07, cartoons in
/// vectors and drawings on paper within 0.16. Other rules or weights ask for another look.
enum Confidence {
  /// The weights of `MatchEvidence.inputs` in their order, and the sum at which a match is as likely right as wrong.
  struct Weights {
    let inputs: [Double]
    let threshold: Double
  }

  // Votes, scores, agreement, shape, texture, kinship, size.
  /// Where a network's features voted.
  static let byFeatures = Weights(
    inputs: [1.90, 1.78, 2.08, 1.04, 0.83, 3.29, 0.60], threshold: 6.61)
  /// Where only the alignment did.
  static let byRules = Weights(inputs: [0.59, 2.01, 4.81, 0.89, 3.55, 0, 0.30], threshold: 8.18)

  /// The share of the ground that is figure, where open lines let that run out, for each vote for something else beyond
  /// those that fall beside a line anyway. The ground is always ground for the most part; of 264 a hundredth was figure,
  /// or of the figure where that is smaller.
  private static let leak = (share: 0.17, beyond: 0.03)

  /// - Returns: 0…1; of the ground the share that is none of the figure.
  static func chance(of evidence: MatchEvidence) -> Double {
    if evidence.isGround { return 1 - leak.share * max(0, 1 - evidence.votes - leak.beyond) }
    let weights = evidence.isSeen ? byFeatures : byRules
    let sum = zip(weights.inputs, evidence.inputs).reduce(0) { $0 + $1.0 * $1.1 }
    return 1 / (1 + exp(weights.threshold - sum))
  }
}
