import Coloring
import DrawnStudios
import Projects
import Raster
import Testing

@testable import Studio

@Suite("Edits that cannot be written") struct UnsavedTests {
  private func retries(_ effects: [Effect]) -> Int {
    effects.count { if case .retryJournal = $0 { true } else { false } }
  }

  /// A studio with an edit that found no room.
  private func unsaved() -> StudioState {
    var state = studio()
    state.press("D")
    _ = reduce(&state, .journalFailed(Phrase(same: "the disk is full.")))
    return state
  }

  @Test("They are tried again every few seconds, and that is said once")
  func again() {
    var state = unsaved()
    for _ in 0..<3 {
      #expect(retries(reduce(&state, .clock(state.now + 2900, wall: 0))) == 0)
      #expect(retries(reduce(&state, .clock(state.now + 100, wall: 0))) == 1)
      #expect(retries(reduce(&state, .clock(state.now + 9000, wall: 0))) == 0)
      _ = reduce(&state, .journalFailed(Phrase(same: "the disk is full.")))
    }
    #expect(state.log.count { $0.text.english.hasPrefix("Not saved") } == 1)
    _ = reduce(&state, .journalFailed(Phrase(same: "the folder is gone.")))
    #expect(state.log.count { $0.text.english.hasPrefix("Not saved") } == 2)
  }

  @Test("What else cannot be written then is not said beside it, and is written once it can be")
  func others() throws {
    var state = try StudioState.coloured()
    let leaf = PaletteEntry(name: "leaf", base: RGBA(0, 200, 90))
    _ = state.edit([.addEntry(leaf)], named: Phrase(same: "add"))
    _ = reduce(&state, .journalFailed(Phrase(same: "it cannot be written.")))
    for _ in 0..<2 {
      _ = reduce(&state, .outsideFailed(Phrase(same: "palette.json cannot be written.")))
    }
    #expect(state.log.map(\.text.english).suffix(1) == ["Not saved: it cannot be written."])
    let lines = try #require(state.desk.project?.history.lines.count)
    let effects = reduce(&state, .confirmed(lines))
    #expect(state.notice?.text.english == "Saved again")
    #expect(
      effects.contains {
        if case .keepPalette(let palette, _) = $0 { palette.entries.contains(leaf) } else { false }
      })
    // Alone it is said, once.
    for _ in 0..<2 {
      _ = reduce(&state, .outsideFailed(Phrase(same: "palette.json cannot be written.")))
    }
    #expect(state.log.count { $0.text.english.hasPrefix("palette.json") } == 1)
  }

  @Test("Once they are safe nothing is tried any more")
  func saved() throws {
    var state = unsaved()
    let lines = try #require(state.desk.project?.history.lines.count)
    _ = reduce(&state, .confirmed(lines))
    #expect(state.desk.project?.isSaved == true)
    #expect(state.desk.project?.journalTrouble == nil)
    #expect(retries(reduce(&state, .clock(state.now + 60_000, wall: 0))) == 0)
  }
}
