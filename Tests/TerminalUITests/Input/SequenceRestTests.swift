import Raster
import Testing

@testable import TerminalUI

/// Sequences that come apart on a slow link, or lose their ESC. A piece stands with the milliseconds before it.
@Suite struct SequenceRestTests {
  /// What comes, with the decoder's own waits between, and after the last piece enough of silence.
  private func events(_ pieces: [(pause: Int, text: String)]) -> [TerminalEvent] {
    var decoder = InputDecoder()
    var outputs: [InputDecoder.Output] = []
    var now = 1000
    func silence(_ pause: Int) {
      var last = now
      while let patience = decoder.patience, last + patience <= now + pause {
        last += patience
        outputs += decoder.giveUp()
      }
      now += pause
    }
    for (pause, text) in pieces {
      silence(pause)
      outputs += decoder.decode(text.utf8, at: now)
    }
    silence(5000)
    #expect(decoder.patience == nil)
    return outputs.compactMap { if case .event(let event) = $0 { event } else { nil } }
  }

  private func apart(_ text: String, by pause: Int) -> [TerminalEvent] {
    events(text.map { (pause, String($0)) })
  }

  private func keys(_ names: String...) -> [TerminalEvent] { names.map { .key(Key($0)!) } }

  @Test(arguments: [60, 80, 120, 240])
  func aKeyThatComesApartIsThatKey(pause: Int) {
    for (text, name) in [
      ("\u{1b}OA", "up"), ("\u{1b}OQ", "f2"), ("\u{1b}OM", "enter"), ("\u{1b}Oq", "1"),
      ("\u{1b}[A", "up"), ("\u{1b}[3~", "delete"), ("\u{1b}[1;5C", "ctrl-right"),
      ("\u{1b}[15~", "f5"), ("\u{1b}[[A", "f1"), ("\u{1b}[Z", "shift-tab"),
    ] {
      #expect(apart(text, by: pause) == keys("esc", name), "\(text.debugDescription)")
      let halves = [(0, "\u{1b}"), (pause, String(text.dropFirst()))]
      #expect(events(halves) == keys("esc", name), "\(text.debugDescription)")
    }
  }

  @Test(arguments: [0, 15, 80, 120])
  func whatTheMouseOrTheTerminalSaysIsNeverKeys(pause: Int) {
    for text in [
      "\u{1b}[<0;33;5M", "\u{1b}[<35;33;5m", "\u{1b}[M !!", "\u{1b}[?62;22c", "\u{1b}[?2026;2$y",
      "\u{1b}P1$r48:2:1:2:3m\u{1b}\\", "\u{1b}P0$r\u{1b}\\", "\u{1b}[I", "\u{1b}[O",
    ] {
      let keys = apart(text, by: pause).filter { if case .key = $0 { true } else { false } }
      #expect(pause > 50 ? keys == self.keys("esc") : keys.isEmpty, "\(text.debugDescription)")
    }
  }

  @Test func withoutItsESCNothingOfItIsAKey() {
    for text in [
      "[<0;33;5M", "<0;33;5M", ";33;5M", "3;5M", "[?62;22c", "[?2026;2$y", ";22c",
      "P1$r48:2:1:2:3m\u{1b}\\", "P0$r\u{1b}\\", "[<0;33", ";3",
    ] {
      let keys = events([(0, text), (400, "!")]).filter {
        if case .key = $0 { true } else { false }
      }
      #expect(keys == self.keys("!"), "\(text)")
    }
    #expect(events([(0, "[1;5C")]) == keys("ctrl-right"))
    #expect(events([(0, "[3~")]) == keys("delete"))
  }

  @Test func withoutItsESCAndApartNoDigitOfItIsAKey() {
    // Who sees the first character alone cannot know; what it stands for is harmless.
    for (text, first) in [
      ("[<0;33;5M", ["["]), (";33;5M", [";"]), ("<0;33;5M", ["<"]), ("[?62;22c", ["["]),
      ("P1$r48:2:1:2:3m\u{1b}\\", ["P"]),
    ] {
      let keys = apart(text, by: 120).filter { if case .key = $0 { true } else { false } }
      #expect(keys == first.map { .key(Key($0)!) }, "\(text)")
    }
  }

  @Test func whatHandsTypeIsKeys() {
    #expect(events([(0, "\u{1b}"), (200, "O")]) == keys("esc", "O"))
    #expect(events([(0, "\u{1b}"), (200, "["), (150, "x")]) == keys("esc", "[", "x"))
    #expect(events([(0, "\u{1b}"), (400, "O"), (80, "A")]) == keys("esc", "O", "A"))
    #expect(events([(0, "\u{1b}"), (100, "2")]) == keys("esc", "2"))
    #expect(events([(0, "["), (100, "2"), (100, "[")]) == keys("[", "2", "["))
    #expect(events([(0, "[[2n3")]) == keys("[", "[", "2", "n", "3"))
    #expect(events([(0, "<2"), (400, "n")]) == keys("<", "2", "n"))
    #expect(events([(0, "<"), (100, "2"), (400, "n")]) == keys("<", "2", "n"))
    #expect(events([(0, "P1")]) == keys("P", "1"))
    #expect(events([(0, "23"), (20, "4n")]) == keys("2", "3", "4", "n"))
  }
}
