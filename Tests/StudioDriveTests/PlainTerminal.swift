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
    try type(name: title)
    let start = ContinuousClock.now
    while try !project.titles.contains(title) {
      try #require(ContinuousClock.now - start < .seconds(10), "\(title) was never saved")
      _ = output()
    }
  }

  /// Types another name for the selected picture. The first key is answered before the others come: all
  /// at once they would be a paste.
  func type(name: String) throws {
    studio.type("R")
    let field = studio.response(quiet: .seconds(5), limit: .seconds(5), until: "name")
    try #require(String(decoding: field.bytes, as: UTF8.self).contains("name"))
    studio.type("\u{15}\(name)\r")
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
