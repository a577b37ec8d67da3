import Glibc

/// How much a match is to be trusted.
enum Confidence {
  /// A logistic of the margin over the next candidate and of the share of pixels that fall on the
  /// counterpart.
  ///
  /// The coefficients are set by hand so far, not fitted: read it as an order, not as a frequency.
  ///
  /// - Parameters: scores and share, 0…1.
  static func ofMatch(best: Double, second: Double, position: Double) -> Double {
    1 / (1 + exp(-(-1.2 + 2.0 * (best - second) + 1.5 * position)))
  }
}
