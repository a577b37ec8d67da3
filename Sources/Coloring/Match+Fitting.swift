internal import Regions

extension Match {
  /// The match with the best counterpart that can be right.
  ///
  /// The drawing itself tells figure from ground, so a region of the figure has no counterpart in a
  /// reference's ground; a part given by hand leaves only candidates of that part. Where the matcher's
  /// choice cannot be right, the best candidate that can takes its place, as likely as its share
  /// of the scores among what else there was, and no likelier than the first choice was held to be.
  ///
  /// - Parameter isPossible: whether a candidate can be right.
  func fitting(where isPossible: (Candidate) -> Bool) -> Match {
    guard origin == .automatic, let chosen, !isPossible(chosen) else { return self }
    let others = candidates.filter { $0 != chosen }
    guard let best = others.first(where: isPossible) else {
      return Match(
        label: label, origin: .unmatched, chosen: nil, candidates: candidates, confidence: 0)
    }
    let whole = others.reduce(0) { $0 + $1.score }
    let share = whole > 0 ? best.score / whole : 0
    return Match(
      label: label, origin: .automatic, chosen: best, candidates: candidates,
      confidence: min(confidence, (1 - confidence) * share))
  }
}
