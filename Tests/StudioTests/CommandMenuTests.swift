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
    #expect(state.overlay != nil && state.screen == .browse)
  }

  @Test("Each command stands there once")
  func once() {
    let items = studio().commandMenu().items
    #expect(items.count == Command.all.count)
    #expect(Set(items).count == items.count)
  }
}
