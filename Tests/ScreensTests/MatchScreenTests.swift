import DrawnStudios
import Raster
import Studio
import TerminalUI
import Testing

@testable import Screens

@Suite("What the match screen shows")
struct MatchScreenTests {
  /// The screen after some keys, the first region selected.
  func lines(
    _ keys: String, size: (columns: Int, rows: Int) = (80, 24), glyphs: GlyphSet = .halves
  ) throws -> [String] {
    var studio = try DrawnStudio(size: size)
    studio.state.capabilities.glyphs = glyphs
    try studio.press("f4 l " + keys)
    return view(studio.state, cache: ViewCache()).surface.lines
  }

  @Test("Drawing and reference side by side, and below them the facts of the selected match")
  func sideBySide() throws {
    let lines = try lines("")
    #expect(lines[1].contains("line") && lines[1].contains("sheet"))
    #expect(lines.contains { $0.contains("position") && $0.contains("texture") })
    #expect(lines.last?.contains("Enter pin") == true)
  }

  @Test("A wide screen has the result too, and every candidate with its reasons")
  func wide() throws {
    let lines = try lines("", size: (200, 50))
    #expect(lines[1].contains("Result") && lines[1].contains("Match"))
    #expect(lines.contains { $0.contains("Candidates") })
  }

  @Test("How a match stands is told by a sign and a word, in ASCII too")
  func standing() throws {
    #expect(try lines("x").contains { $0.hasPrefix(" ∅ unlinked") })
    #expect(try lines("x", glyphs: .ascii).contains { $0.hasPrefix(" x unlinked") })
    #expect(try lines("1").contains { $0.hasPrefix(" ◆ pinned") })
    #expect(try lines("1", glyphs: .ascii).contains { $0.hasPrefix(" # pinned") })
  }

  @Test("While a counterpart is chosen the footer says what to do")
  func pinning() throws {
    let lines = try lines("enter")
    #expect(lines.last?.contains("Enter pin here") == true)
    #expect(lines.last?.contains("Esc leave as it is") == true)
  }

  @Test("Any size is drawn without harm", arguments: [40, 60, 119, 120, 149, 150, 300])
  func sizes(columns: Int) throws {
    for rows in [10, 14, 19, 24, 100] {
      let lines = try lines("tab", size: (columns, rows))
      #expect(lines.count == rows)
    }
  }

  @Test("A click on a candidate pins it")
  func candidateClick() throws {
    var studio = try DrawnStudio()
    try studio.press("f4 l")
    let frame = view(studio.state, cache: ViewCache())
    let hits = frame.hits.compactMap(\.target)
    #expect(hits.contains(.command(.match(.candidate1))))
  }
}
