/// The questions that nurie asks a terminal about itself, and how.
///
/// 24-bit colour: a colour is set and the rendition in force asked for; only a terminal that understood the colour
/// gives it back, and the answer passes through ssh, where no variable does. Synchronized output: the state
/// of its mode. The last question is one that every terminal answers, so the answers end there.
enum TerminalQuestions {
  static let bytes = Array(
    "\u{1b}[48;2;1;2;3m\u{1b}P$qm\u{1b}\\\u{1b}[m\u{1b}[?2026$p\u{1b}[c".utf8)

  /// Whether the terminal may be asked: some print questions that they do not know.
  static func areSafe(for environment: TerminalEnvironment) -> Bool { !environment.isBasic }
}

/// The answers so far.
struct TerminalAnswers: Hashable {
  private(set) var hasDirectColor = false
  private(set) var hasSynchronizedOutput = false
  /// Whether the last question was answered.
  private(set) var areComplete = false

  mutating func take(_ reply: TerminalReply) {
    switch reply {
    case .attributes: areComplete = true
    case .mode(2026, let state): hasSynchronizedOutput = state == 1 || state == 2
    case .mode: break
    case .rendition(let rendition):
      // 48:2:1:2:3, with a colour space in between 48:2::1:2:3, or with semicolons.
      let numbers = (rendition ?? "").split { $0 == ":" || $0 == ";" }
      hasDirectColor = numbers.suffix(5) == ["48", "2", "1", "2", "3"]
    }
  }
}
