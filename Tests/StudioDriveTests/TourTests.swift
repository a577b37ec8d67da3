import Foundation
import Projects
import Studio
import Testing

/// The whole program from opening to finding everything again, on each kind of terminal.
@Suite("A tour of the studio", .enabled(if: Tmux.isInstalled))
struct TourTests {
  struct Terminal: CustomTestStringConvertible, Sendable {
    let columns: Int
    let rows: Int
    let term: String
    var locale = "C.UTF-8"

    var testDescription: String { "\(term) \(columns)×\(rows) \(locale)" }
  }

  static let terminals =
    ["xterm-256color", "tmux-256color", "screen-256color", "xterm", "linux", "vt100"].flatMap {
      [Terminal(columns: 80, rows: 24, term: $0), Terminal(columns: 200, rows: 50, term: $0)]
    } + [
      Terminal(columns: 80, rows: 24, term: "xterm-256color", locale: "C"),
      Terminal(columns: 200, rows: 50, term: "xterm-256color", locale: "C"),
    ]

  @Test("Every edit is there again", arguments: terminals)
  func tour(of terminal: Terminal) async throws {
    let project = try SmallProject()
    func open() throws -> Tmux {
      try Tmux(
        project, columns: terminal.columns, rows: terminal.rows, term: terminal.term,
        locale: terminal.locale)
    }

    // A notice is gone after seconds, and a busy machine may look too late: each step waits for what lasts.
    func wait(_ what: String, until isThere: (ProjectState) -> Bool) async throws {
      try await studio.wait(what) { _ in isThere(try project.history.state) }
    }
    var studio = try open()
    try await studio.wait(for: "akimbo")
    try await studio.rename(to: "first cut")
    try await wait("the new name") { $0.drawings[0].title == "first cut" }
    try studio.press("global.undo")
    try await wait("the old name") { $0.drawings[0].title == "akimbo" }
    try await studio.wait(for: "akimbo")
    try studio.press("global.redo")
    try await wait("the new name again") { $0.drawings[0].title == "first cut" }

    try studio.press("global.parts")
    // Their numbers are known from before: the line on what to do comes with the regions themselves.
    try await studio.wait(for: "selects a region")
    try studio.press("parts.right")
    try studio.press("parts.part-2")
    try await wait("the label") { !$0.labels.values.joined().isEmpty }
    try studio.press("global.undo")
    try await wait("no label") { $0.labels.values.joined().isEmpty }
    try studio.press("global.redo")
    try await wait("the label again") { !$0.labels.values.joined().isEmpty }

    try studio.press("global.match")
    // The list of candidates comes with the matches.
    try await studio.wait("the candidates") { $0.contains("neighbours") }
    try studio.press("match.candidate-1")
    // The region, or all that are still marked.
    try await wait("the pin") { !$0.pins.values.joined().isEmpty }

    try studio.press("global.palette")
    try studio.press("palette.change")
    try await studio.wait("the mixer") { $0.contains("#") }
    // Darker by some steps.
    studio.type("hhh")
    studio.control("send-keys", "Enter")
    try await wait("the colour") { !$0.paletteEdits.isEmpty }
    try await studio.wait("the mixer to go") { $0.contains("Enter change") }
    try studio.press("palette.leave")
    // Escape and a key at once would be one key with Alt.
    try await studio.wait("the palette's keys to go") { !$0.contains("Enter change") }

    let picture = project.path + "/renders/1/result/result.png"
    try studio.press("global.render-start")
    try await studio.wait("the render") { _ in FileManager.default.fileExists(atPath: picture) }
    try await studio.wait(for: "saved")
    try studio.press("global.quit")
    try await studio.waitForEnd()

    studio = try open()
    try await studio.wait(for: "first cut")
    try studio.press("global.undo")
    try await wait("the colour as it was") { $0.paletteEdits.isEmpty }
    try studio.press("global.undo")
    try await wait("no pin") { $0.pins.values.joined().isEmpty }
    try studio.press("global.undo")
    try await wait("no label") { $0.labels.values.joined().isEmpty }
    try studio.press("global.undo")
    try await wait("the old name") { $0.drawings[0].title == "akimbo" }
    try studio.press("global.quit")
    try await studio.waitForEnd()
    #expect(try project.titles == ["akimbo", "wave"])
  }
}

extension Tmux {
  /// Gives the selected picture another name.
  func rename(to title: String) async throws {
    try press("pictures.rename")
    try await wait(for: "New name")
    control("send-keys", "C-u")
    type(title)
    control("send-keys", "Enter")
    // A list is narrow. The name stands in the prompt before: until that is closed, what is typed next may come at once with
    // the key that opens it anew, like a paste.
    try await wait(String(title.prefix(10))) {
      $0.contains(title.prefix(10)) && !$0.contains("New name")
    }
  }
}
