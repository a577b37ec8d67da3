public import Coloring

extension AnalysisProgress {
  /// After so many milliseconds a spinner shows that something is under way; after so many more, how long it
  /// will take.
  static let patience = 200
  static let longPatience = 2000

  /// Whether it has taken long enough to be shown.
  public func isShown(at now: Int) -> Bool { now - since >= Self.patience }

  /// Seconds left, at least 1; nil while it is too early to tell.
  public func secondsLeft(at now: Int) -> Int? {
    let elapsed = now - since
    guard elapsed >= Self.longPatience, share > 0.02 else { return nil }
    return max(1, Int((Double(elapsed) * (1 - share) / share / 1000).rounded(.up)))
  }

  /// The picture of the spinner that is due, counted up ten times a second.
  public func turn(at now: Int) -> Int { max(0, now - since) / 100 }

  /// When it will look otherwise.
  func nextChange(after now: Int) -> Int {
    since + max(Self.patience, (turn(at: now) + 1) * 100)
  }
}

extension StageKind {
  /// The engine's work there.
  public var phrase: Phrase { Phrase(title.english, title.japanese) }
}
