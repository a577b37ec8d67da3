import Foundation
import Glibc
import TerminalDriver
import TestSupport
import Testing

/// However the studio ends, what was confirmed is there, and the terminal is as it was.
@Suite("How the studio ends") struct EndingTests {
  /// What undoes the modes of the terminal: the other screen, the mouse, pastes, focus, a hidden cursor.
  private static let resets = ["\u{1b}[?1049l", "\u{1b}[?1000l", "\u{1b}[?2004l", "\u{1b}[?1004l"]

  @Test("A hang-up ends it at once, quietly, with everything saved")
  func hangUp() throws {
    let terminal = try PlainTerminal(SmallProject())
    try terminal.rename(to: "kept")
    try terminal.type(name: "typed last")
    terminal.studio.hangUp()
    let start = ContinuousClock.now
    var seconds = 0.0
    while !terminal.studio.isOver && ContinuousClock.now - start < .seconds(10) {
      seconds = ProcessFigures(terminal.studio.process).seconds
      usleep(5000)
    }
    #expect(terminal.studio.end(within: .zero) == .exit(128 + SIGHUP))
    #expect(seconds < 5, "a hot loop: \(seconds) s of processor time")
    #expect(try ["kept", "typed last"].contains(terminal.project.titles[0]))
    #expect(!FileManager.default.fileExists(atPath: terminal.project.path + "/lock"))
  }

  @Test(
    "SIGTERM and SIGHUP give the terminal back, say so, and are the exit status",
    arguments: [SIGTERM, SIGHUP])
  func terminate(by signal: Int32) throws {
    let terminal = try PlainTerminal(SmallProject())
    try terminal.rename(to: "kept")
    terminal.output()
    terminal.studio.send(signal)
    let last = terminal.outputUntilEnd()
    #expect(terminal.studio.end(within: .seconds(10)) == .exit(128 + signal))
    let told = last.components(separatedBy: "\u{1b}[?1049l").last ?? ""
    #expect(told.contains("every edit is saved"))
    for reset in Self.resets { #expect(last.contains(reset), "\(reset.debugDescription)") }
    #expect(try terminal.project.titles[0] == "kept")
  }

  @Test(
    "A crash, or a signal that nobody expects, gives the terminal back",
    arguments: [SIGILL, SIGSEGV, SIGABRT, SIGQUIT, SIGUSR1, SIGALRM, SIGXCPU])
  func crash(by signal: Int32) throws {
    let terminal = try PlainTerminal(SmallProject())
    try terminal.rename(to: "kept")
    terminal.output()
    #expect(!terminal.studio.isCooked)
    terminal.studio.send(signal)
    let last = terminal.outputUntilEnd()
    for reset in Self.resets { #expect(last.contains(reset), "\(reset.debugDescription)") }
    #expect(terminal.studio.isCooked)
    #expect(terminal.studio.end(within: .seconds(10)) == .signal(signal))
    // The lock of a dead process keeps nobody out.
    let again = try PlainTerminal(terminal.project)
    try again.rename(to: "kept on")
    again.quit()
  }

  @Test(
    "What was shown as saved survives kill -9 in a storm of edits", .enabled(if: Tmux.isInstalled))
  func kill() async throws {
    let project = try SmallProject()
    var random = SeededNumbers(seed: 9)
    var number = 0
    for _ in 0..<6 {
      let studio = try Tmux(project)
      try await studio.wait(for: "saved")
      let process = try #require(studio.process)
      // The newest name that was seen as saved.
      var shown = number
      for _ in 0..<Int.random(in: 4..<12, using: &random) {
        for _ in 0..<Int.random(in: 1..<4, using: &random) {
          number += 1
          studio.control("send-keys", "R", "C-u", "n\(number)", "Enter")
          // Faster they would be a paste.
          usleep(70_000)
        }
        // Of a frame that is half drawn the second look shows the rest.
        let screen = studio.screen
        if screen.contains("● saved"), studio.screen == screen,
          let name = screen.firstMatch(of: /▸ +n(\d+)/)
        {
          shown = Int(name.1) ?? shown
        }
      }
      Glibc.kill(process, SIGKILL)
      try await studio.waitForEnd()
      let titles = try project.titles
      let saved = titles[0].first == "n" ? Int(titles[0].dropFirst()) ?? 0 : 0
      #expect(saved >= shown, "n\(shown) was shown as saved, and \(titles[0]) is there")
      number = saved
    }
    #expect(number > 10)
  }

  @Test("Ctrl-Z gives the shell back, and fg the studio", .enabled(if: Tmux.isInstalled))
  func stop() async throws {
    let project = try SmallProject()
    let studio = try Tmux(project, command: "bash --norc -i")
    try await studio.wait(for: "the shell:")
    studio.type(Program.studio(on: project) + "\n")
    try await studio.wait(for: "saved")
    try studio.press("global.suspend")
    try await studio.wait(for: "Stopped")
    studio.type("echo echo$((40+2)); stty -a | grep -o ' icanon'\n")
    try await studio.wait(for: "echo42")
    try await studio.wait(for: "icanon")
    studio.type("fg\n")
    try await studio.wait(for: "● saved")
    // Keys are read one by one again.
    try studio.press("pictures.down")
    try await studio.wait("the second drawing") { $0.contains(/▸ +wave/) }
    try studio.press("global.quit")
    try await studio.wait(for: "the shell:")
    studio.type("exit\n")
    try await studio.waitForEnd()
  }
}
