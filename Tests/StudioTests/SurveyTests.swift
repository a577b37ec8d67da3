import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TestSupport
import Testing

@testable import Studio

/// The look at drawings that nobody opened.
@Suite("The survey") struct SurveyTests {
  private func surveyed(_ effects: [Effect]) -> [PictureID] {
    effects.compactMap { if case .survey(let order) = $0 { order.drawing } else { nil } }
  }

  /// The artist rests.
  private func rest(_ state: inout StudioState) -> [PictureID] {
    surveyed(reduce(&state, .clock(state.now + SurveyState.delay, wall: 0)))
  }

  private func facts(_ state: StudioState, _ drawing: PictureID) throws -> DrawingFacts {
    let order = try #require(state.desk.project.flatMap { AnalysisOrder(drawing, in: $0.state) })
    return DrawingFacts(
      DrawingCounts(key: order.key, regions: 12, doubtful: 2), now: order)
  }

  /// A studio on its lists, all small pictures there.
  private func quiet(refusal: String? = nil) -> StudioState {
    var state = studio(refusal: refusal)
    for id in state.pictures.shelf.awaited {
      _ = reduce(&state, .thumbnail(id, Image(width: 1, height: 1, repeating: .white)))
    }
    return state
  }

  @Test("Drawings are looked at one after the other once the artist rests, and the chips fill in")
  func order() throws {
    var state = quiet()
    #expect(state.nextChange == SurveyState.delay)
    var seen = rest(&state)
    while let drawing = seen.last, seen.count < 9 {
      #expect(state.nextChange == nil, "nothing wakes the studio meanwhile")
      let found = try facts(state, drawing)
      let effects = reduce(&state, .surveyed(found.order!, found))
      #expect(effects.contains { if case .keepFacts = $0 { true } else { false } })
      let next = surveyed(effects)
      if next.isEmpty { break }
      seen += next
    }
    #expect(seen == ["cut 01", "cut 02", "cut 03"])
    #expect(
      state.desk.project!.state.drawings.allSatisfy { state.chip(of: $0).signs.english == "?2/12" })
    #expect(state.nextChange == nil)
  }

  @Test("A key puts it off, and what the artist asks for ends it")
  func giveWay() throws {
    var state = quiet()
    _ = reduce(&state, .clock(SurveyState.delay - 1, wall: 0))
    state.press("j")
    #expect(surveyed(reduce(&state, .clock(SurveyState.delay, wall: 0))).isEmpty)
    #expect(rest(&state) == ["cut 01"])
    let effects = state.press("enter")
    #expect(effects.contains { if case .analyse = $0 { true } else { false } })
    #expect(state.engine.survey.order == nil)
    #expect(rest(&state).isEmpty, "not while the engine works for the artist")
  }

  @Test("It stops while something is rendered")
  func renders() {
    var state = quiet()
    #expect(rest(&state) == ["cut 01"])
    // It waits for edits that are not safe yet.
    state.desk.project?.confirmed = 0
    let effects = state.press("r")
    #expect(effects.contains { if case .stopSurvey = $0 { true } else { false } })
    #expect(rest(&state).isEmpty)
  }

  @Test("What cannot be read is not tried again and again")
  func unreadable() throws {
    var state = quiet()
    var seen = rest(&state)
    for _ in 0..<6 {
      guard let order = state.engine.survey.order else { break }
      seen += surveyed(reduce(&state, .surveyed(order, nil)))
    }
    #expect(seen == ["cut 01", "cut 02", "cut 03"])
    #expect(state.nextChange == nil)
  }

  @Test("Who may only read leaves it to who holds the project")
  func readOnly() {
    var state = quiet(refusal: "kai on studio-2")
    #expect(rest(&state).isEmpty)
  }

  /// A studio that knows what is in each of its drawings, on the lists' screen after the engine has seen the first.
  private func known() throws -> StudioState {
    var state = try StudioState.coloured()
    for drawing in ["run", "rest"] as [PictureID] {
      state.engine.facts[drawing] = try facts(state, drawing)
    }
    state.screen = .pictures
    return state
  }

  private func isKnown(_ drawing: PictureID, in state: StudioState) -> Bool {
    guard let order = state.desk.project.flatMap({ AnalysisOrder(drawing, in: $0.state) }) else {
      return false
    }
    let found = state.engine.facts[drawing]
    return found?.order == order && found?.counts.key == order.key.description
  }

  /// Does an edit; the drawings whose counts it leaves.
  private func left(by edits: [Edit], in state: inout StudioState) -> [PictureID] {
    let effects = state.edit(edits, named: Phrase(same: "edit"))
    let left = (["walk", "run", "rest"] as [PictureID]).filter { isKnown($0, in: state) }
    let isWritten = effects.contains { if case .keepFacts = $0 { true } else { false } }
    #expect(isWritten == !left.isEmpty)
    return left
  }

  @Test("What a colour looks like, or is called, changes no counts: nothing is looked at again")
  func recoloured() throws {
    var state = try known()
    let name = try #require(state.entry(at: SmallPictures.body))
    let green = PaletteEntry(name: "leaf", base: RGBA(0, 200, 90))
    #expect(left(by: [.changeEntry(name, to: green)], in: &state) == ["walk", "run", "rest"])
    #expect(surveyed(reduce(&state, .clock(10_000, wall: 0))).isEmpty)
    state.press("u")
    #expect(isKnown("run", in: state) && isKnown("rest", in: state))
  }

  @Test("A new colour for regions of one drawing leaves the others as they are found")
  func added() throws {
    var state = try known()
    let leaf = PaletteEntry(name: "leaf", base: RGBA(0, 200, 90))
    let body = RegionName(inside: SmallPictures.body)
    #expect(
      left(by: [.addEntry(leaf), .colour("run", [body], entry: "leaf")], in: &state)
        == ["walk", "rest"])
  }

  @Test(
    "Where it takes an entry from regions, or gives a labelled part another paint, counts are old")
  func moved() throws {
    var state = try known()
    let name = try #require(state.entry(at: SmallPictures.body))
    #expect(left(by: [.removeEntry(name)], in: &state) == [])
    state = try known()
    _ = state.edit(
      [.label("run", [RegionName(inside: SmallPictures.face)], part: "skin")],
      named: Phrase(same: "label"))
    state.engine.facts["run"] = try facts(state, "run")
    let leaf = PaletteEntry(name: "leaf", part: "skin", base: RGBA(0, 200, 90))
    #expect(left(by: [.addEntry(leaf)], in: &state) == ["walk", "rest"])
  }

  @Test("What stands is what the engine would find")
  func truth() throws {
    var state = try StudioState.coloured()
    let names = try #require(state.analysis).result.palette.entries.map(\.name)
    func entry(_ name: String, _ part: String? = nil, red: UInt8) -> PaletteEntry {
      PaletteEntry(name: name, part: part, base: RGBA(red, 90, 90))
    }
    let body = RegionName(inside: SmallPictures.body)
    let gestures: [[Edit]] = [
      [.changeEntry(names[0], to: entry("first", red: 10))], [.addEntry(entry("leaf", red: 20))],
      [.colour("walk", [body], entry: "leaf")], [.changeEntry("leaf", to: entry("tree", red: 30))],
      [.changeEntry("first", to: entry("first", "skin", red: 40))],
      [.label("walk", [body], part: "skin")], [.addEntry(entry("rose", "skin", red: 200))],
      [.removeEntry("first")], [.removeEntry("tree")],
    ]
    var stood = 0
    for edits in gestures {
      _ = state.edit(edits, named: Phrase(same: "edit"))
      let kept = isKnown("walk", in: state) ? state.engine.facts["walk"]?.counts : nil
      try state.letEngineWork()
      #expect(kept == nil || kept == state.engine.facts["walk"]?.counts, "\(edits)")
      stood += kept == nil ? 0 : 1
    }
    #expect(stood >= 4)
  }

  @Test("What was kept counts as long as nothing has changed since")
  func kept() throws {
    var state = studio()
    let project = try #require(state.desk.project)
    let order = try #require(AnalysisOrder("cut 01", in: project.state))
    let counts = DrawingCounts(
      key: project.state.contentKey(for: "cut 01"), regions: 41, doubtful: 0)
    var reopened = project
    reopened.facts["cut 01"] = DrawingFacts(counts, now: order)
    _ = reduce(&state, .projectOpened(reopened))
    let picture = project.state.drawings[0]
    #expect(state.chip(of: picture).signs.english == "✓41")
    let changed = DrawingCounts(
      key: project.state.contentKey(for: "cut 02"), regions: 41, doubtful: 0)
    reopened.facts["cut 01"] = DrawingFacts(changed, now: order)
    _ = reduce(&state, .projectOpened(reopened))
    #expect(state.chip(of: picture).signs.english == "✓41 *")
  }
}
