import Coloring
import DrawnStudios
import Foundation
import Raster
import Regions
import TestSupport
import Testing

@testable import Projects
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
    let number = try #require(state.desk.project?.history.lines.count)
    #expect(
      reduce(&state, .confirmed(number)).contains {
        if case .acknowledgePalette = $0 { true } else { false }
      })
    state.press("u")
    #expect(state.desk.project?.state.paletteEdits == [])
  }

  @Test("What is so already is only noted")
  func nothingNew() throws {
    var state = try StudioState.coloured()
    let effects = reduce(&state, .paletteEditedOutside([.removeEntry("gone")]))
    #expect(effects.appended.isEmpty)
    #expect(effects.contains { if case .acknowledgePalette = $0 { true } else { false } })
  }
}

@Suite("The palette as a file for other programs")
struct PaletteFileTests {
  private func written(_ effects: [Effect]) -> [Palette] {
    effects.compactMap { if case .keepPalette(let palette, _) = $0 { palette } else { nil } }
  }

  private func green(_ name: String) -> [Edit] {
    [.changeEntry(name, to: PaletteEntry(name: name, base: RGBA(0, 200, 90)))]
  }

  @Test(
    "An edit of the palette reaches it, whatever the engine is at, and so does its undo in the lists"
  )
  func edits() throws {
    var state = try StudioState.coloured()
    let before = try #require(state.analysis?.result.palette)
    let name = try #require(state.entry(at: SmallPictures.body))
    var effects = state.edit(green(name), named: Phrase(same: "green"))
    effects = reduce(&state, .clock(1, wall: 0))
    #expect(written(effects).map { $0.entries.contains { $0.base == RGBA(0, 200, 90) } } == [true])
    // The engine's answer brings nothing new.
    #expect(written(try state.letEngineWork()).isEmpty)
    state.press("f2")
    effects = state.press("u")
    #expect(effects.allSatisfy { if case .analyse = $0 { false } else { true } })
    #expect(written(effects) == [before])
    #expect(written(reduce(&state, .clock(2, wall: 0))).isEmpty)
  }

  @Test("Who may only read the project, or does not know what its references give, writes nothing")
  func unknown() throws {
    var state = studio()
    let leaf = PaletteEntry(name: "leaf", base: RGBA(0, 200, 90))
    _ = state.edit([.addEntry(leaf)], named: Phrase(same: "add"))
    #expect(written(reduce(&state, .clock(1, wall: 0))).isEmpty)
    var held = try StudioState.coloured()
    held.desk.project?.refusal = Phrase(same: "kai on studio-2")
    held.palettePane.keptAt = nil
    held.palettePane.kept = nil
    #expect(written(reduce(&held, .clock(1, wall: 0))).isEmpty)
  }

  @Test("What the survey read is enough")
  func survey() throws {
    var state = try StudioState.coloured()
    let palette = try #require(state.analysis?.result.flats.sourcePalette)
    state.desk.analyses = []
    state.palettePane.source = nil
    state.palettePane.kept = nil
    state.screen = .pictures
    let order = try #require(state.desk.project.flatMap { AnalysisOrder("run", in: $0.state) })
    state.engine.survey.order = order
    let counts = DrawingCounts(key: order.key, regions: 2, doubtful: 0)
    let found = DrawingFacts(counts, now: order)
    #expect(written(reduce(&state, .surveyed(order, found, source: palette))) == [palette])
  }

  @Test("It is there when the studio has ended, however soon that was")
  func ending() throws {
    let temporary = TemporaryFolder()
    let home = temporary / "hana.nurie"
    try Project.create(at: home)
    let folder = ProjectFolder(path: home)
    let outside = OutsideFiles(folder) { action in Issue.record("\(action)") }
    for value in [10, 20] as [UInt8] {
      let entry = PaletteEntry(name: "leaf", base: RGBA(value, 200, 90))
      outside.keep(Palette(entries: [entry]), parts: [])
    }
    outside.finish()
    let text = try String(contentsOfFile: home + "/palette.json", encoding: .utf8)
    #expect(text.contains(##""base":"#14c85a""##))
  }
}

@Suite("A parts.png that another program has edited")
struct OutsideTests {
  let id = PictureID(rawValue: "cut 01")

  /// What was read of the file as it was saved at a time.
  private func reading(savedAt time: Int = 1) -> PartsPicture.Reading {
    PartsPicture.Reading(
      edits: [.label(id, [RegionName(inside: Point(3, 4))], part: "hair")], bytes: 9,
      changed: time, regions: [], parts: [])
  }

  @Test("What changed becomes one line that can be undone, and counts as read once it is safe")
  func takenIn() {
    var state = studio()
    let effects = reduce(&state, .editedOutside(id, reading()))
    #expect(effects.appended == ["1 parts of cut 01 changed in parts.png"])
    #expect(state.desk.project?.state.labels[id]?.count == 1)
    #expect(!effects.contains { if case .acknowledgeOutside = $0 { true } else { false } })

    let number = state.desk.project!.history.lines.count
    let settled = reduce(&state, .confirmed(number))
    #expect(
      settled.contains {
        if case .acknowledgeOutside(let drawing, _, _) = $0 { drawing.id == id } else { false }
      })
    state.press("u")
    #expect(state.desk.project?.state.labels[id]?.isEmpty != false)
  }

  @Test("It is taken in once, though it is seen twice before it is safe")
  func seenTwice() {
    var state = studio()
    _ = reduce(&state, .editedOutside(id, reading()))
    #expect(reduce(&state, .editedOutside(id, reading())).appended.isEmpty)
  }

  @Test("A file that is read again after it is safe is taken in once, and a later one too")
  func again() {
    var state = studio()
    _ = reduce(&state, .editedOutside(id, reading()))
    _ = reduce(&state, .confirmed(state.desk.project!.history.lines.count))
    #expect(reduce(&state, .editedOutside(id, reading())).appended.isEmpty)
    #expect(reduce(&state, .editedOutside(id, reading(savedAt: 2))).appended.count == 1)
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
