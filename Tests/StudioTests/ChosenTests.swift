import DrawnStudios
import TerminalUI
import Testing

@testable import Studio

@Suite("What is remembered of the language and the theme")
struct ChosenTests {
  @Test("A language given for one start is not remembered, one that is switched to is")
  func language() {
    var state = studio()
    state.terminal.language = .japanese
    #expect(state.preferences.language == nil)
    _ = reduce(&state, .perform(.global(.language)))
    #expect(state.preferences.language == .english)
  }

  @Test("A theme in the place of a broken one does not take its place in the preferences")
  func theme() {
    var state = studio()
    state.terminal.chosenTheme = "fog"
    #expect(state.preferences.theme == "fog")
    let broken = Phrase(same: "fog.toml: this is no theme.")
    _ = reduce(
      &state,
      .themes([
        ThemeChoice(name: "fog", theme: nil, problem: broken),
        ThemeChoice(name: "sumi", theme: .standard),
      ]))
    state.press("up enter")
    #expect(state.notice?.text == broken && state.overlay != nil)
    #expect(state.preferences.theme == "fog")
    state.press("down enter")
    #expect(state.preferences.theme == "sumi")
  }
}
