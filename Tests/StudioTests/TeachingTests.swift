import Coloring
import DrawnStudios
import Regions
import Testing

@testable import Projects
@testable import Studio

@Suite("Parts taught from the studio") struct TeachingTests {
  private let taught = PartsTeacher.Taught(
    key: String(repeating: "a1", count: 16), pictures: [Doll.drawing], left: 0,
    parts: [Part.standard[1], Part.standard[2]])

  /// A studio on the parts of a drawing of which a region is labelled.
  private func labelled(refusal: String? = nil) throws -> StudioState {
    var state = try Doll.studio(refusal: refusal)
    _ = state.edit(
      [.label(Doll.drawing, [RegionName(inside: Doll.left)], part: "hair")],
      named: Phrase(same: "label"))
    state.press("f3")
    return state
  }

  private func orders(_ effects: [Effect]) -> [ProjectState] {
    effects.compactMap { if case .teach(let state) = $0 { state } else { nil } }
  }

  @Test("T learns the labels, once at a time, and stands in the footer and the help")
  func asked() throws {
    var state = try labelled()
    #expect(orders(state.press("T")) == [state.desk.project?.state])
    #expect(orders(state.press("T")).isEmpty)
    #expect(state.notice?.kind == .warning)
    let command = Command.label(.teach)
    #expect(command.hint == Phrase("teach", "教える") && command.context == .parts)
    let footer = try labelled().hints.map(\.label)
    #expect(footer.prefix(5).contains(Phrase("teach", "教える")))
  }

  @Test("Without a label, or where the project can only be read, it says why not")
  func refused() throws {
    var bare = try Doll.studio()
    #expect(orders(bare.press("f3 T")).isEmpty)
    #expect(bare.notice?.text == PartsTeachingError.nothingLabelled.phrase)
    var held = try Doll.studio(refusal: "kai")
    #expect(orders(held.press("f3 T")).isEmpty && held.notice?.kind == .warning)
  }

  @Test("What was learned is one edit, which undo takes back, and a toast counts what followed")
  func followed() throws {
    var state = try labelled()
    state.press("T")
    let before = try #require(state.desk.project?.state)
    let effects = reduce(&state, .taught(taught))
    let after = try #require(state.desk.project?.state)
    #expect(after.teller == taught.key && after.labels == before.labels)
    let counted = effects.compactMap { effect -> [ProjectState]? in
      if case .countTaught(let old, let new) = effect { [old, new] } else { nil }
    }
    #expect(counted == [[before, after]])
    var changes = PartChanges()
    (changes.regions, changes.drawings) = (7, 2)
    _ = reduce(&state, .taughtCounted(changes))
    #expect(
      state.notice?.text.english
        == "Taught: 7 regions of 2 drawings have new parts; u takes it back"
    )
    #expect(state.notice?.text.japanese.contains("7 領域") == true)
    #expect(!state.parts.isTeaching)
    state.press("u")
    #expect(state.desk.project?.state == before)
  }

  @Test("Where nothing follows, it says so")
  func unchanged() throws {
    var state = try labelled()
    state.press("T")
    _ = reduce(&state, .taught(taught))
    _ = reduce(&state, .taughtCounted(PartChanges()))
    #expect(state.notice?.text.english == "Taught: no region has a new part; u takes it back")
  }

  @Test("What is seen is ordered anew with what was taught")
  func ordered() throws {
    var state = try labelled()
    let old = try #require(state.analysis?.order)
    _ = reduce(&state, .taught(taught))
    let new = try #require(AnalysisOrder(Doll.drawing, in: state.desk.project!.state))
    #expect(new.settings.teller == taught.key)
    #expect(new.key != old.key && new.basis != old.basis)
  }

  @Test("What went wrong is said, and may be tried again")
  func failed() throws {
    var state = try labelled()
    state.press("T")
    let reason = PartsTeachingError.onePart(Part.standard[1]).phrase
    _ = reduce(&state, .teachingFailed(reason))
    #expect(state.notice?.text == reason && state.notice?.kind == .failed)
    #expect(orders(state.press("T")).count == 1)
  }

  @Test("It can be forgotten, where something was taught")
  func forgotten() throws {
    var state = try labelled()
    #expect(state.obstacle(to: .label(.forget)) != nil)
    _ = reduce(&state, .taught(taught))
    _ = reduce(&state, .perform(.label(.forget)))
    #expect(state.desk.project?.state.teller == nil)
    state.press("u")
    #expect(state.desk.project?.state.teller == taught.key)
  }
}
