import DrawnStudios
import Projects
import TerminalUI
import Testing

@testable import Studio

@Suite("Browsing the pictures")
struct PicturesTests {
  @Test(
    "Enter opens a drawing where most is to be done: its matches, or its result where nothing is in doubt"
  )
  func opening() throws {
    var state = try Squares.studio()
    try state.believe([(Squares.c, 0.1)])
    state.press("f2 enter")
    #expect(state.screen == .match)
    state.press("n y f2 enter")
    #expect(state.doubtful.isEmpty && state.screen == .result)
    // Without a reference there are no matches.
    _ = state.edit([.remove([Squares.reference])], named: Phrase(same: "remove"))
    state.press("f2 enter")
    #expect(state.screen == .parts)
  }

  @Test(
    "Arrows and letters move the selection, and it stays inside",
    arguments: [
      ("j", "cut 02"), ("down down down", "cut 03"), ("G", "cut 03"), ("G g", "cut 01"),
      ("G k", "cut 02"), ("k", "cut 01"), ("end pgup", "cut 01"),
    ])
  func moves(keys: String, selected: String) {
    var state = studio()
    state.press(keys)
    #expect(state.drawing?.title == selected)
  }

  @Test("A filter narrows the list while it is typed, and Escape drops it")
  func filter() {
    var state = studio()
    state.press("/ 0 3")
    #expect(state.listed(.drawing).map(\.title) == ["cut 03"])
    #expect(state.drawing?.title == "cut 03")
    state.press("enter")
    #expect(state.overlay == nil && state.pictures.filter == "03")
    state.press("q")
    #expect(state.listed(.drawing).count == 3)
    state.press("/ x")
    state.press("esc")
    #expect(state.pictures.filter == "")
  }

  @Test("Removing is one line of the journal, and undo brings it back")
  func removal() {
    var state = studio()
    let effects = state.press("space space D")
    #expect(state.listed(.drawing).map(\.title) == ["cut 03"])
    #expect(effects.appended == ["remove 2 pictures"])
    #expect(state.desk.project?.isSaved == false)
    #expect(state.press("u").appended == ["remove 2 pictures"])
    #expect(state.listed(.drawing).count == 3)
    state.press("ctrl-r")
    #expect(state.listed(.drawing).count == 1)
  }

  @Test("What is removed leaves its neighbour selected", arguments: ["j", "G"])
  func removalKeepsPlace(keys: String) {
    var state = studio()
    state.press(keys + " D")
    #expect(state.drawing?.title == (keys == "G" ? "cut 02" : "cut 03"))
  }

  @Test("The references of a drawing are chosen from all, those that it has marked, in their order")
  func assigning() {
    var state = studio(references: ["sheet", "face", "hands"])
    #expect(state.press("j a").isEmpty)
    // All of them until something else is said: the first and the last go out, the first comes back behind.
    #expect(state.press("space G space g space enter").appended == ["assign face, sheet"])
    #expect(state.desk.project?.state.references(for: "cut 02").map(\.title) == ["face", "sheet"])
    #expect(state.desk.project?.state.references(for: "cut 01").count == 3)
    #expect(
      state.notice?.text.english == "References of cut 02: face, sheet; u takes it back")
    #expect(state.press("a enter").appended.isEmpty)
    #expect(state.press("a space k space enter").isEmpty && state.overlay != nil)
  }

  @Test("From the references the drawings are named before anything is assigned")
  func assigningFromReferences() {
    var state = studio(references: ["sheet", "face"])
    state.press("a j space enter")
    #expect(state.desk.project?.state.references(for: "cut 01").map(\.title) == ["sheet"])
    state.press("tab j a")
    guard case .references(let chooser)? = state.overlay else {
      Issue.record("there is no list")
      return
    }
    #expect(state.name(of: chooser.drawings).english == "cut 01")
    #expect(chooser.chosen == ["sheet", "face"])
    #expect(state.press("enter").appended == ["assign sheet, face"])
  }

  @Test("Marks that the filter hides are counted, and Escape takes only those away that are seen")
  func hiddenMarks() {
    var state = studio()
    state.press("space space / 0 3 enter space")
    #expect(state.hiddenMarks(.drawing) == 2 && state.pictures.marked.count == 3)
    state.press("q")
    #expect(state.pictures.marked.count == 2 && !state.pictures.filter.isEmpty)
    state.press("q")
    #expect(state.pictures.marked.count == 2 && state.pictures.filter.isEmpty)
    state.press("q")
    #expect(state.pictures.marked.isEmpty)
  }

  @Test("n goes to the next drawing in doubt, and after the last to the first")
  func doubtful() throws {
    var state = studio()
    state.press("n")
    #expect(state.notice?.text.english == "No drawing has doubtful regions")
    for (name, count) in [("cut 01", 1), ("cut 02", 0), ("cut 03", 4)] {
      let order = try #require(
        AnalysisOrder(PictureID(rawValue: name), in: state.desk.project!.state))
      let counts = DrawingCounts(key: order.key, regions: 9, doubtful: count)
      state.engine.facts[order.drawing] = DrawingFacts(counts, now: order)
    }
    state.press("n")
    #expect(state.drawing?.title == "cut 03")
    state.press("tab n")
    #expect(state.drawing?.title == "cut 01" && state.pictures.list == .drawing)
    state.press("N")
    #expect(state.drawing?.title == "cut 03")
  }

  @Test("A picture gets another name, which undo takes back")
  func renaming() {
    var state = studio()
    state.press("R ctrl-u A B enter")
    #expect(state.drawing?.title == "AB")
    state.press("u")
    #expect(state.drawing?.title == "cut 01")
  }

  @Test("An empty name is refused where it is typed")
  func emptyName() {
    var state = studio()
    #expect(state.press("R ctrl-u enter").appended.isEmpty)
    guard case .prompt(let prompt)? = state.overlay else {
      Issue.record("the prompt is gone")
      return
    }
    #expect(prompt.complaint != nil)
  }

  @Test("A project held by another studio can be looked at and not changed")
  func readOnly() {
    var state = studio(refusal: "aki on atelier")
    #expect(state.press("D").appended.isEmpty)
    #expect(state.notice?.text.english.contains("aki on atelier") == true)
    #expect(state.listed(.drawing).count == 3)
  }

  @Test("A key that is disabled says why")
  func obstacles() {
    var state = studio(drawings: [], references: [])
    state.press("enter")
    #expect(state.screen == .pictures)
    #expect(state.notice?.text.english == "No drawing yet; i imports one")
  }

  @Test("Missing thumbnails are asked for once")
  func thumbnails() {
    var state = studio()
    #expect(state.pictures.shelf.awaited.count == 4)
    let again = state.press("j")
    #expect(again.isEmpty)
  }
}

extension [Effect] {
  /// The sentences of the journal lines that were appended.
  var appended: [String] {
    compactMap { effect in if case .append(let line) = effect { line.title } else { nil } }
  }
}

@Suite("A project that somebody else holds")
struct HeldProjectTests {
  @Test("When it is free that is said until something else happens, and F10 opens it anew")
  func freed() {
    var state = studio(refusal: "aki on atelier")
    _ = reduce(&state, .projectFree)
    _ = reduce(&state, .clock(3_600_000, wall: 0))
    #expect(state.notice?.text.english.contains("F10") == true)
    #expect(
      state.press("f10").contains { if case .open("hana.nurie") = $0 { true } else { false } })
  }
}
