internal import TerminalUI

/// Tells a paste that arrives as keys from typing: each key would do what it means, label and pin and remove.
///
/// The console never marks pastes, and of any terminal nobody can tell: its name says nothing, and a tmux or a program that
/// types for people may leave the marks out. A marked paste comes whole and is none of this.
///
/// Ten keys, of three kinds at least, within 60 ms are more than hands do; a key held down is of one kind, keys that only
/// move do not count as kinds, so that a stalled line may keep back a whole way, and what else it keeps back
/// is shorter. What follows without a pause belongs to it.
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
    let kinds = Set(recent.map(\.key).filter { !$0.onlyMoves })
    let begins = recent.count >= Self.least && kinds.count >= Self.leastKinds
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

  /// Whether it goes to another place, on any screen, and changes nothing.
  fileprivate var onlyMoves: Bool {
    switch code {
    case .character(let character): "hjklnN".contains(character)
    case .tab: true
    default: false
    }
  }
}

extension StudioState {
  /// Whether keys that came at once are a paste where nothing can be pasted; says so.
  mutating func ignores(_ keys: [Key]) -> Bool {
    switch overlay {
    case .prompt, .menu, .chooser, .partForm: return false
    case .confirmation, .log, .renderLog, .mixer, .references, .sharpness, nil: break
    }
    guard keyBurst.takes(keys, at: now) else { return false }
    let text = Phrase(
      "Keys came faster than hands type, like a paste: they did nothing",
      "貼り付けのように速く届いたキーは無視しました")
    if notice?.text != text { tell(.warning, text) }
    return true
  }
}
