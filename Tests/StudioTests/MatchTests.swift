import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import Testing

@testable import Studio

@Suite("Matching a drawing with its reference")
struct MatchTests {
  @Test(
    "Arrows and letters go from region to region",
    arguments: [
      ("l", Doll.right), ("h", Doll.left), ("j", Doll.body), ("l h", Doll.head),
      ("j k", Doll.head),
    ])
  func moves(keys: String, to point: Point) throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.head
    state.press(keys)
    #expect(state.region?.label == state.label(at: point))
  }

  @Test(
    "Tab goes to the counterpart in the reference, and the drawing's regions that have it are found"
  )
  func otherSide() throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.left
    state.press("tab")
    #expect(state.match.side == .reference)
    #expect(state.reference(state.match.place) == state.reference(Doll.left))
    state.press("j")
    #expect(state.reference(state.match.place) == state.reference(Doll.body))
    state.press("enter")
    #expect(state.match.side == .drawing)
    #expect(state.region?.label == state.label(at: Doll.body))
  }

  @Test("Nothing is changed from the reference's side, where the drawing's selection is not lit")
  func noEditsFromReference() throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.left
    #expect(state.press("tab x 2").appended.isEmpty)
    #expect(state.notice?.text.english == "Tab goes back to the drawing first")
  }

  @Test("Enter, a place in the reference, Enter: the region is pinned there, at once")
  func pin() throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.left
    state.press("enter")
    #expect(state.contexts.first == .pinning)
    let effects = state.press("j enter")
    #expect(effects.appended.count == 1)
    #expect(state.desk.project?.state.pins[Doll.drawing]?.map(\.reference) == [Doll.sheet])
    #expect(state.contexts.first == .match)
    #expect(state.standing(at: Doll.left) == .pinned)
    #expect(state.reference(state.counterpart(at: Doll.left)) == state.reference(Doll.body))
    #expect(!state.isAnalysisFresh)
    let ahead = state.flats
    try state.answer(effects)
    #expect(state.isAnalysisFresh && state.analysis?.result.flats == ahead)
    #expect(state.standing(at: Doll.left) == .pinned)
  }

  @Test("What is being pinned can be left as it is", arguments: ["esc", "q", "tab"])
  func giveUp(key: String) throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.left
    #expect(state.press("enter j " + key).appended.isEmpty)
    #expect(state.match.side == .drawing && state.match.pinning == nil)
    #expect(state.screen == .match)
  }

  @Test("A digit pins the candidate of that number")
  func digit() throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.left
    let candidates = try #require(state.correspondence?.candidates)
    try #require(candidates.count >= 2)
    #expect(state.press("2").appended.count == 1)
    #expect(state.correspondence?.counterpart == candidates[1].counterpart)
    #expect(state.correspondence?.standing == .pinned)
  }

  @Test("A digit without a candidate says so and pins nothing")
  func missingCandidate() throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.left
    let count = try #require(state.correspondence?.candidates.count)
    try #require(count < 9)
    #expect(state.press("9").appended.isEmpty)
    #expect(state.notice?.text.english == "It has only \(count) candidates")
  }

  @Test("x takes the counterpart away, a brings the automatic one back, u undoes either")
  func unlinkAndRelease() throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.body
    #expect(state.press("x").appended == ["unlink a region"])
    #expect(state.press("x").appended.isEmpty)
    #expect(state.notice?.text.english == "It is unlinked already; a makes it automatic")
    #expect(state.standing(at: Doll.body) == .unlinked && state.counterpart(at: Doll.body) == nil)
    state.press("a")
    #expect(state.standing(at: Doll.body) == .automatic)
    state.press("u")
    #expect(state.standing(at: Doll.body) == .unlinked)
    state.press("u")
    #expect(state.standing(at: Doll.body) == .automatic)
  }

  @Test("A released region has the automatic match at once")
  func releasedAfterAnswer() throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.body
    try state.answer(state.press("x"))
    #expect(state.standing(at: Doll.body) == .unlinked)
    state.press("backspace")
    #expect(state.standing(at: Doll.body) == .automatic)
    #expect(!state.isAnalysisFresh && state.correspondence?.confidence == 0.999)
  }

  /// The studio with both strands matched to the body, and the left one then pinned to its place.
  private func pinned(confidence: Double) throws -> StudioState {
    var state = try Doll.studio()
    let wrong = try #require(state.analysis)
      .matching([Doll.left, Doll.right], to: Doll.body, confidence: confidence)
    _ = reduce(&state, .analysed(wrong))
    state.desk.focus = Doll.left
    state.press("enter")
    state.match.place = Doll.left
    #expect(state.press("enter").appended.count == 1)
    #expect(state.standing(at: Doll.left) == .pinned)
    return state
  }

  @Test("Regions that had the same wrong counterpart are marked and counted, and Enter takes all")
  func spread() throws {
    var state = try pinned(confidence: 0.2)
    #expect(state.standing(at: Doll.right) == .doubtful)
    #expect(state.offeredLabels == [state.label(at: Doll.right)!])
    #expect(state.contexts.first == .spreading)
    #expect(
      state.notice?.text.english.hasSuffix("1 alike (+): Enter takes it too, Esc only this") == true
    )
    // Whoever looks closer first still has the choice.
    state.press("z Z")
    #expect(state.press("enter").appended.count == 1)
    #expect(state.standing(at: Doll.right) == .pinned && state.offeredLabels.isEmpty)
    #expect(state.counterpart(at: Doll.right) == state.counterpart(at: Doll.left))
    #expect(state.standing(at: Doll.body) == .automatic)
    state.press("u")
    #expect(state.standing(at: Doll.right) == .doubtful)
    #expect(state.standing(at: Doll.left) == .pinned)
  }

  @Test("What is offered is left alone by a key or by going on", arguments: ["esc", "q", "l", "n"])
  func refused(key: String) throws {
    var state = try pinned(confidence: 0.2)
    #expect(state.press(key).appended.isEmpty)
    #expect(state.offeredLabels.isEmpty && state.screen == .match)
    #expect(state.standing(at: Doll.right) == .doubtful)
  }

  @Test("A region that is sure is never offered")
  func sure() throws {
    let state = try pinned(confidence: 0.96)
    #expect(state.offeredLabels.isEmpty && state.contexts.first == .match)
  }

  @Test(
    "Regions as unsure as the one that was wrong are offered, and the body is not: it is certain")
  func unsure() throws {
    let state = try pinned(confidence: 0.7)
    #expect(state.offeredLabels == [state.label(at: Doll.right)!])
  }

  @Test("The same place again: the last pin is repeated by one key")
  func repeated() throws {
    var state = try Doll.studio()
    #expect(state.press(".").appended.isEmpty)
    state.desk.focus = Doll.left
    state.press("enter j enter")
    state.desk.focus = Doll.right
    #expect(state.press(".").appended.count == 1)
    #expect(state.counterpart(at: Doll.right) == state.counterpart(at: Doll.left))
  }

  @Test("Of several references the next is shown, and a region's own once it is selected")
  func references() throws {
    var state = try Doll.studio(references: [Doll.sheet, Doll.other])
    #expect(state.shownReference?.id == Doll.sheet)
    state.press(">")
    #expect(state.shownReference?.id == Doll.other)
    state.press(">")
    #expect(state.shownReference?.id == Doll.sheet)
    state.press("<")
    state.desk.focus = Doll.left
    state.press("enter j enter")
    #expect(state.desk.project?.state.pins[Doll.drawing]?.map(\.reference) == [Doll.other])
    #expect(state.shownReference?.id == Doll.other)
  }

  @Test("With one reference there is no next one, and the key says so")
  func oneReference() throws {
    var state = try Doll.studio()
    state.press(">")
    #expect(state.notice?.text.english == "The drawing has only one reference")
  }

  @Test("Click a region, click its place in the reference: pinned, and the selection stays")
  func mouse() throws {
    var state = try Doll.studio()
    state.press("z z")
    let views = state.viewports
    state.click(.drawing, Doll.right)
    #expect(state.region?.label == state.label(at: Doll.right))
    #expect(state.click(.reference, Doll.body).appended.count == 1)
    #expect(state.standing(at: Doll.right) == .pinned)
    #expect(state.reference(state.counterpart(at: Doll.right)) == state.reference(Doll.body))
    #expect(state.region?.label == state.label(at: Doll.right) && state.match.side == .drawing)
    // A better place takes the place of the first.
    #expect(state.click(.reference, Doll.right).appended.count == 1)
    #expect(state.reference(state.counterpart(at: Doll.right)) == state.reference(Doll.right))
    state.click(.result, Doll.body)
    #expect(state.region?.label == state.label(at: Doll.body))
    #expect(state.viewports == views)
    state.press("u u")
    #expect(state.standing(at: Doll.right) == .automatic)
  }

  @Test("Without a selection, and once the reference has the keys, a click there selects")
  func mouseInReference() throws {
    var state = try Doll.studio()
    state.desk.focus = nil
    #expect(state.click(.reference, Doll.body).appended.isEmpty)
    #expect(state.match.side == .reference)
    #expect(state.reference(state.match.place) == state.reference(Doll.body))
    #expect(state.click(.reference, Doll.head).appended.isEmpty)
    #expect(state.reference(state.match.place) == state.reference(Doll.head))
  }

  @Test("A click on paper selects the ground where it was clicked, moves nothing, and pins nothing")
  func ground() throws {
    var state = try Doll.studio()
    state.press("z z")
    let views = state.viewports
    let paper = Point(3, 170)
    state.click(.drawing, paper)
    #expect(state.region?.isBackground == true && state.desk.focus == paper)
    #expect(state.viewports == views)
    #expect(state.click(.reference, Doll.body).appended.isEmpty)
    #expect(state.notice?.text.english.hasPrefix("The ground is selected") == true)
    // A region of the figure may well be ground.
    state.click(.drawing, Doll.body)
    #expect(state.click(.reference, paper).appended == ["pin to the ground: unpainted"])
  }

  @Test("A place is begun to be chosen where the artist looks: the reference keeps its view")
  func pinningKeepsView() throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.left
    let reference = try #require(state.shownReference)
    let view = state.viewport(of: reference).zoomed(by: 4).centered(at: SIMD2(90, 108))
    state.viewports[reference.id] = view
    state.press("enter")
    #expect(state.viewports[reference.id] == view)
    #expect(state.reference(state.match.place) == state.reference(Doll.body))
    state.press("esc")
    #expect(state.viewports[reference.id] == view)
  }

  @Test("A click beside a picture gives its side the keys, and changes and moves nothing")
  func besideThePicture() throws {
    var state = try Doll.studio()
    state.click(.drawing, Doll.left)
    let (focus, seen) = (state.desk.focus, state.viewports)
    for beside in [Point(-9, 40), Point(5000, 40), Point(40, -2), Point(40, 5000)] {
      #expect(state.click(.reference, beside).appended.isEmpty)
      #expect(state.match.side == .reference)
      #expect(state.click(.drawing, beside).appended.isEmpty)
      #expect(state.match.side == .drawing)
    }
    #expect(state.desk.focus == focus && state.viewports == seen && state.notice == nil)
    // While a counterpart is being chosen the keys stay where they are.
    state.press("enter")
    let place = state.match.place
    state.click(.drawing, Point(-9, 40))
    state.click(.reference, Point(-9, 40))
    #expect(state.match.pinning != nil && state.match.place == place)
  }

  @Test("The wheel zooms the picture under the pointer only")
  func wheel() throws {
    var state = try Doll.studio()
    _ = reduce(
      &state, .pointer(Pointer(.wheelUp, on: .canvas(.reference, SIMD2(90, 48)))))
    #expect(state.viewports[Doll.sheet]?.magnification == 1.25)
    #expect(state.viewports[Doll.drawing] == nil)
  }

  @Test("Read-only, matches can be looked at and not changed")
  func readOnly() throws {
    var state = try Doll.studio(refusal: "aki on atelier")
    state.desk.focus = Doll.left
    #expect(state.press("x 1 enter").appended.isEmpty)
    #expect(state.match.pinning == nil)
    #expect(state.notice?.text.english.contains("aki on atelier") == true)
  }

  @Test("From the reference's side the automatic match is no more refused for a wrong reason")
  func releaseFromReference() throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.left
    #expect(state.press("tab a").appended.isEmpty)
    #expect(state.notice?.text.english == "Tab goes back to the drawing first")
  }

  @Test("What is done to one region is said too, for the log")
  func saysWhatItDid() throws {
    var state = try Doll.studio()
    state.desk.focus = Doll.left
    state.press("x")
    #expect(state.log.last?.text.english == "Done: unlink a region; u takes it back")
    state.press("a")
    #expect(state.log.last?.text.english == "Done: back to the automatic match; u takes it back")
  }
}

extension StudioState {
  /// Presses and releases the left button on a pixel of a picture.
  @discardableResult
  fileprivate mutating func click(_ canvas: CanvasName, _ pixel: Point) -> [Effect] {
    let target = Target.canvas(canvas, SIMD2(Double(pixel.x) + 0.5, Double(pixel.y) + 0.5))
    return [MouseEvent.Kind.press(.left), .release(.left)].flatMap {
      reduce(&self, .pointer(Pointer($0, on: target)))
    }
  }
}
