import DrawnStudios
import TerminalUI
import Testing

@testable import Studio

@Suite("The commands by name")
struct CommandMenuTests {
  @Test("A command of another screen is found, and says where it works")
  func elsewhere() throws {
    var state = studio()
    state.press(": z o o m")
    guard case .menu(let menu)? = state.overlay else {
      Issue.record("no menu")
      return
    }
    let zoom = try #require(menu.matching.first)
    #expect(zoom.obstacle?.english.hasPrefix("This works in: ") == true)
    state.press("enter")
    #expect(state.overlay != nil && state.screen == .pictures)
  }

  @Test("Each command stands there once")
  func once() {
    let items = studio().commandMenu().items
    let commands = items.filter { if case .command = $0.choice { true } else { false } }
    #expect(commands.count == Command.all.count)
    #expect(Set(items).count == items.count)
  }

  @Test("A digit is found by the part that it means now, a theme by its name")
  func byMeaning() throws {
    var studio = try DrawnStudio()
    try studio.press(": h a i r")
    guard case .menu(let menu)? = studio.state.overlay else {
      Issue.record("no menu")
      return
    }
    #expect(menu.matching.first?.title.english == "Label with hair")
    try studio.press("esc : t h e m e space w a s h i enter")
    #expect(studio.state.terminal.theme.name == "washi")
    #expect(studio.state.overlay == nil)
  }
}
