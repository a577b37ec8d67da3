public import Projects

extension Render {
  /// Seconds since its worker began, on the clock of the folder's files; nil before.
  ///
  /// - Parameter now: seconds since 1970.
  public func elapsed(at now: Int) -> Int? {
    started.map { max(0, (state == .running ? now : progress?.time ?? now) - $0) }
  }

  /// About how many seconds are left, from the share done so far; nil before that says something.
  public func remaining(at now: Int) -> Int? {
    guard state == .running, let elapsed = elapsed(at: now), let share = progress?.overall,
      share > 0.05, elapsed >= 2
    else { return nil }
    return Int((Double(elapsed) * (1 - share) / share).rounded(.up))
  }
}
