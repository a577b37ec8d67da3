import DrawnStudios
import Projects
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
    studio.state.terminal.capabilities.glyphs = glyphs
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

  @Test("How a match stands is told by a sign and a word")
  func standing() throws {
    #expect(try lines("x").contains { $0.hasPrefix(" ∅ unlinked") })
    #expect(try lines("1").contains { $0.hasPrefix(" ◆ pinned") })
  }

  @Test("While a counterpart is chosen the footer says what to do")
  func pinning() throws {
    let lines = try lines("enter")
    #expect(lines.last?.contains("Enter pin here") == true)
    #expect(lines.last?.contains("Esc cancel") == true)
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

  @Test("Facts are shown whole or not at all", arguments: [40, 44, 52, 60, 70, 80])
  func wholeFacts(columns: Int) throws {
    let wide = try lines("", size: (140, 24))
    let row = try #require(wide.firstIndex { $0.contains("no part yet") })
    let known = wide[row].split(separator: "   ").map { $0.trimmed }
    let shown = try lines("", size: (columns, 24))[row].split(separator: "   ").map { $0.trimmed }
    #expect(shown.first == known.first && shown.count <= known.count)
    #expect(shown.allSatisfy(known.contains))
  }

  @Test("The reasons' scores are whole at any width, and no word runs into another")
  func wholeReasons() throws {
    for columns in 40...80 {
      let lines = try lines("", size: (columns, 24))
      let line = try #require(lines.first { $0.contains("position ") })
      let words = line.split { " ━─".contains($0) }.map(String.init)
      let known: Set = ["position", "shape", "neighbours", "texture"]
      #expect(words.enumerated().allSatisfy { $0 % 2 == 0 ? known.contains($1) : Int($1) != nil })
      #expect(words.count >= 4 && words.count % 2 == 0, "\(columns): \(line)")
    }
  }

  @Test("While a counterpart is chosen the facts are about the place")
  func choice() throws {
    let lines = try lines("enter n")
    #expect(lines.contains { $0.contains("pin to →   candidate 2, ") })
  }

  @Test("Marked regions have a sign, and how many they are is the first fact")
  func marks() throws {
    let lines = try lines("space l space")
    #expect(lines.contains { $0.hasPrefix(" ✓ 2 marked") })
    #expect(lines[2...18].count { $0.contains("✓") } >= 1)
  }

  @Test("On the reference's side the facts say what n goes through")
  func doubtfulPlaces() throws {
    #expect(
      try lines("n y tab").contains { $0.contains("no place here has doubtful matches") })
  }

  @Test("A part of the project's own has its name, letter and colour here, ahead of the engine")
  func ownPart() throws {
    var studio = try DrawnStudio(size: (120, 24))
    studio.state.terminal.capabilities.colors = .mono
    studio.state.terminal.capabilities.glyphs = .ascii
    try studio.press(": a d d space p a r t enter q u i l l enter l 5 f4")
    var lines = view(studio.state, cache: ViewCache()).surface.lines
    #expect(lines.contains { $0.contains("quill → no part yet") })
    #expect(lines[2...18].contains { $0.contains("Q") })
    // What is changed shows before the engine has answered.
    for key in ": c h a n g e space a space p a r t enter enter ctrl-u b o w".split(separator: " ")
    {
      _ = reduce(&studio.state, .key(try #require(Key(String(key)))))
    }
    for key in "down down ctrl-u Y enter".split(separator: " ") {
      _ = reduce(&studio.state, .key(try #require(Key(String(key)))))
    }
    #expect(!studio.state.isAnalysisFresh)
    lines = view(studio.state, cache: ViewCache()).surface.lines
    #expect(lines.contains { $0.contains("bow → no part yet") })
    #expect(lines[2...18].contains { $0.contains("Y") })
    #expect(lines[2...18].allSatisfy { !$0.contains("Q") })
  }

  @Test("In letters what is around the figure stays blank")
  func ground() throws {
    var studio = try DrawnStudio()
    studio.state.terminal.capabilities.colors = .mono
    studio.state.terminal.capabilities.glyphs = .ascii
    try studio.press("f4 l")
    let lines = view(studio.state, cache: ViewCache()).surface.lines
    #expect(lines[2...18].allSatisfy { !$0.prefix(39).contains("B") })
    #expect(lines[2...18].contains { $0.prefix(39).contains("///") })
  }
}

@Suite("While regions are being found")
struct WaitingScreenTests {
  private func waiting(_ screen: Screen, size: (columns: Int, rows: Int) = (80, 24))
    -> StudioState
  {
    var state = studio(size: size)
    state.screen = screen
    _ = reduce(&state, .clock(0, wall: 0))
    for id in ["cut 01", "sheet"] as [PictureID] {
      _ = reduce(&state, .thumbnail(id, Image(width: 64, height: 48, repeating: .black)))
    }
    return state
  }

  @Test("The picture is there, can be zoomed, and the engine's progress is told")
  func picture() throws {
    for screen in [Screen.parts, .match, .result] {
      var state = waiting(screen)
      let frame = view(state, cache: ViewCache())
      #expect(frame.surface.lines.contains { $0.contains("The regions are being found: ") })
      #expect(frame.hits.contains { $0.canvas?.name == .drawing })
      _ = reduce(&state, .key(Key("z")!))
      #expect(state.notice?.text.english == "Zoom ×1.5")
      #expect(state.viewports["cut 01"]?.magnification == 1.5)
    }
  }

  @Test("A key that needs regions says that they are being found")
  func obstacle() throws {
    var state = waiting(.match)
    _ = reduce(&state, .key(Key("n")!))
    #expect(state.notice?.text.english == "The regions are being found …")
  }

  @Test("The match screen shows both pictures")
  func bothSides() throws {
    let frame = view(waiting(.match), cache: ViewCache())
    #expect(frame.hits.contains { $0.canvas?.name == .reference })
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
