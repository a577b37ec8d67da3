internal import TerminalUI

/// Tells a paste from typing on a terminal that does not mark pastes, such as the console: there it arrives as keys, and
/// each would do what it means, label and pin and remove.
///
/// Ten keys, of three kinds at least, within 60 ms are more than hands do; a key held down is of one kind, and what a
/// stalled line has kept back is shorter. What follows without a pause belongs to it.
struct KeyBurst: Sendable {
  private static let least = 10
  private static let leastKinds = 3
  /// Milliseconds.
  private static let window = 60
  private static let pause = 150

  /// Those within the window, the newest last.
  private var recent: [(key: Key, time: Int)] = []
  /// When the last key of a paste came.
  private var last: Int?

  /// Takes note of keys that came at once.
  ///
  /// - Parameter now: milliseconds.
  /// - Returns: whether they belong to a paste.
  mutating func takes(_ keys: [Key], at now: Int) -> Bool {
    let typed = keys.filter(\.isTyped)
    if typed.isEmpty { return false }
    recent.removeAll { $0.time < now - Self.window }
    recent += typed.suffix(Self.least).map { ($0, now) }
    let goesOn = last.map { now - $0 < Self.pause } ?? false
    let begins = recent.count >= Self.least && Set(recent.map(\.key)).count >= Self.leastKinds
    recent.removeFirst(max(0, recent.count - Self.least))
    guard goesOn || begins else { return false }
    last = now
    return true
  }
}

extension Key {
  /// Whether text is made of it.
  fileprivate var isTyped: Bool {
    switch code {
    case .character, .enter, .tab: modifiers.subtracting(.shift).isEmpty
    default: false
    }
  }
}

extension StudioState {
  /// Whether keys that came at once are a paste where nothing can be pasted; says so.
  mutating func ignores(_ keys: [Key]) -> Bool {
    switch overlay {
    case _ where capabilities.marksPastes: return false
    case .prompt, .menu, .chooser, .partForm: return false
    case .confirmation, .log, .renderLog, .mixer, .references, nil: break
    }
    guard keyBurst.takes(keys, at: now) else { return false }
    let text = Phrase(
      "Keys came faster than hands type, like a paste: they did nothing",
      "貼り付けのように速く届いたキーは無視しました")
    if notice?.text != text { tell(.warning, text) }
    return true
  }
}
