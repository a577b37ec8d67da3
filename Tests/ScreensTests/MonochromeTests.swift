import DrawnStudios
import Studio
import TerminalUI
import Testing

@testable import Screens

@Suite("Without colours")
struct MonochromeTests {
  private func monochrome() -> StudioState {
    var state = studio()
    state.terminal.capabilities.colors = .mono
    return state
  }

  @Test("Roles are told apart by attributes alone")
  func attributes() throws {
    let surface = view(monochrome(), cache: ViewCache()).surface
    let row = try #require(surface.lines.firstIndex { $0.contains("▸  cut 01") })
    #expect(surface[3, row].style.attributes == .reverse)
    #expect(surface[3, row + 1].style.attributes == [])
    #expect(surface[1, 23].style.attributes == .bold)
    #expect(surface.cells.allSatisfy { $0.style.foreground == .terminal })
  }

  @Test("Themes are kept for another terminal, and choosing one says why it cannot be")
  func themes() {
    var state = monochrome()
    state.terminal.chosenTheme = "washi"
    for key in ["f8"] { _ = reduce(&state, .key(Key(key)!)) }
    #expect(state.notice?.text.english == "This terminal shows no colours, so no themes")
    #expect(state.preferences.theme == "washi")
  }
}
