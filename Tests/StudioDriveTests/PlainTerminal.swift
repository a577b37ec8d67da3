import Foundation
import TerminalDriver
import Testing

/// The studio on a pseudo-terminal that the test reads itself.
struct PlainTerminal {
  let project: SmallProject
  let studio: DrivenProgram

  /// Opens the studio and waits for its first frame.
  init(_ project: SmallProject, columns: Int = 80, rows: Int = 24, term: String = "xterm-256color")
    throws
  {
    self.project = project
    studio = try DrivenProgram(
      Program.path, ["open", project.path, "--language", "en"], columns: columns, rows: rows,
      environment: Program.environment(home: project.home, term: term))
    let first = studio.response(quiet: .seconds(20), limit: .seconds(20), until: "saved")
    try #require(String(decoding: first.bytes, as: UTF8.self).contains("saved"))
  }

  /// Gives the selected picture another name, and waits until that is safe.
  func rename(to title: String) throws {
    studio.type("R\u{15}\(title)\r")
    let start = ContinuousClock.now
    while try !project.titles.contains(title) {
      try #require(ContinuousClock.now - start < .seconds(10), "\(title) was never saved")
      _ = output()
    }
  }

  /// What comes out until nothing does for a while.
  @discardableResult
  func output(quiet: Duration = .milliseconds(150)) -> String {
    String(decoding: studio.response(quiet: quiet, limit: quiet).bytes, as: UTF8.self)
  }

  /// Ends it as an artist does.
  func quit() {
    studio.type("Q")
    output(quiet: .milliseconds(300))
    #expect(studio.end(within: .seconds(10)) == .exit(0))
  }
}
