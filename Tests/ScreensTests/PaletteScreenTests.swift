import DrawnStudios
import Projects
import Raster
import Studio
import TerminalUI
import TestSupport
import Testing

@testable import Screens

@Suite("The palette on the screen")
struct PaletteScreenTests {
  private func lines(_ state: StudioState) -> [String] {
    view(state, cache: ViewCache()).surface.lines
  }

  @Test("On a wide terminal it has room of its own, on a small one it lies over the picture")
  func room() throws {
    for columns in [60, 80, 160] {
      var state = try StudioState.coloured(size: (columns, 24))
      state.press("p")
      let first = lines(state)[1]
      #expect(first.hasSuffix("╮") && first.contains("╴Palette╶"))
      // The word over the result is seen where it is not covered.
      #expect(first.contains("after") == (columns > 60))
    }
  }

  @Test("A row has the three tones, the name, and how many regions use it")
  func row() throws {
    var state = try StudioState.coloured(size: (160, 40))
    let name = try #require(state.entry(at: SmallPictures.body))
    state.press("p")
    state.palettePane.selected = name
    let surface = view(state, cache: ViewCache()).surface
    let y = try #require(surface.lines.firstIndex { $0.contains("▸") && $0.contains(name) })
    #expect(surface.lines[y].contains(" 1│") || surface.lines[y].hasSuffix("1│"))
    let grounds = (125..<160).map { surface[$0, y].style.background }
    #expect(grounds.filter { $0 == CellColor(40, 90, 160) }.count == 3)
    #expect(
      surface.lines.contains { $0.contains("base shadow highlight") && $0.contains("#285aa0") })
  }

  @Test("Other characters' colours are one line, which a click opens")
  func others() throws {
    var state = try StudioState.coloured(strangers: ["stranger"], size: (160, 40))
    state.press("p")
    let frame = view(state, cache: ViewCache())
    let y = try #require(
      frame.surface.lines.firstIndex { $0.contains("▸ other characters (2)") })
    let target = frame.target(at: Point(130, y))
    _ = reduce(&state, .pointer(Pointer(.press(.left), on: target)))
    #expect(lines(state).contains { $0.contains("▾ other characters (2)") })
  }

  @Test("Without colours the tones are letters, and the chosen one has brackets")
  func mono() throws {
    var state = try StudioState.coloured(size: (160, 40))
    state.terminal.capabilities = Capabilities(colors: .mono, glyphs: .ascii)
    state.press("p l")
    #expect(lines(state).contains { $0.contains(" b  [s]  h ") })
  }

  @Test("The mixer has a field and sliders, which the mouse moves")
  func mixer() throws {
    var state = try StudioState.coloured()
    state.press("p enter")
    let frame = view(state, cache: ViewCache())
    let y = try #require(frame.surface.lines.firstIndex { $0.contains("▸light") })
    guard case .slider(.mixer(.lightness), let share)? = frame.target(at: Point(60, y)) else {
      Issue.record("no slider under the mouse")
      return
    }
    _ = reduce(
      &state, .pointer(Pointer(.press(.left), on: .slider(.mixer(.lightness), share))))
    guard case .mixer(let mixer)? = state.overlay else {
      Issue.record("no mixer")
      return
    }
    #expect(abs(mixer.colour.lightness - share) < 1e-9)
    #expect(frame.surface.lines.contains { $0.contains("#") && $0.contains("hex") })
  }

  @Test("In the mixer the line that has the keys looks selected, and its own keys are told")
  func mixerFocus() throws {
    var state = try StudioState.coloured()
    state.press("p enter")
    for (key, label, hint) in [
      ("", "▸light", "by 10"), ("tab", "▸chroma", "by 10"), ("tab", "▸hue", "by 10"),
      ("tab", "▸[✓]", "yes or no"), ("tab", "▸hex", "type the colour"),
    ] {
      if !key.isEmpty { state.press(key) }
      let surface = view(state, cache: ViewCache()).surface
      let y = try #require(surface.lines.firstIndex { $0.contains(label) })
      let start = try #require(
        (0..<surface.width).first { surface[$0, y].scalar == Unicode.Scalar("▸").value })
      #expect(surface[start + 1, y].style == Theme.standard[.selection])
      #expect(surface.lines.contains { $0.contains(hint) })
    }
  }

  @Test("The chooser lists what is typed, and a click takes it")
  func chooser() throws {
    var state = try StudioState.coloured()
    let name = try #require(state.entry(at: SmallPictures.body))
    state.desk.focus = SmallPictures.face
    state.press("c")
    let frame = view(state, cache: ViewCache())
    let y = try #require(frame.surface.lines.firstIndex { $0.contains(name) })
    let target = frame.target(at: Point(60, y))
    let effects = reduce(&state, .pointer(Pointer(.press(.left), on: target)))
    #expect(
      effects.contains {
        if case .append(let line) = $0 { line.title == "paint with \(name)" } else { false }
      })
  }

  @Test("While a colour is tried the result shows it at once")
  func live() throws {
    var state = try StudioState.coloured(size: (160, 40))
    let name = try #require(state.entry(at: SmallPictures.body))
    state.press("p")
    state.palettePane.selected = name
    state.press("enter")
    _ = reduce(&state, .paste("#00c060"))
    let surface = view(state, cache: ViewCache()).surface
    let isGreen = (2..<36).contains { y in
      (64..<120).contains { x in
        surface[x, y].style.background.rgb.map { $0.g > 150 && $0.r < 50 } ?? false
      }
    }
    #expect(isGreen)
  }

  @Test("Every size and both languages are drawn without harm")
  func sizes() throws {
    for size in [(40, 10), (80, 24), (75, 30), (76, 30), (300, 100)] {
      var state = try StudioState.coloured(size: size)
      for keys in ["p", "enter", "p", "esc", "esc", "esc", "c", "esc"] {
        state.press(keys)
        state.terminal.language = state.terminal.language == .english ? .japanese : .english
        let surface = view(state, cache: ViewCache()).surface
        #expect((surface.width, surface.height) == size, "\(keys)")
      }
    }
  }
}
