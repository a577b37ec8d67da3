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

    var studio = try open()
    try await studio.wait(for: "akimbo")
    try await studio.rename(to: "first cut")
    try await studio.wait(for: "saved")
    try studio.press("global.undo")
    try await studio.wait(for: "Undone: rename akimbo to first cut")
    #expect(studio.screen.contains("akimbo"))
    try studio.press("global.redo")
    try await studio.wait(for: "Done again: rename akimbo to first cut")

    try studio.press("global.parts")
    // Their numbers are known from before: the line on what to do comes with the regions themselves.
    try await studio.wait(for: "selects a region")
    try studio.press("parts.right")
    try studio.press("parts.part-2")
    let label = try await studio.wait("the label") { $0.contains(/label [0-9]+:/) }.label
    try studio.press("global.undo")
    try await studio.wait(for: "Undone: \(label)")
    try studio.press("global.redo")
    try await studio.wait(for: "Done again: \(label)")

    try studio.press("global.match")
    try await studio.wait("both pictures") { $0.contains("sheet") }
    try studio.press("match.candidate-1")
    // The region, or all that are still marked.
    try await studio.wait(for: "inned to")

    try studio.press("global.palette")
    try studio.press("palette.change")
    try await studio.wait("the mixer") { $0.contains("#") }
    // Darker by some steps.
    studio.type("hhh")
    studio.control("send-keys", "Enter")
    try await studio.wait("the colour to be saved") { _ in
      try !project.history.state.paletteEdits.isEmpty
    }
    try await studio.wait("the mixer to go") { $0.contains("Enter change") }
    try studio.press("palette.leave")
    // Escape and a key at once would be one key with Alt.
    try await studio.wait("the palette's keys to go") { !$0.contains("Enter change") }

    try studio.press("global.render-start")
    try await studio.wait(for: "Rendered first cut")
    try await studio.wait(for: "saved")
    try studio.press("global.quit")
    try await studio.waitForEnd()

    studio = try open()
    try await studio.wait(for: "first cut")
    let kept = try project.history.state
    let drawing = kept.drawings[0].id
    #expect(kept.labels[drawing]?.isEmpty == false)
    #expect(kept.pins[drawing]?.isEmpty == false)
    #expect(FileManager.default.fileExists(atPath: project.path + "/renders/1/result/result.png"))
    try studio.press("global.undo")
    try await studio.wait("the colour as it was") { $0.contains(/Undone: .* to #/) }
    try studio.press("global.undo")
    try await studio.wait(for: "Undone: pin")
    try studio.press("global.undo")
    try await studio.wait(for: "Undone: \(label)")
    try studio.press("global.undo")
    try await studio.wait(for: "Undone: rename akimbo to first cut")
    try studio.press("global.quit")
    try await studio.waitForEnd()
    #expect(try project.titles == ["akimbo", "wave"])
  }
}

extension String {
  /// What the line on a label that was just given calls it, as undo will: as far as all terminals show it.
  fileprivate var label: String {
    String(firstMatch(of: /label [0-9]+: [a-z ]+/)?.0 ?? "no label")
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
