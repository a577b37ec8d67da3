import DrawnStudios
import Projects
import TerminalUI
import Testing

@testable import Studio

@Suite("Browsing the pictures")
struct BrowseTests {
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
    #expect(state.overlay == nil && state.browse.filter == "03")
    state.press("q")
    #expect(state.listed(.drawing).count == 3)
    state.press("/ x")
    state.press("esc")
    #expect(state.browse.filter == "")
  }

  @Test("Removing is one line of the journal, and undo brings it back")
  func removal() {
    var state = studio()
    let effects = state.press("space space D")
    #expect(state.listed(.drawing).map(\.title) == ["cut 03"])
    #expect(effects.appended == ["remove 2 pictures"])
    #expect(state.project?.isSaved == false)
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

  @Test("Assigning says which drawing and which reference, after the edit that u takes back")
  func assigning() {
    var state = studio()
    let reference = state.listed(.reference)[0].title
    #expect(state.press("j a").appended.count == 1)
    #expect(state.notice?.text.english == "\(reference) colours cut 02 now; u takes it back")
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
    var state = studio(holder: "aki on atelier")
    #expect(state.press("D").appended.isEmpty)
    #expect(state.notice?.text.english.contains("aki on atelier") == true)
    #expect(state.listed(.drawing).count == 3)
  }

  @Test("A key that is disabled says why")
  func obstacles() {
    var state = studio(drawings: [], references: [])
    state.press("enter")
    #expect(state.screen == .browse)
    #expect(state.notice?.text.english == "No drawing yet; i imports one")
  }

  @Test("Missing thumbnails are asked for once")
  func thumbnails() {
    var state = studio()
    #expect(state.pictures.awaited.count == 4)
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
    var state = studio(holder: "aki on atelier")
    _ = reduce(&state, .projectFree)
    _ = reduce(&state, .clock(3_600_000, wall: 0))
    #expect(state.notice?.text.english.contains("F10") == true)
    #expect(
      state.press("f10").contains { if case .open("hana.nurie") = $0 { true } else { false } })
  }
}
