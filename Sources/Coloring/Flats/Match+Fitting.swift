internal import Regions

extension Match {
  /// The match with the best counterpart that can be right.
  ///
  /// The drawing itself tells figure from ground, so a region of the figure has no counterpart in a
  /// reference's ground. Where the matcher's choice cannot be right, the best candidate that can takes its place, as likely as
  /// what speaks for it says, and no likelier than the first choice was held to be.
  ///
  /// - Parameter isPossible: whether a candidate can be right.
  func fitting(where isPossible: (Candidate) -> Bool) -> Match {
    guard origin == .automatic, let chosen, !isPossible(chosen) else { return self }
    guard let best = candidates.first(where: { $0 != chosen && isPossible($0) }) else {
      return Match(
        label: label, origin: .unmatched, chosen: nil, candidates: candidates, confidence: 0)
    }
    return Match(
      label: label, origin: .automatic, chosen: best, candidates: candidates,
      confidence: min(confidence, best.chance))
  }

  /// The match with the best counterpart of the part that the artist said the region is.
  ///
  /// Nothing else can be right any more; so it is as likely as the share of its paint among the scores of what is left.
  ///
  /// - Parameter paint: the entry of a candidate of the part; nil for any other.
  func narrowed(to paint: (Candidate) -> Int?) -> Match {
    guard origin == .automatic || origin == .unmatched else { return self }
    let left = candidates.compactMap { candidate in paint(candidate).map { (candidate, $0) } }
    guard let best = left.first(where: { $0.0 == chosen }) ?? left.first else {
      return Match(
        label: label, origin: .unmatched, chosen: nil, candidates: candidates, confidence: 0)
    }
    let whole = left.reduce(0) { $0 + $1.0.score }
    let same = left.reduce(0) { $1.1 == best.1 ? $0 + $1.0.score : $0 }
    return Match(
      label: label, origin: .automatic, chosen: best.0, candidates: candidates,
      confidence: whole > 0 ? same / whole : 0)
  }
}
