import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import TestSupport
import Testing

@testable import Studio

@Suite("Mixing a colour")
struct MixerTests {
  @Test("However far the sliders go, a taken colour is one line, and is seen before it is taken")
  func mixing() throws {
    var state = try StudioState.coloured()
    let name = try #require(state.entry(at: SmallPictures.body))
    state.press("p")
    state.palettePane.selected = name
    #expect(state.press("enter right right right down left shift-left").appended.isEmpty)
    guard case .mixer(let mixer)? = state.overlay else {
      Issue.record("no mixer")
      return
    }
    #expect(mixer.rgba != SmallPictures.coat)
    let tried = try #require(state.currentColours)
    let index = try #require(tried.palette.index(named: name))
    #expect(tried.palette.entries[index].base == mixer.rgba)
    #expect(state.areColoursAhead)
    let effects = state.press("enter")
    #expect(effects.appended.count == 1)
    #expect(state.currentColours?.palette.entries[index].base == mixer.rgba)
    // Shadow and highlight follow, unless the artist says no.
    let derived = PaletteEntry(name: name, base: mixer.rgba)
    #expect(state.currentColours?.palette.entries[index].shadow == derived.shadow)
    try state.letEngineWork()
    #expect(!state.areColoursAhead)
    #expect(state.analysis?.result.palette.entries[index].base == mixer.rgba)
    state.press("u")
    #expect(state.currentColours?.palette.entries[index].base == SmallPictures.coat)
  }

