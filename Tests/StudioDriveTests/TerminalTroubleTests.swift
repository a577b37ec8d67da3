import Foundation
import Projects
import TerminalDriver
import TestSupport
import Testing

/// Terminals that are small, slow, stopped, or send what nobody typed.
@Suite("Terminals that make trouble") struct TerminalTroubleTests {
  @Test("A paste of 100 kB is no keys: it changes nothing")
  func paste() throws {
    let terminal = try PlainTerminal(SmallProject())
    // Letters that would rename, remove and quit if they were keys.
    let text = String(repeating: "DRuQ1\r", count: 17_000)
    terminal.studio.type("\u{1b}[200~" + text + "\u{1b}[201~")
    try terminal.wait(for: "Nothing to paste")
    // Into a name it goes only as far as a name can be long.
    terminal.studio.type("R\u{15}\u{1b}[200~" + text + "\u{1b}[201~")
    terminal.output(quiet: .milliseconds(500))
    terminal.studio.type("\u{1b}")
    terminal.output(quiet: .milliseconds(300))
    terminal.quit()
    #expect(try terminal.project.history.lines.count == 1)
  }

  @Test("A paste that a line keeps back in its midst is no keys either")
  func stalledPaste() throws {
    let terminal = try PlainTerminal(SmallProject())
    terminal.studio.type("R")
    try terminal.wait(for: "name")
    terminal.studio.type("\u{15}\u{1b}[200~hana")
    terminal.output(quiet: .milliseconds(2500))
    terminal.studio.type("DRuQ1\rQ\rQ\u{1b}[201~")
    terminal.output(quiet: .milliseconds(500))
    terminal.studio.type("\u{1b}")
    terminal.output(quiet: .milliseconds(300))
    terminal.quit()
    #expect(try terminal.project.history.lines.count == 1)
  }

  @Test("A paste without marks changes nothing either, whatever TERM says")
  func unmarkedPaste() throws {
    for term in ["xterm-256color", "screen-256color", "tmux-256color"] {
      let terminal = try PlainTerminal(SmallProject(), term: term)
      terminal.studio.type("hair 2 Du 3Q")
      try terminal.wait(for: "like a paste")
      terminal.output(quiet: .milliseconds(500))
      terminal.studio.type(String(repeating: "DRuQ1\r", count: 17_000))
      terminal.output(quiet: .seconds(2))
      // A key held down, and a way that a stalled line kept back, are the hand's.
      terminal.studio.type(String(repeating: "jk", count: 40) + "j")
      terminal.output(quiet: .milliseconds(300))
      terminal.studio.type("R")
      try terminal.wait(for: "name")
      terminal.studio.type("\u{1b}")
      terminal.output(quiet: .milliseconds(300))
      terminal.quit()
      #expect(try terminal.project.history.lines.count == 1)
    }
  }

  @Test("A mouse report that comes in pieces, or without its beginning, changes nothing")
  func mouseReports() throws {
    let terminal = try PlainTerminal(SmallProject())
    terminal.studio.type("\u{1b}OR")
    terminal.output(quiet: .seconds(1))
    for piece in [
      "\u{1b}", "[<35;1", "2;7", "M", "\u{1b}[<0;", "12;7M", "\u{1b}[M !!", "\u{1b}[<0;999;999m",
    ] {
      terminal.studio.type(piece)
      terminal.output(quiet: .milliseconds(15))
    }
    terminal.output(quiet: .milliseconds(300))
    try terminal.expectAnswer()
    terminal.quit()
    #expect(try terminal.project.history.lines.count == 1)
  }

  @Test("Keys that come apart on a slow link are those keys, and mouse reports nothing")
  func apart() throws {
    let terminal = try PlainTerminal(SmallProject())
    terminal.studio.type("\u{1b}OR")
    terminal.output(quiet: .seconds(1))
    for sequence in ["\u{1b}OQ", "\u{1b}OA", "\u{1b}[<0;33;5M", "\u{1b}[?62;22c"] {
      for byte in sequence {
        terminal.studio.type(String(byte))
        usleep(90_000)
      }
    }
    for piece in ["[<0;33;5M", ";33;5M", "P1$r48:2:1:2:3m\u{1b}\\"] {
      terminal.studio.type(piece)
      usleep(300_000)
    }
    terminal.output(quiet: .milliseconds(300))
    try terminal.expectAnswer()
    terminal.quit()
    #expect(try terminal.project.history.lines.count == 1)
  }

