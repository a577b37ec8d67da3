import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import TestSupport
import Testing

@testable import Studio

/// What an edit does is seen before the engine has answered, and is what it answers.
@Suite("Ahead of the engine")
struct AheadTests {
  @Test(
    "Whatever is labelled, pinned or painted looks at once as the engine will have it",
    arguments: [
      "2", "0", "t j 2 t", "t 2 l 2 t 2", "f4 x", "f4 1", "f4 2", "f4 3", "f4 x f3 u", "2 u",
      "2 backspace", "y", "f4 2 . a",
    ])
  func answers(keys: String) throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.c
    for key in keys.split(separator: " ") { state.press(String(key)) }
    let ahead = try #require(state.flats)
    let (doubtful, before) = (state.doubtful, try standings(in: state))
    let order = try #require(AnalysisOrder(Squares.drawing, in: state.desk.project!.state))
    _ = reduce(&state, .analysed(try Squares.analysis(order)))
    #expect(state.isAnalysisFresh)
    #expect(state.analysis?.result.flats == ahead, "\(keys)")
    let after = try standings(in: state)
    #expect(state.doubtful == doubtful && after == before)
  }

  private func standings(in state: StudioState) throws -> [Studio.Correspondence] {
    let map = try #require(state.analysis).result.map
    let correspondences = try #require(state.correspondences)
    return map.regions.map { correspondences[$0.label] }
  }

  @Test("Random edits, one on the other, undone and done again")
  func random() throws {
    var state = try Squares.studio()
    var generator = SeededNumbers(seed: 12)
    let places = [Squares.a, Squares.b, Squares.c, Squares.d, Point(2, 2)]
    let names = try #require(state.flats).palette.entries.map(\.name)
    var keys: [String] = []
    for _ in 0..<40 {
      let name = RegionName(inside: places.randomElement(using: &generator)!)
      let part = ["hair", "skin", "background", nil].randomElement(using: &generator)!
      let entry = names.randomElement(using: &generator)!
      let red = PaletteEntry(name: entry, part: part, base: RGBA(200, UInt8(keys.count), 9))
      let edits: [Edit] = [
        .label(Squares.drawing, [name], part: part), .label(Squares.reference, [name], part: part),
        .pin(
          Squares.drawing, name, reference: Squares.reference,
          counterpart: RegionName(inside: places.randomElement(using: &generator)!)),
        .unlink(Squares.drawing, [name]), .release(Squares.drawing, [name]),
        .colour(Squares.drawing, [name], entry: entry), .changeEntry(entry, to: red),
        .removeEntry(entry),
      ]
      switch Int.random(in: 0...9, using: &generator) {
      case 0: _ = state.undo()
      case 1: _ = state.redo()
      default:
        let edit = edits.randomElement(using: &generator)!
        _ = state.edit([edit], named: Phrase(same: "edit"))
      }
      keys.append("\(state.desk.project!.history.lines.last!.content)")
      let ahead = try #require(state.flats)
      let order = try #require(AnalysisOrder(Squares.drawing, in: state.desk.project!.state))
      let answer = try Squares.analysis(order)
      #expect(answer.result.flats == ahead, "\(keys)")
      if Bool.random(using: &generator) { _ = reduce(&state, .analysed(answer)) }
    }
  }
}
