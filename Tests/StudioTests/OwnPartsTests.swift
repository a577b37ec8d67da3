import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import Testing

@testable import Studio

@Suite("Parts of the project's own")
struct OwnPartsTests {
  private func perform(_ command: OwnPartsCommand, _ state: inout StudioState) -> [Effect] {
    reduce(&state, .perform(.ownParts(command)))
  }

  private func withRibbon() -> StudioState {
    var state = studio()
    _ = perform(.add, &state)
    state.press("r i b b o n enter")
    return state
  }

  @Test("A name is enough: the rest is filled in")
  func adding() throws {
    var state = studio()
    _ = perform(.add, &state)
    let effects = state.press("r i b b o n enter")
    #expect(effects.appended == ["add the part ribbon"])
    let part = try #require(state.desk.project?.parts.first)
    #expect(part.id == "ribbon" && part.japanese == "ribbon" && part.letter == "R")
    #expect(
      state.notice?.text.english
        == "Added the part ribbon: 5 labels with it in bank 2 (Tab); u takes it back")
    #expect(state.bankParts.last == part)
    state.press("u")
    #expect(state.desk.project?.parts == [])
  }

  @Test("What was typed is kept, and what clashes is said where it is typed")
  func clashing() {
    var state = studio()
    _ = perform(.add, &state)
    #expect(state.press("h a i r tab ctrl-u 帯 tab ctrl-u Q enter").appended.isEmpty)
    guard case .partForm(let form)? = state.overlay else {
      Issue.record("the form is gone")
      return
    }
    #expect(form.complaint?.english == "The part hair has this name already")
    #expect(state.press("up up - 2 enter").appended == ["add the part hair-2"])
    #expect(state.desk.project?.parts.map(\.japanese) == ["帯"])
    #expect(state.desk.project?.parts.map(\.letter) == ["Q"])
  }

  @Test("One is chosen by name to be changed")
  func changing() {
    var state = withRibbon()
    _ = perform(.change, &state)
    #expect(
      state.press("enter ctrl-u b o w down ctrl-u 蝶 down ctrl-u Y enter").appended == [
        "change the part ribbon"
      ])
    let part = state.desk.project?.parts.first
    #expect(part?.id == "ribbon" && part?.name == "bow" && part?.letter == "Y")
  }

  @Test("Removing one says how many regions lose their label, and undo brings them back")
  func removing() {
    var state = withRibbon()
    let id = PictureID(rawValue: "cut 01")
    let regions = [Point(3, 4), Point(5, 6)].map { RegionName(inside: $0) }
    _ = state.edit([.label(id, regions, part: "ribbon")], named: Phrase(same: "label"))
    _ = perform(.remove, &state)
    state.press("enter")
    #expect(
      state.notice?.text.english
        == "Removed the part ribbon: 2 regions lost the label; u brings it back")
    #expect(state.desk.project?.state.labels[id] == [])
    state.press("u")
    #expect(state.desk.project?.state.labels[id]?.count == 2)
  }

  @Test("Without any there is nothing to change or remove")
  func none() {
    var state = studio()
    _ = perform(.remove, &state)
    #expect(state.overlay == nil)
    #expect(state.notice?.text.english == "The project has no parts of its own")
  }

  @Test("They are found under : by their names")
  func found() {
    var state = studio()
    state.press(": a d d space p a r t enter r enter")
    #expect(state.desk.project?.parts.map(\.name) == ["r"])
  }
}