  @Test("A name that only describes the colour follows it, until the artist names the entry")
  func automaticNames() throws {
    var state = try StudioState.coloured()
    let name = try #require(state.entry(at: SmallPictures.body))
    #expect(name == "blue")
    state.press("p")
    state.palettePane.selected = name
    state.press("enter up ctrl-u 0 0 c 0 6 0 enter")
    #expect(state.palettePane.selected == "green")
    #expect(
      state.notice?.text.english
        == "blue → green, base #00c060: 1 region in 1 drawing seen so far; u takes it back")
    state.press("R ctrl-u c o a t enter enter up ctrl-u f 0 0 enter")
    #expect(state.palettePane.selected == "coat")
    try state.letEngineWork()
    #expect(state.entry(at: SmallPictures.body) == "coat")
    // Shadow and light are no reason for another name.
    state.press("u u")
    state.palettePane.selected = "green"
    state.press("l enter up ctrl-u 1 2 3 enter")
    #expect(state.palettePane.selected == "green")
  }

  @Test("A region given a colour by hand keeps it when its name follows")
  func choicesFollow() throws {
    var state = try StudioState.coloured()
    let name = try #require(state.entry(at: SmallPictures.body))
    let face = RegionName(inside: SmallPictures.face)
    _ = state.edit([.colour("walk", [face], entry: name)], named: Phrase(same: "paint"))
    state.press("p")
    state.palettePane.selected = name
    state.press("enter up ctrl-u 0 0 c 0 6 0 enter")
    #expect(state.desk.project?.state.colours["walk"]?.map(\.entry) == ["green"])
    try state.letEngineWork()
    #expect(state.entry(at: SmallPictures.face) == "green")
  }

  @Test("Shadow and highlight follow the base, but for one that the artist set")
  func tonesByHand() throws {
    var state = try StudioState.coloured()
    let name = try #require(state.entry(at: SmallPictures.body))
    state.press("p")
    state.palettePane.selected = name
    state.press("l enter up ctrl-u 1 0 2 0 3 0 enter h enter")
    guard case .mixer(let mixer)? = state.overlay else {
      Issue.record("no mixer")
      return
    }
    #expect(mixer.kept == [.shadow] && mixer.following == [.highlight])
    state.press("up ctrl-u 0 0 c 0 6 0 enter")
    let current = try #require(state.currentColours)
    let entry = current.palette.entries[try #require(state.selectedEntry(in: current))]
    let derived = PaletteEntry(base: entry.base)
    #expect(entry.shadow == RGBA(0x10, 0x20, 0x30) && entry.highlight == derived.highlight)
    state.press("d")
    #expect(state.currentColours?.palette.index(named: entry.name) != nil)
    #expect(state.currentColours?.palette.entries.contains { $0.shadow == derived.shadow } == true)
  }

  @Test("Sliders move by one of their units or by ten, and the hue goes round")
  func slides() throws {
    var state = try StudioState.coloured()
    state.press("p enter")
    func value(_ row: Mixer.Row) -> Int {
      if case .mixer(let mixer)? = state.overlay { mixer.value(of: row) } else { -1 }
    }
    let light = value(.lightness)
    state.press("left")
    #expect(value(.lightness) == light - 1)
    state.press("l H")
    #expect(value(.lightness) == light - 10)
    state.press("j j home h")
    #expect(value(.hue) == 359)
  }

  @Test("Escape leaves a colour as it was")
  func givingUp() throws {
    var state = try StudioState.coloured()
    #expect(state.press("p enter right right esc").appended.isEmpty)
    #expect(!state.areColoursAhead && state.overlay == nil && state.hasPaletteKeys)
  }

  @Test(
    "A colour can be typed",
    arguments: [
      ("# 3 b 2 a 1 f", "#3b2a1f"), ("c # 3 b 2 a 1 f", "#3b2a1f"),
      ("f 0 8", "#ff0088"), ("A B C D E F", "#abcdef"),
    ])
  func typing(keys: String, hex: String) throws {
    var state = try StudioState.coloured()
    state.press("p enter up ctrl-u " + keys)
    guard case .mixer(let mixer)? = state.overlay else {
      Issue.record("no mixer")
      return
    }
    #expect(mixer.rgba.hex == hex)
  }

  @Test("What is no colour is not taken")
  func wrongHex() throws {
    var state = try StudioState.coloured()
    #expect(state.press("p enter up ctrl-u 3 b enter").appended.isEmpty)
    #expect(state.notice?.text.english == "A colour is written as #rrggbb")
    guard case .mixer? = state.overlay else {
      Issue.record("the mixer is gone")
      return
    }
  }

  @Test("A colour pasted is taken over")
  func pasting() throws {
    var state = try StudioState.coloured()
    state.press("p enter")
    _ = reduce(&state, .paste("#123456"))
    state.press("enter")
    let palette = try #require(state.currentColours?.palette)
    #expect(palette.entries.contains { $0.base == RGBA(0x12, 0x34, 0x56) })
  }

  @Test("A value can be typed from any line of the mixer", arguments: ["", "down ", "down down "])
  func typingAnywhere(keys: String) throws {
    for value in ["# 0 0 c 0 6 0", "0 0 c 0 6 0", "b e a"] {
      var state = try StudioState.coloured()
      state.press("p enter " + keys + value)
      guard case .mixer(let mixer)? = state.overlay else {
        Issue.record("no mixer")
        return
      }
      #expect(mixer.row == .hex && mixer.rgba.hex == (value == "b e a" ? "#bbeeaa" : "#00c060"))
    }
  }

  @Test("A colour that the palette has is taken from it, and not made twice")
  func noDuplicate() throws {
    var state = try StudioState.coloured()
    let before = try #require(state.currentColours?.palette)
    let name = try #require(state.entry(at: SmallPictures.body))
    state.desk.focus = SmallPictures.face
    let keys = SmallPictures.coat.hex.map { String($0) }.joined(separator: " ")
    #expect(
      state.press("c up up up up enter " + keys + " enter").appended == ["paint with \(name)"])
    #expect(state.currentColours?.palette == before)
    try state.letEngineWork()
    #expect(state.entry(at: SmallPictures.face) == name)
    #expect(state.press("p a " + keys + " enter").appended.isEmpty)
    #expect(state.notice?.text.english == "The palette has that colour: \(name)")
  }

  @Test(
    "A value typed or pasted into the list of colours is the new colour",
    arguments: [
      ("# 3 0 a 0 6 0", RGBA(0x30, 0xa0, 0x60)), ("# f 0 8", RGBA(0xff, 0, 0x88)),
      ("3 0 A 0 6 0", RGBA(0x30, 0xa0, 0x60)),
    ])
  func typedIntoTheList(keys: String, colour: RGBA) throws {
    for isPasted in [false, true] {
      var state = try StudioState.coloured()
      state.desk.focus = SmallPictures.body
      state.press("c")
      if isPasted {
        _ = reduce(&state, .paste(keys.filter { $0 != " " }))
      } else {
        state.press(keys)
      }
      let tried = try #require(state.currentColours)
      #expect(tried.palette.entries.contains { $0.base == colour }, "seen before it is taken")
      #expect(state.press("enter").appended.count == 1)
      #expect(state.overlay == nil)
      try state.letEngineWork()
      let name = try #require(state.entry(at: SmallPictures.body))
      let palette = try #require(state.currentColours?.palette)
      #expect(palette.entries[try #require(palette.index(named: name))].base == colour)
      // Once more, it is there already.
      state.press("c " + keys + " enter")
      #expect(state.currentColours?.palette == palette)
    }
  }

  @Test("The first digit typed into the field takes the place of what is there")
  func typesOver() throws {
    var state = try StudioState.coloured()
    state.press("p enter up 0 0 c 0 6 0")
    guard case .mixer(let mixer)? = state.overlay else {
      Issue.record("no mixer")
      return
    }
    #expect(mixer.hex.text == "00c060" && mixer.isHexValid)
    state.press("esc enter up left 1")
    guard case .mixer(let other)? = state.overlay else {
      Issue.record("no mixer")
      return
    }
    #expect(other.hex.text.count == 8, "an arrow lets go of it")
    state.press("?")
    guard case .menu? = state.overlay else {
      Issue.record("no help")
      return
    }
  }
}
