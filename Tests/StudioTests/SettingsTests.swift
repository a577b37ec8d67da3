import Coloring
import DrawnStudios
import Projects
import Raster
import TerminalUI
import Testing

@testable import Studio

@Suite("Settings of the project and of the terminal")
struct SettingsTests {
  private func menu(_ state: StudioState) -> Menu? {
    if case .menu(let menu)? = state.overlay { menu } else { nil }
  }

  @Test("F7 lists what there is to set, Enter its values, Enter takes one: a line of the journal")
  func shading() throws {
    var state = try Squares.studio()
    state.press("f7")
    let all = try #require(menu(state))
    #expect(all.items.map(\.title.english).contains("Trace colours"))
    #expect(all.items.count == Setting.allCases.count)
    let effects = state.press("enter down enter")
    #expect(effects.appended == ["Shading: where trace lines bound it"])
    #expect(state.desk.project?.state.settings.shading == .trace)
    #expect(state.engine.analysing?.order.settings.shading == .trace)
    state.press("f7")
    #expect(menu(state)?.items.first?.detail == "where trace lines bound it")
    state.press("esc u")
    #expect(state.desk.project?.state.settings == ProjectSettings())
  }

  @Test(
    "Every value is found by its name",
    arguments: [
      ("shading none", "Shading: none: flats alone"),
      ("aliased", "Edges: hard, for cel work (aliased)"),
      ("blue shadow red", "Trace colours: blue shadow, green 2nd shadow, red highlight"),
      ("trace lines visible", "Trace lines: stay visible"),
      ("gap project 12", "Gap of the project: 12 px"),
      ("tinted", "Ink: tinted by the paint beside"),
      ("matching rules", "Matching: by rules: lines, shapes, places"),
      ("borders drawn", "Borders: drawn lines alone, for cel work"),
      ("sextants", "Sharpness of pictures, side by side"),
      ("色トレス 青=影", "Trace colours: blue shadow, green 2nd shadow, red highlight"),
    ])
  func byName(words: String, title: String) throws {
    var menu = try Squares.studio().commandMenu()
    menu.filter.insert(words)
    #expect(menu.matching.contains { $0.title.english == title })
    #expect(menu.matching.count < 8)
  }

  @Test("The project's gap holds for drawings that have none of their own")
  func gap() throws {
    var state = try Squares.studio()
    state.press(": g a p space o f space t h e space p r o j e c t space 1 2 enter")
    #expect(state.desk.project?.state.settings.gap == 12)
    #expect(state.engine.analysing?.order.settings.gap == 12)
    _ = state.edit([.gap(Squares.drawing, pixels: 3)], named: Phrase(same: "own"))
    _ = reduce(&state, .clock(1, wall: 0))
    #expect(state.engine.analysing?.order.settings.gap == 3)
  }

  @Test("Read-only, what the project says cannot be changed, and the terminal's can")
  func readOnly() throws {
    var state = try Squares.studio()
    state.desk.project?.refusal = Phrase(same: "aki on atelier")
    state.press("f7")
    let items = try #require(menu(state)).items
    #expect(items.filter { $0.obstacle == nil }.map(\.title.english) == ["Sharpness"])
  }

  @Test("At the first start finer pictures are offered side by side; what is taken is remembered")
  func sharpness() throws {
    var state = try Squares.studio()
    _ = reduce(&state, .welcomed(Phrase(same: "welcome")))
    guard case .sharpness(selected: 0)? = state.overlay else {
      Issue.record("nothing is offered")
      return
    }
    let effects = state.press("3")
    #expect(state.overlay == nil && state.terminal.capabilities.glyphs == .sextants)
    #expect(
      effects.contains {
        if case .savePreferences(let preferences) = $0 {
          preferences.glyphs == "sextants"
        } else {
          false
        }
      })
    // The terminal says again what it is found to have.
    var found = state.terminal.capabilities
    found.glyphs = .halves
    _ = reduce(&state, .resized(columns: 100, rows: 30, found))
    #expect(state.terminal.capabilities.glyphs == .sextants)
    // Chosen once, it is not asked again.
    _ = reduce(&state, .welcomed(Phrase(same: "welcome")))
    #expect(state.overlay == nil)
    state.press(": s e x t a n t s enter")
    guard case .sharpness(selected: 2)? = state.overlay else {
      Issue.record("the choice is not found by its name")
      return
    }
    state.press("h h enter")
    #expect(state.terminal.capabilities.glyphs == .halves)
  }

  @Test("Any other key does what it does without the offer", arguments: ["f3", "?", "esc"])
  func goingOn(key: String) throws {
    var state = try Squares.studio()
    state.press("f2")
    _ = reduce(&state, .welcomed(Phrase(same: "welcome")))
    state.press(key)
    if case .sharpness? = state.overlay { Issue.record("the offer is still there") }
    #expect(state.terminal.chosenGlyphs == nil)
    #expect((state.screen == .parts) == (key == "f3") && (state.overlay != nil) == (key == "?"))
  }

  @Test("Pictures in letters are not offered otherwise")
  func letters() throws {
    var state = try Squares.studio()
    state.terminal.capabilities.glyphs = .ascii
    _ = reduce(&state, .welcomed(Phrase(same: "welcome")))
    #expect(state.overlay == nil)
  }
}