  @Test("A terminal that cannot place text is refused in a sentence")
  func dumb() throws {
    let project = try SmallProject()
    let studio = try DrivenProgram(
      Program.path, ["open", project.path], columns: 80, rows: 24,
      environment: Program.environment(home: project.home, term: "dumb"))
    let told = studio.response(quiet: .seconds(20), limit: .seconds(20))
    #expect(String(decoding: told.bytes, as: UTF8.self).contains("kind dumb"))
    #expect(studio.end(within: .seconds(5)) == .exit(1))
  }

  @Test("Any size, also while it changes, is survived")
  func sizes() throws {
    let terminal = try PlainTerminal(SmallProject())
    for (columns, rows) in [(1, 1), (1, 50), (300, 1), (39, 9), (300, 100), (2, 2), (80, 24)] {
      terminal.studio.resize(columns: columns, rows: rows)
      terminal.studio.type("j")
      usleep(10_000)
    }
    try terminal.expectAnswer()
    terminal.quit()
  }

  @Test("A name cannot reach the terminal as a command")
  func escapes() throws {
    let evil = "\u{1b}]0;owned\u{7}\u{1b}[31mred\u{9b}5n\u{202e}"
    let project = try SmallProject(title: evil)
    let terminal = try PlainTerminal(project)
    terminal.studio.type("R")
    var shown = terminal.output(quiet: .milliseconds(300))
    terminal.studio.type("\u{1b}")
    terminal.output()
    terminal.studio.type("Du\u{c}")
    shown += terminal.output(quiet: .milliseconds(300))
    #expect(shown.contains("owned"))
    for part in ["\u{1b}]0", "\u{7}", "\u{9b}", "\u{202e}"] {
      #expect(!shown.contains(part), "\(part.debugDescription)")
    }
    terminal.quit()
  }

  @Test("A terminal that stops reading is not waited for, and then gets the newest frame")
  func stopped() throws {
    let terminal = try PlainTerminal(SmallProject(), columns: 200, rows: 50)
    // The drawing is coloured first, which takes memory of its own.
    terminal.studio.type("\u{1b}OS")
    terminal.output(quiet: .seconds(2))
    let figures = ProcessFigures(terminal.studio.process)
    // On a busy machine it goes on after the screen shows nothing new.
    var before = 0
    let isSteady = eventually {
      let last = before
      usleep(700_000)
      before = figures.memory
      return before <= last
    }
    #expect(isSteady)
    // Nobody reads; every key draws another frame, and every fourth a whole one.
    for _ in 0..<600 {
      terminal.studio.type("j\u{1b}OS\u{1b}OQk\u{c}")
      usleep(4000)
    }
    // The first key alone: all at once would be a paste.
    terminal.studio.type("R")
    usleep(300_000)
    terminal.studio.type("\u{15}after the stop\r")
    // Edits are saved though nothing can be shown.
    try #require(try eventually { try terminal.project.titles[0] == "after the stop" })
    #expect(figures.memory - before < 40_000_000)
    let answer = terminal.studio.response(quiet: .milliseconds(500), limit: .seconds(5))
    #expect(answer.bytes.count < 400_000, "a frame that was begun, and the newest")
    #expect(String(decoding: answer.bytes, as: UTF8.self).contains("after the stop"))
    terminal.quit()
  }

  @Test("Over 150 ms and 1 Mbit/s every key is answered")
  func farKeys() throws {
    let terminal = try PlainTerminal(SmallProject(), columns: 200, rows: 50)
    terminal.output(quiet: .seconds(1))
    let line = SlowLine.farAway(from: terminal.studio)
    for _ in 0..<4 {
      line.type(":")
      try #require(line.wait(for: "Run a command", within: .seconds(20)) != nil)
      line.type("\u{1b}")
      line.work(for: .milliseconds(400))
    }
    terminal.quit()
  }

  @Test("Over such a line stale frames are dropped, and the newest is among the first to come")
  func farStorm() throws {
    let terminal = try PlainTerminal(SmallProject(), columns: 200, rows: 50)
    terminal.output(quiet: .seconds(1))
    let line = SlowLine.farAway(from: terminal.studio)
    // Whole frames, thirty a second: some 20 kB each, five times what the line carries.
    for _ in 0..<90 {
      line.type("j\u{c}")
      line.work(for: .milliseconds(33))
    }
    let before = line.seen.count
    line.type(":")
    try #require(line.wait(for: "Run a command", within: .seconds(20)) != nil)
    #expect(line.seen.count - before < 250_000, "a frame that was begun, and the newest")
    line.type("\u{1b}")
    line.work(for: .milliseconds(500))
    terminal.quit()
  }
}
