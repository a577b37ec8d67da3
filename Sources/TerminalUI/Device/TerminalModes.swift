/// The sequences that are written to a terminal when nurie takes it, and when it gives it back.
struct TerminalModes {
  let entering: [UInt8]
  let leaving: [UInt8]
  /// Reports of clicks, drags and the wheel, in the form without limits.
  static let mouseOn = "\u{1b}[?1000h\u{1b}[?1002h\u{1b}[?1006h"
  static let mouseOff = "\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l"
  static let frameStart = Array("\u{1b}[?2026h".utf8)
  static let frameEnd = Array("\u{1b}[?2026l".utf8)

  /// - Parameter isBasic: whether the terminal knows no modes; it may print what it does not know.
  init(_ terminfo: Terminfo, isBasic: Bool) {
    func string(_ name: String) -> [UInt8] { terminfo.string(name) ?? [] }
    // Focus reports and bracketed paste; the mouse is switched apart.
    let on = isBasic ? "" : "\u{1b}[?1004h\u{1b}[?2004h"
    let off = isBasic ? "" : "\u{1b}[?2026l\u{1b}[?2004l\u{1b}[?1004l" + Self.mouseOff
    entering = string("smcup") + string("civis") + on.utf8
    leaving =
      Array(off.utf8) + string("sgr0") + string("op") + string("clear") + string("cnorm")
      + string("rmcup")
  }
}
