import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import Testing

@testable import Studio

@Suite("Labelling parts")
struct PartsLabelTests {
  @Test("A digit labels the selected region at once, names what it did, and undo takes it back")
  func digit() throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.a
    let label = try #require(state.region?.label)
    let effects = state.press("2")
    #expect(effects.appended == ["label \(label): unlabelled → hair"])
    #expect(state.part(at: Squares.a) == "hair")
    #expect(state.part(at: Squares.c) == nil)
    #expect(
      state.notice?.text.english
        == "label \(label): unlabelled → hair; colour unknown: t, label the reference")
    state.press("u")
    #expect(state.part(at: Squares.a) == nil)
  }

  @Test("Once the reference says which colour is of the part, a label paints")
  func paints() throws {
    var state = try Squares.studio()
    state.press("t")
    state.parts.referenceFocus[Squares.reference] = Squares.c
    try state.answer(state.press("2 t"))
    state.desk.focus = Squares.a
    let label = try #require(state.region?.label)
    let effects = state.press("s 2")
    #expect(
      state.notice?.text.english == "label \(label): unlabelled → hair; u takes it back")
    try state.answer(effects)
    let result = try #require(state.analysis).result
    let blue = try #require(result.map.resolve(RegionName(inside: Squares.c)))
    #expect(result.flats[label].entry == result.flats[blue].entry)
  }

  @Test("What the engine then finds is what was shown")
  func confirmed() throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.c
    let effects = state.press("0")
    #expect(!state.isAnalysisFresh && state.part(at: Squares.c) == "outer-cloth")
    try state.answer(effects)
    #expect(state.isAnalysisFresh && state.part(at: Squares.c) == "outer-cloth")
  }

  @Test(
    "Another digit replaces a label, Backspace takes it away, a full stop labels again",
    arguments: [
      ("2 3", "skin"), ("2 backspace", nil), ("2 x .", nil), ("tab 1", "accessory"),
      ("tab 1 tab 1", "background"), ("shift-tab 4", "other"), ("2 u", nil), ("2 u ctrl-r", "hair"),
    ])
  func keys(keys: String, part: String?) throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.a
    state.press(keys)
    #expect(state.part(at: Squares.a) == part)
  }

  @Test("A full stop labels the next region as the one before")
  func again() throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.c
    state.press("5")
    state.desk.focus = Squares.d
    state.press(".")
    #expect(state.part(at: Squares.d) == "iris")
  }

  @Test("A digit without a part says so, and labels nothing")
  func unused() throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.a
    #expect(state.press("tab 9").appended.isEmpty)
    #expect(state.notice?.kind == .warning)
  }

  @Test("No letter labels")
  func letters() {
    let keys = LabelCommand.digits.flatMap { Command.label($0).keys.map(\.name) }
    #expect(keys.sorted() == (0...9).map(String.init))
  }

  @Test("Marked regions are labelled in one gesture, and one undo takes all back")
  func several() throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.c
    state.press("space")
    state.desk.focus = Squares.d
    #expect(state.press("space 8").appended == ["label 2 regions: upper cloth"])
    #expect(state.part(at: Squares.c) == "upper-cloth")
    #expect(state.part(at: Squares.d) == "upper-cloth")
    state.press("9")
    #expect(state.part(at: Squares.c) == "lower-cloth")
    state.press("u u")
    #expect(state.part(at: Squares.c) == nil && state.part(at: Squares.d) == nil)
  }

  @Test("Marks that were labelled go with the next move, so that a digit means one region again")
  func spent() throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.a
    state.press("space l space")
    #expect(state.markedLabels.count == 2)
    state.press("2 h")
    #expect(state.markedLabels.isEmpty)
  }

  @Test("The drawing inherits what is labelled on the reference, before the engine has answered")
  func inheritance() throws {
    var state = try Squares.studio()
    state.press("t")
    #expect(state.partsSubject?.picture.id == Squares.reference)
    state.parts.referenceFocus[Squares.reference] = Squares.d
    let effects = state.press("9")
    #expect(state.desk.project?.state.labels[Squares.reference]?.map(\.part) == ["lower-cloth"])
    #expect(state.part(at: Squares.d) == "lower-cloth")
    state.press("t")
    #expect(state.partsSubject?.picture.id == Squares.drawing)
    #expect(state.part(at: Squares.d) == "lower-cloth")
    try state.answer(effects)
    #expect(state.part(at: Squares.d) == "lower-cloth")
    let label = try #require(state.partsSubject?.region(at: Squares.d)?.label)
    #expect(state.analysis?.result.parts[label]?.origin == .counterpart)
  }

  @Test("One label says what a colour of the reference is, until another says otherwise")
  func colours() throws {
    var state = try Squares.studio()
    state.press("t")
    state.parts.referenceFocus[Squares.reference] = Squares.a
    state.press("2")
    #expect(state.part(at: Squares.b) == "hair" && state.part(at: Squares.c) == nil)
    state.parts.referenceFocus[Squares.reference] = Squares.d
    state.press("3")
    #expect(state.part(at: Squares.b) == "hair")
    state.parts.referenceFocus[Squares.reference] = Squares.b
    state.press("3")
    #expect(state.part(at: Squares.a) == "hair" && state.part(at: Squares.b) == "skin")
  }

  /// The studio after the palette has said that the red of `a` and `b` is hair.
  private func withRedHair() throws -> StudioState {
    var state = try Squares.studio()
    let analysis = try #require(state.analysis)
    let label = analysis.result.map.labels[Squares.a]
    let entry = try #require(analysis.result.flats[label].entry)
    var red = analysis.result.palette.entries[entry]
    let name = red.name
    red.part = "hair"
    _ = state.edit([.changeEntry(name, to: red)], named: Phrase(same: "red is hair"))
    try state.answer(reduce(&state, .clock(1, wall: 1)))
    #expect(state.part(at: Squares.a) == "hair" && state.part(at: Squares.b) == "hair")
    return state
  }

  /// Both squares of red hair likely wrong, and the first labelled.
  private func corrected() throws -> StudioState {
    var state = try withRedHair()
    try state.believe([(Squares.a, 0.6), (Squares.b, 0.6)])
    state.desk.focus = Squares.a
    let label = try #require(state.region?.label)
    #expect(state.press("3").appended == ["label \(label): hair → skin"])
    return state
  }

  @Test("What was wrong for the same reason is marked and counted; Enter takes it too")
  func spreading() throws {
    var state = try corrected()
    #expect(state.part(at: Squares.a) == "skin" && state.part(at: Squares.b) == "hair")
    #expect(state.offeredLabels == [state.label(at: Squares.b)!])
    #expect(
      state.notice?.text.english.hasSuffix("1 alike (+): Enter takes it too, Esc only this") == true
    )
    #expect(state.press("enter").appended == ["label 1 alike: skin"])
    #expect(state.part(at: Squares.b) == "skin" && state.part(at: Squares.c) == nil)
    #expect(state.markedLabels.isEmpty && state.offeredLabels.isEmpty)
    state.press("u")
    #expect(state.part(at: Squares.a) == "skin" && state.part(at: Squares.b) == "hair")
  }

  @Test("Only this one: by Escape, or by whatever comes next", arguments: ["esc", "q", "l", "u"])
  func onlyThis(key: String) throws {
    var state = try corrected()
    state.press(key)
    #expect(state.offeredLabels.isEmpty && state.screen == .parts)
    #expect(state.part(at: Squares.b) == "hair")
  }

  @Test("Another digit corrects the label, and labels nothing else")
  func otherDigit() throws {
    var state = try corrected()
    state.press("2")
    #expect(state.part(at: Squares.a) == "hair" && state.part(at: Squares.b) == "hair")
    #expect(state.chosenLabels == [state.label(at: Squares.a)!])
  }

  @Test("A region that is sure is offered to no label")
  func sureOnes() throws {
    var state = try withRedHair()
    try state.believe([(Squares.a, 0.6), (Squares.b, 0.96)])
    state.desk.focus = Squares.a
    state.press("3")
    #expect(state.offeredLabels.isEmpty)
  }

  @Test("Undo keeps the artist's own marks, and goes to the drawing whose edit it takes back")
  func undoing() throws {
    var state = try withRedHair()
    state.desk.focus = Squares.a
    state.parts.spreads = true
    let own = try #require(state.region?.label)
    state.press("space 3 u")
    #expect(state.markedLabels == [own])
    let other = Picture(id: "other", kind: .drawing, title: "other", width: 9, height: 9)
    state.desk.project?.history.include([other])
    _ = state.edit([.add(["other"])], named: Phrase(same: "import"))
    _ = state.edit([.gap(Squares.drawing, pixels: 3)], named: Phrase(same: "gap 3"))
    state.pictures.selected[.drawing] = "other"
    state.press("u")
    #expect(state.drawing?.id == Squares.drawing)
    #expect(state.notice?.text.english == "Undone (drawing): gap 3")
  }

  @Test("Who confirms a part corrects nothing: it stays with the one region")
  func confirming() throws {
    var state = try withRedHair()
    state.desk.focus = Squares.a
    let label = try #require(state.region?.label)
    #expect(state.press("2").appended == ["confirm \(label): hair"])
    #expect(state.desk.project?.state.labels[Squares.drawing]?.count == 1)
  }

  @Test("A correction leaves alone what the artist decided, and spreads not at all when told so")
  func notSpreading() throws {
    var state = try withRedHair()
    state.desk.focus = Squares.b
    state.press("2")
    state.desk.focus = Squares.a
    state.press("3")
    #expect(state.part(at: Squares.b) == "hair")
    state.press("u u s 3")
    #expect(state.part(at: Squares.a) == "skin" && state.part(at: Squares.b) == "hair")
  }

  @Test("Neighbours are joined; regions that do not touch are not")
  func joining() throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.a
    #expect(state.press("J").appended.isEmpty)
    #expect(state.notice?.text.english == "Mark two or more neighbours first (Space)")
    state.press("space l space")
    let effects = state.press("J")
    #expect(effects.appended == ["join 2 regions"])
    try state.answer(effects)
    let map = try #require(state.analysis?.result.map)
    #expect(map.labels[Squares.a] == map.labels[Squares.b])
  }

  @Test("A project held by another studio keeps its labels")
  func readOnly() throws {
    var state = try Squares.studio()
    state.desk.project?.refusal = Phrase(same: "aki on atelier")
    state.desk.focus = Squares.a
    #expect(state.press("2").appended.isEmpty)
    #expect(state.part(at: Squares.a) == nil)
  }
}
