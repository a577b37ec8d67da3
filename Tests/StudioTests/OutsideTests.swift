import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import Testing

@testable import Studio

@Suite("A palette.json that another program has edited")
struct OutsidePaletteTests {
  @Test("What changed becomes one line that can be undone, and counts as read once it is safe")
  func takenIn() throws {
    var state = try StudioState.coloured()
    let name = try #require(state.entry(at: SmallPictures.body))
    let green = PaletteEntry(name: name, base: RGBA(0, 200, 90))
    let gone = PaletteEntry(name: "gone", base: RGBA(1, 2, 3))
    let edits: [Edit] = [.changeEntry(name, to: green), .changeEntry("gone", to: gone)]
    #expect(
      reduce(&state, .paletteEditedOutside(edits)).appended == ["1 colour changed in palette.json"])
    #expect(
      state.notice?.text.english == "palette.json was edited: 1 colour changed; u takes it back")
    // Seen again before it is safe.
    #expect(reduce(&state, .paletteEditedOutside(edits)).appended.isEmpty)
    let number = try #require(state.project?.history.lines.count)
    #expect(
      reduce(&state, .confirmed(number)).contains {
        if case .acknowledgePalette = $0 { true } else { false }
      })
    state.press("u")
    #expect(state.project?.state.paletteEdits == [])
  }

  @Test("What is so already is only noted")
  func nothingNew() throws {
    var state = try StudioState.coloured()
    let effects = reduce(&state, .paletteEditedOutside([.removeEntry("gone")]))
    #expect(effects.appended.isEmpty)
    #expect(effects.contains { if case .acknowledgePalette = $0 { true } else { false } })
  }
}

@Suite("A parts.png that another program has edited")
struct OutsideTests {
  let id = PictureID(rawValue: "cut 01")
  var label: Edit { .label(id, [RegionName(inside: Point(3, 4))], part: "hair") }

  @Test("What changed becomes one line that can be undone, and counts as read once it is safe")
  func takenIn() {
    var state = studio()
    let effects = reduce(&state, .editedOutside(id, [label]))
    #expect(effects.appended == ["1 parts of cut 01 changed in parts.png"])
    #expect(state.project?.state.labels[id]?.count == 1)
    #expect(!effects.contains { if case .acknowledgeOutside = $0 { true } else { false } })

    let number = state.project!.history.lines.count
    let settled = reduce(&state, .confirmed(number))
    #expect(
      settled.contains {
        if case .acknowledgeOutside(let drawing, _) = $0 { drawing.id == id } else { false }
      })
    state.press("u")
    #expect(state.project?.state.labels[id]?.isEmpty != false)
  }

  @Test("It is taken in once, though it is seen twice before it is safe")
  func seenTwice() {
    var state = studio()
    _ = reduce(&state, .editedOutside(id, [label]))
    #expect(reduce(&state, .editedOutside(id, [label])).appended.isEmpty)
  }

  @Test("Coming back to the terminal looks for such edits")
  func focus() {
    var state = studio()
    let effects = reduce(&state, .focus(true))
    #expect(
      effects.contains {
        if case .lookOutside(let drawing, _) = $0 { drawing.id == id } else { false }
      })
    #expect(reduce(&state, .focus(false)).isEmpty)
  }
}
