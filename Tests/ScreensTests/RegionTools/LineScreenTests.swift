import DrawnStudios
import Raster
import Studio
import TerminalUI
import Testing

@testable import Screens

@Suite("Drawing a line on the screen")
struct LineScreenTests {
  func lines(_ studio: DrawnStudio) -> [String] {
    view(studio.state, cache: ViewCache()).surface.lines
  }

  @Test("It says how to begin, then what is drawn and whether its ends meet lines")
  func facts() throws {
    var studio = try DrawnStudio()
    try studio.press("C")
    var shown = lines(studio)
    #expect(shown[18].hasPrefix("╭─╴Cut╶"))
    #expect(shown[19].contains("Draw with the mouse"))
    #expect(shown[23].contains("Space corner"))
    try studio.press("space l l")
    shown = lines(studio)
    #expect(shown[19].contains("1 set"))
    #expect(shown[19].contains("✓ goes through 1 region"))
    studio.state.terminal.language = .japanese
    #expect(lines(studio)[18].hasPrefix("╭─╴切り分け╶"))
  }

  @Test(
    "The cursor and the line are seen with every set of signs",
    arguments: [GlyphSet.ascii, .halves, .quadrants, .sextants])
  func cursor(glyphs: GlyphSet) throws {
    var studio = try DrawnStudio()
    studio.state.terminal.capabilities = Capabilities(colors: .direct, glyphs: glyphs)
    try studio.press("C space L")
    let before = view(studio.state, cache: ViewCache()).surface
    try studio.press("l l")
    let after = view(studio.state, cache: ViewCache()).surface
    let changed = (1..<18).contains { y in (0..<80).contains { before[$0, y] != after[$0, y] } }
    #expect(changed)
    if glyphs == .ascii {
      #expect(after.lines[1..<18].contains { $0.contains("*") })
      #expect(after.lines[1..<18].contains { $0.contains("x") })
    }
  }
}

@Suite("The list of unpainted and tiny regions on the screen")
struct SpotScreenTests {
  @Test("Each with what would fill it; the heading counts them")
  func list() throws {
    var studio = try DrawnStudio([
      "........................",
      "..####################..",
      "..#..................#..",
      "..#..................#..",
      "..#....###...........#..",
      "..#....#.#...........#..",
      "..#....###...........#..",
      "..#..................#..",
      "..#..................#..",
      "..#..................#..",
      "..####################..",
      "........................",
    ])
    try studio.press("O")
    let shown = view(studio.state, cache: ViewCache()).surface.lines
    #expect(shown[14].hasPrefix("╭─╴Unpainted and tiny╶"))
    #expect(shown[15].hasPrefix("│▸"))
    #expect(shown[15].contains(" px"))
    #expect(shown[15].contains(" → "))
    #expect(shown[23].contains("F fill marked"))
  }
}
