import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TestSupport
import Testing

@testable import Studio

@Suite("A finished drawing becomes a reference")
struct HandoverTests {
  private let copy = Picture(
    id: "walk-2", kind: .reference, title: "walk", width: 96, height: 72, result: "walk")

  private func handedOver(_ state: inout StudioState) -> [Effect] {
    let effects = state.press("R")
    guard case .importResult(let result, "walk", "walk")? = effects.last else {
      Issue.record("nothing is imported")
      return []
    }
    #expect(result.image == state.analysis?.result.image)
    return reduce(&state, .resultImported(copy, of: "walk"))
  }

  @Test("It is the first reference of those that follow, and nobody else's; one line")
  func assigned() throws {
    var state = try StudioState.coloured()
    #expect(handedOver(&state).appended == ["walk as a reference"])
    let project = try #require(state.desk.project?.state)
    #expect(project.references.map(\.id) == ["sheet", "walk-2"])
    for id in ["run", "rest"] as [PictureID] {
      #expect(project.references(for: id).map(\.id) == ["walk-2", "sheet"])
    }
    #expect(project.references(for: "walk").map(\.id) == ["sheet"])
    state.press("u")
    #expect(state.desk.project?.state.references.map(\.id) == ["sheet"])
    #expect(state.desk.project?.state.references(for: "run").map(\.id) == ["sheet"])
  }

  @Test("A later result takes the place of the one before, pins and all")
  func again() throws {
    var state = try StudioState.coloured()
    _ = handedOver(&state)
    let face = RegionName(inside: SmallPictures.face)
    _ = state.edit(
      [.pin("run", face, reference: "walk-2", counterpart: face)], named: Phrase(same: "pin"))
    var later = copy
    later.id = "walk-3"
    state.press("R")
    #expect(reduce(&state, .resultImported(later, of: "walk")).appended == ["walk as a reference"])
    let project = try #require(state.desk.project?.state)
    #expect(project.references.map(\.id) == ["sheet", "walk-3"])
    #expect(project.references(for: "run").map(\.id) == ["walk-3", "sheet"])
    #expect(project.pins["run"]?.map(\.reference) == ["walk-3"])
    state.press("u")
    #expect(state.desk.project?.state.references(for: "run").map(\.id) == ["walk-2", "sheet"])
  }

  @Test("A drawing is not offered its own result, nor is a new drawing given it unasked")
  func notItsOwn() throws {
    var state = try StudioState.coloured()
    _ = handedOver(&state)
    let project = try #require(state.desk.project?.state)
    func offered(to drawing: PictureID) -> [PictureID] {
      ReferenceChooser(for: [drawing], in: project, proposed: [], selected: nil).references
    }
    #expect(offered(to: "walk") == ["sheet"])
    #expect(offered(to: "run") == ["sheet", "walk-2"])
    #expect(project.references(for: "new").map(\.id) == ["sheet"])
  }

  @Test("Drawings of another character do not get it, unless they are marked")
  func strangers() throws {
    var state = try StudioState.coloured(strangers: ["other"])
    _ = handedOver(&state)
    let project = try #require(state.desk.project?.state)
    #expect(project.references(for: "run").map(\.id) == ["walk-2", "sheet"])
    #expect(project.references(for: "rest").map(\.id) == ["other"])
    var marking = try StudioState.coloured(strangers: ["other"])
    marking.pictures.marked = ["rest"]
    _ = handedOver(&marking)
    #expect(marking.desk.project?.state.references(for: "rest").map(\.id) == ["walk-2", "other"])
  }

  @Test("Each region's part goes along, by the same point")
  func labels() throws {
    var state = try StudioState.coloured()
    let map = try #require(state.analysis?.result.map)
    let face = RegionName(inside: map[map.labels[SmallPictures.face]].inside)
    _ = state.edit([.label("walk", [face], part: "skin")], named: Phrase(same: "label"))
    try state.letEngineWork()
    _ = handedOver(&state)
    #expect(
      state.desk.project?.state.labels["walk-2"] == [PartLabel(region: face, part: "skin")])
  }

  /// Where a pin of a drawing goes: its reference, and the region there.
  private func pin(of drawing: PictureID, _ state: StudioState) throws -> (PictureID, UInt16?) {
    let map = try #require(state.analysis?.result.map)
    let pin = try #require(state.desk.project?.state.pins[drawing]?.first)
    return (pin.reference, map.resolve(pin.counterpart))
  }

  @Test("A pin goes along, to the finished drawing's region that comes from the same place")
  func pins() throws {
    var state = try StudioState.coloured()
    let map = try #require(state.analysis?.result.map)
    let face = RegionName(inside: SmallPictures.face)
    let coat = RegionName(inside: SmallPictures.body)
    // Which is nowhere near the pinned region itself.
    _ = state.edit(
      [.pin("run", face, reference: "sheet", counterpart: coat)], named: Phrase(same: "pin"))
    #expect(handedOver(&state).appended.count == 1)
    let moved = try pin(of: "run", state)
    #expect(moved.0 == "walk-2" && moved.1 == map.labels[SmallPictures.body])
    #expect(state.notice?.text.english.contains("; 1 pin went along") == true)
    state.press("u")
    #expect(try pin(of: "run", state).0 == "sheet")
  }

  @Test(
    "A pin to a place that the finished drawing has nothing of stays what it is, and that is said")
  func keptPins() throws {
    var state = try StudioState.coloured()
    let face = RegionName(inside: SmallPictures.face)
    let coat = RegionName(inside: SmallPictures.body)
    _ = state.edit(
      [
        .unlink("walk", [coat]),
        .pin("run", face, reference: "sheet", counterpart: coat),
      ], named: Phrase(same: "edits"))
    try state.letEngineWork()
    _ = handedOver(&state)
    let corrections = try #require(state.desk.project?.state.corrections(for: "run"))
    // The sheet is the second of its references now.
    #expect(corrections.pins == [Pin(region: face, reference: 1, counterpart: coat)])
    #expect(state.notice?.text.english.contains("1 pin stayed") == true)
  }

  @Test("Drawings that do not get the new reference keep their pins as they are")
  func othersPins() throws {
    var state = try StudioState.coloured()
    let face = RegionName(inside: SmallPictures.face)
    _ = state.edit(
      [.pin("run", face, reference: "sheet", counterpart: face)], named: Phrase(same: "pin"))
    state.pictures.marked = ["rest"]
    _ = handedOver(&state)
    #expect(try pin(of: "run", state).0 == "sheet")
  }

  @Test("Marked drawings get it in place of those that follow")
  func marked() throws {
    var state = try StudioState.coloured()
    state.pictures.marked = ["rest"]
    _ = handedOver(&state)
    #expect(state.desk.project?.state.references(for: "run").map(\.id) == ["sheet"])
    #expect(state.desk.project?.state.references(for: "rest").map(\.id) == ["walk-2", "sheet"])
  }

  @Test("While the result is out of date it is not given on")
  func stale() throws {
    var state = try StudioState.coloured()
    _ = state.edit([.gap("walk", pixels: 3)], named: Phrase(same: "gap"))
    let isImported = state.press("R").contains {
      if case .importResult = $0 { true } else { false }
    }
    #expect(!isImported)
    #expect(state.notice?.text.english.contains("brought up to date") == true)
  }
}
