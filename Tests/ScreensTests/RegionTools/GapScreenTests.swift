import DrawnStudios
import Raster
import Studio
import TerminalUI
import Testing

@testable import Screens

@Suite("The list of gaps on the screen")
struct GapScreenTests {
  func lines(_ studio: DrawnStudio) -> [String] {
    view(studio.state, cache: ViewCache()).surface.lines
  }

  @Test("Below the drawing on a small terminal, with the limit and each gap's fate")
  func strip() throws {
    var studio = try DrawnStudio()
    try studio.press("o")
    var shown = lines(studio)
    #expect(shown[14].hasPrefix("╭─╴Gaps╶──"))
    #expect(shown[15].contains("(automatic)"))
    #expect(shown[15].contains("regions 2   closings 1"))
    #expect(shown[16].hasPrefix("│▸ ✓"))
    #expect(shown[16].contains("closed"))
    #expect(shown[23].contains("Space on/off  q back  > longer off  a by hand"))
    #expect(shown[22].hasPrefix(" Between a region of "))
    try studio.press("space")
    shown = lines(studio)
    #expect(shown[14].contains("1, 1 rejected"))
    #expect(shown[16].hasPrefix("│▸ ✗"))
    #expect(shown[15].contains("regions 1   closings 0"))
    #expect(shown[22].hasPrefix(" Inside a region of "))
  }

  @Test("What moving the limit changed is shown as before and after")
  func beforeAndAfter() throws {
    var studio = try DrawnStudio()
    try studio.press("o")
    let steps = Int(studio.state.gapLimit!.pixels.rounded(.up))
    try studio.press(Array(repeating: "-", count: steps).joined(separator: " "))
    let shown = lines(studio)
    #expect(shown[15].contains("closes up to 0 px"))
    #expect(shown[15].contains("regions 2 → 1   closings 1 → 0"))
    #expect(shown[16].contains("No gap is closed. + closes wider ones."))
  }

  @Test("Beside the drawing where there is room, in Japanese too")
  func side() throws {
    var studio = try DrawnStudio(size: (160, 45))
    studio.state.terminal.language = .japanese
    try studio.press("o")
    let shown = lines(studio)
    #expect(shown[1].contains("╭─╴隙間╶─"))
    #expect(shown[2].contains("まで閉じる (自動)"))
    #expect(shown[5].contains("✓"))
  }

  @Test("A line of the list can be clicked, the drawing beside it too")
  func mouse() throws {
    var studio = try DrawnStudio()
    try studio.press("o")
    let frame = view(studio.state, cache: ViewCache())
    #expect(frame.target(at: Point(10, 16)) == .toolItem(0))
    guard case .canvas(.drawing, _)? = frame.target(at: Point(10, 5)) else {
      Issue.record("no drawing above the list")
      return
    }
  }

  @Test(
    "In ASCII and without colours the gaps are told by signs",
    arguments: [ColorDepth.mono, .direct])
  func plain(colors: ColorDepth) throws {
    var studio = try DrawnStudio()
    studio.state.terminal.capabilities = Capabilities(colors: colors, glyphs: .ascii)
    try studio.press("o")
    var shown = lines(studio)
    #expect(shown[1..<14].contains { $0.contains("=") })
    #expect(shown[16].hasPrefix("|▸ ✓"))
    try studio.press("space")
    shown = lines(studio)
    #expect(shown[1..<14].contains { $0.contains("x") })
    #expect(shown[16].hasPrefix("|▸ ✗"))
  }

  @Test("The list is drawn on any size without harm", arguments: [40, 60, 110, 300])
  func sizes(columns: Int) throws {
    var studio = try DrawnStudio()
    try studio.press("o")
    for rows in [10, 12, 24, 100] {
      try studio.act(.resized(columns: columns, rows: rows, studio.state.terminal.capabilities))
      let surface = view(studio.state, cache: ViewCache()).surface
      #expect(surface.width == columns && surface.height == rows)
    }
  }
}
