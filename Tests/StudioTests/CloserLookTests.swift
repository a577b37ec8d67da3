import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import Testing

@testable import Studio

@Suite("Where the artist looks")
struct CloserLookTests {
  /// Two doubtful regions, which are matched to the head.
  private func doubtful() throws -> StudioState {
    var state = try Doll.studio()
    let wrong = try #require(state.analysis)
      .matching([Doll.left, Doll.right], to: Doll.head, confidence: 0.2)
    _ = reduce(&state, .analysed(wrong))
    return state
  }

  private func isWhole(_ id: PictureID, _ state: StudioState) -> Bool {
    state.viewports[id]?.showsWholePicture ?? true
  }

  @Test(
    "Each screen shows a picture whole at first, and then as it was left", arguments: ["f4", "f5"])
  func ownViews(key: String) throws {
    var state = try Doll.studio()
    state.press("f3 z z")
    let parts = state.viewports[Doll.drawing]
    state.press(key)
    #expect(isWhole(Doll.drawing, state))
    state.press("z")
    let own = state.viewports[Doll.drawing]
    state.press("f3")
    #expect(state.viewports[Doll.drawing] == parts)
    state.press(key)
    #expect(state.viewports[Doll.drawing] == own && own != parts)
  }

  @Test("n shows a doubtful region closer on both sides; q goes back, and again to the pictures")
  func doubtfulRegion() throws {
    var state = try doubtful()
    state.press("n n")
    #expect(state.region?.label == state.label(at: Doll.right))
    #expect(!isWhole(Doll.drawing, state) && !isWhole(Doll.sheet, state))
    state.press("q")
    #expect(isWhole(Doll.drawing, state) && isWhole(Doll.sheet, state))
    #expect(state.screen == .match)
    state.press("q")
    #expect(state.screen == .pictures)
  }

  @Test("From a region among the parts to its match and back to where one was")
  func visit() throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.left
    state.press("f3 z")
    let parts = state.viewports
    state.press("enter")
    #expect(state.screen == .match && state.region?.label == state.label(at: Doll.left))
    #expect(!isWhole(Doll.drawing, state) && !isWhole(Doll.sheet, state))
    state.press("q")
    #expect(state.screen == .parts && state.viewports == parts)
    state.press("f4")
    #expect(isWhole(Doll.drawing, state) && isWhole(Doll.sheet, state))
  }

  @Test("From a reference's region among the parts to the same region beside the drawing")
  func visitFromReference() throws {
    var state = try Doll.studio()
    state.press("f3 t j")
    let place = try #require(state.partsRegion?.inside)
    state.press("enter")
    #expect(state.screen == .match && state.match.side == .reference)
    #expect(state.match.place == place)
    state.press("q")
    #expect(state.screen == .parts)
  }

  @Test(
    "On the reference's side n goes through what doubtful regions are matched to, and stays there")
  func doubtfulPlaces() throws {
    var state = try doubtful()
    state.press("tab n")
    #expect(state.match.side == .reference)
    #expect(state.reference(state.match.place) == state.reference(Doll.head))
    #expect(state.notice?.text.english == "Place 1 of 1 that doubtful regions are matched to")
    state.press("q")
    #expect(state.match.side == .drawing && isWhole(Doll.sheet, state))
  }

  @Test("Where no doubtful region is matched to the reference, n says so there")
  func noDoubtfulPlaces() throws {
    var state = try Doll.studio()
    state.press("j tab n")
    #expect(state.match.side == .reference)
    #expect(state.notice?.text.english == "No doubtful region is matched to this reference")
  }

  @Test("While a place is chosen, n goes through the candidates and N back")
  func candidates() throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.left
    let candidates = try #require(state.correspondence?.candidates)
    state.press("enter n")
    #expect(state.referencePlace == candidates[1].counterpart)
    state.press("N N")
    #expect(state.referencePlace == candidates.last?.counterpart)
    state.press("enter")
    #expect(state.correspondence?.counterpart == candidates.last?.counterpart)
  }
}
