import Foundation
import TerminalDriver
import TestSupport
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
    try wait(for: "saved")
  }

  /// Gives the selected picture another name, and waits until that is safe.
  func rename(to title: String) throws {
    try type(name: title)
    let isSaved = try eventually {
      output()
      return try project.titles.contains(title)
    }
    try #require(isSaved, "\(title) was never saved")
  }

  /// Types another name for the selected picture. The first key is answered before the others come: all
  /// at once they would be a paste.
  func type(name: String) throws {
    studio.type("R")
    try wait(for: "name")
    studio.type("\u{15}\(name)\r")
  }

  /// Reads until a text comes out, or nothing for twenty seconds.
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let limit = Duration.seconds(20)
    let shown = studio.response(quiet: limit, limit: limit, until: text)
    try #require(
      String(decoding: shown.bytes, as: UTF8.self).contains(text), "\(text) never came",
      sourceLocation: sourceLocation)
  }

  /// Opens the list of commands and closes it: it is there, and has read what was typed before.
  func expectAnswer(sourceLocation: SourceLocation = #_sourceLocation) throws {
    studio.type(":")
    try wait(for: "type to search", sourceLocation: sourceLocation)
    studio.type("\u{1b}")
    output(quiet: .milliseconds(300))
  }

  /// What comes out until the program ends, or nothing for twenty seconds.
  func outputUntilEnd() -> String {
    let last = studio.response(quiet: .seconds(20), limit: .seconds(20))
    return String(decoding: last.bytes, as: UTF8.self)
  }

  /// What comes out until nothing does for a while.
  @discardableResult
  func output(quiet: Duration = .milliseconds(150)) -> String {
    String(decoding: studio.response(quiet: quiet, limit: quiet).bytes, as: UTF8.self)
  }

  /// Ends it as an artist does.
  func quit() {
    studio.type("Q")
    _ = outputUntilEnd()
    #expect(studio.end(within: .seconds(10)) == .exit(0))
  }
}
