import DrawnStudios
import Projects
import Raster
import Testing

@testable import Studio

@Suite("Small pictures and the preview")
struct ThumbnailTests {
  private let names = (0..<200).map { "cut \($0)" }

  private func wanted(_ effects: [Effect]) -> [String] {
    effects.flatMap { effect -> [String] in
      if case .thumbnails(let pictures) = effect { pictures.map(\.title) } else { [] }
    }
  }

  @Test("Only what is near the selection is asked for, the nearest first")
  func nearest() {
    var state = studio(drawings: names)
    #expect(state.pictures.shelf.awaited.count == 10)
    let asked = wanted(state.press("G"))
    #expect(asked == (191...199).reversed().map { "cut \($0)" })
  }

  @Test("However far one goes, no more than some are kept")
  func kept() {
    var state = studio(drawings: names)
    var most = 0
    for _ in names {
      for id in state.pictures.shelf.awaited {
        _ = reduce(&state, .thumbnail(id, Image(width: 1, height: 1, repeating: .white)))
      }
      state.press("j")
      most = max(most, state.pictures.shelf.thumbnails.count)
    }
    #expect(most <= 60)
    #expect(state.pictures.shelf.thumbnails[PictureID(rawValue: "cut 199")] != nil)
  }

  @Test("The preview follows when the selection rests")
  func preview() {
    var state = studio(drawings: names)
    #expect(state.pictures.previewed?.rawValue == "cut 0")
    for moment in 1...5 {
      _ = reduce(&state, .clock(moment * 30, wall: 0))
      state.press("j")
      #expect(state.pictures.previewed?.rawValue == "cut 0")
      #expect(state.nextChange == moment * 30 + 60)
    }
    _ = reduce(&state, .clock(210, wall: 0))
    #expect(state.pictures.previewed?.rawValue == "cut 5")
    #expect(state.nextChange == nil)
  }

  @Test(
    "What the engine has coloured is in the lists as it is coloured, and kept for the next start")
  func coloured() throws {
    var state = try Squares.studio()
    #expect(state.pictures.shelf.coloured[Squares.drawing]?.image.width ?? 0 > 0)
    let first = state.pictures.shelf.coloured[Squares.drawing]?.number
    state.desk.focus = Squares.a
    let effects = state.press("3")
    for case .analyse(let order) in effects {
      let kept = reduce(&state, .analysed(try Squares.analysis(order)))
      #expect(
        kept.contains {
          if case .keepThumbnail(_, of: Squares.drawing) = $0 { true } else { false }
        })
    }
    #expect(state.pictures.shelf.coloured[Squares.drawing]?.number != first)
    // What was kept does not take the place of what was found since.
    let number = state.pictures.shelf.coloured[Squares.drawing]?.number
    let old = Image(width: 1, height: 1, repeating: .white)
    _ = reduce(&state, .colouredThumbnail(Squares.drawing, old))
    #expect(state.pictures.shelf.coloured[Squares.drawing]?.number == number)
  }
}
