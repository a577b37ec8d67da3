import Testing

@testable import TerminalUI

@Suite("Asking the desktop for a note")
struct DesktopNoteTests {
  private func text(_ note: String?, _ environment: TerminalEnvironment) -> String {
    String(decoding: DesktopNote.bytes(note, in: environment), as: UTF8.self)
  }

  @Test(
    "Without a note there is the bell alone, and on a terminal that may print what it does not know too"
  )
  func bell() {
    #expect(text(nil, TerminalEnvironment(term: "xterm-256color")) == "\u{7}")
    #expect(text("3 done", TerminalEnvironment(term: "vt100")) == "\u{7}")
  }

  @Test("A note is OSC 9 and the bell; controls do not get in")
  func note() {
    let xterm = TerminalEnvironment(term: "xterm-256color")
    #expect(text("3 done", xterm) == "\u{1b}]9;3 done\u{7}\u{7}")
    #expect(text("a\u{1b}]0;b\u{7}c\u{9c}", xterm) == "\u{1b}]9;a]0;bc\u{7}\u{7}")
  }

  @Test("tmux hands it on in its envelope, each escape doubled")
  func tmux() {
    let inside = TerminalEnvironment(term: "tmux-256color", isInTmux: true)
    #expect(
      text("3 done", inside) == "\u{1b}Ptmux;\u{1b}\u{1b}]9;3 done\u{7}\u{1b}\\\u{7}")
  }
}
