import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import Testing

@testable import Coloring
@testable import Studio

@Suite("Choosing regions")
struct PartsSelectionTests {
  private func labels(_ points: [Point], in state: StudioState) -> Set<UInt16> {
    Set(points.compactMap { state.partsSubject?.region(at: $0)?.label })
  }

  @Test("That the regions are being found is said no longer than it is so")
  func refusalEnds() throws {
    var state = try Squares.studio()
    let analysis = try #require(state.analysis)
    state.desk.analyses = []
    state.press("n")
    #expect(state.notice?.text == state.analysisObstacle)
    _ = reduce(&state, .analysed(analysis))
    #expect(state.notice == nil)
  }

  @Test(
    "Arrows go from region to region, in the drawing and in the reference",
    arguments: [
      ("l", Squares.b), ("j", Squares.c), ("l j", Squares.d), ("right down left", Squares.c),
    ])
  func moves(keys: String, end: Point) throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.a
    state.press(keys)
    #expect(labels([end], in: state).contains(state.partsRegion?.label ?? 0))
    state.press("t")
    state.parts.referenceFocus[Squares.reference] = Squares.a
    state.press(keys)
    #expect(labels([end], in: state).contains(state.partsRegion?.label ?? 0))
  }

  @Test("A range marks every region on its way")
  func range() throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.a
    state.press("v l j v")
    #expect(Set(state.markedLabels) == labels([Squares.a, Squares.b, Squares.d], in: state))
    state.press("h")
    #expect(state.markedLabels.count == 3)
    state.press("q")
    #expect(state.markedLabels.isEmpty && state.screen == .parts)
    state.press("q")
    #expect(state.screen == .pictures)
  }

  @Test("A star marks what looks alike: the same paint, part and size")
  func alike() throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.a
    state.press("*")
    #expect(Set(state.markedLabels) == labels([Squares.a, Squares.b], in: state))
    #expect(state.notice?.text.english == "2 alike are marked; q lets them go")
  }

  @Test(
    "A star takes nothing of another size, and nothing doubtful that only happens to be matched alike"
  )
  func unlike() throws {
    var state = try Doll.studio()
    let analysis = try #require(state.analysis)
    // The strand is held to be the body, as large as it is not.
    _ = reduce(
      &state, .analysed(try analysis.matching([Doll.left], to: Doll.body, confidence: 0.9)))
    state.desk.focus = Doll.body
    state.press("f3 *")
    #expect(state.markedLabels == [state.label(at: Doll.body)!])
    // One strand is held to be the other, and hardly likely so.
    _ = reduce(
      &state, .analysed(try analysis.matching([Doll.left], to: Doll.right, confidence: 0.3)))
    state.desk.marks.points = [:]
    state.desk.focus = Doll.right
    state.press("*")
    #expect(state.markedLabels == [state.label(at: Doll.right)!])
  }

  @Test("P goes through the regions of one part, and through the unlabelled ones")
  func part() throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.c
    state.press("2")
    state.desk.focus = Squares.b
    state.press("2 P")
    #expect(labels([Squares.c], in: state).contains(state.partsRegion?.label ?? 0))
    state.desk.focus = Squares.a
    state.press("P")
    #expect(labels([Squares.d], in: state).contains(state.partsRegion?.label ?? 0))
  }

  @Test("U goes to what is unlabelled, until nothing is")
  func unlabelled() throws {
    var state = try Squares.studio()
    state.press("U")
    #expect(labels([Squares.a], in: state).contains(state.partsRegion?.label ?? 0))
    state.press("2 U 3 U 8 U 9")
    #expect(
      [Squares.a, Squares.b, Squares.c, Squares.d].map { state.part(at: $0) }
        == ["hair", "skin", "lower-cloth", "upper-cloth"])
    state.press("U")
    #expect(state.notice?.text.english == "Every region has a part")
  }

  @Test("A click selects, a click with Ctrl or the right button marks too")
  func mouse() throws {
    var state = try Squares.studio()
    func click(_ point: Point, _ modifiers: Key.Modifiers = []) {
      let target = Target.canvas(.drawing, SIMD2(Double(point.x), Double(point.y)))
      for kind in [MouseEvent.Kind.press(.left), .release(.left)] {
        _ = reduce(&state, .pointer(Pointer(kind, on: target, modifiers: modifiers)))
      }
    }
    click(Squares.a)
    #expect(state.desk.focus == Squares.a && state.markedLabels.isEmpty)
    click(Squares.d, .control)
    #expect(Set(state.markedLabels) == labels([Squares.a, Squares.d], in: state))
    let right = Target.canvas(.drawing, SIMD2(Double(Squares.c.x), Double(Squares.c.y)))
    _ = reduce(&state, .pointer(Pointer(.press(.right), on: right)))
    #expect(state.markedLabels.count == 3)
    click(Squares.b)
    #expect(state.markedLabels.isEmpty && state.desk.focus == Squares.b)
  }

  @Test("A doubtful region leaves the list when it is labelled, and n goes on from there")
  func doubt() throws {
    var state = try Squares.studio()
    // All regions are in doubt.
    try state.believe([Squares.a, Squares.b, Squares.c, Squares.d].map { ($0, 0.5) })
    #expect(state.doubtful.count == 4)
    state.press("n")
    let first = try #require(state.partsRegion)
    state.press("2")
    #expect(state.doubtful.count == 3 && !state.doubtful.contains(first.label))
    state.press("n")
    let second = try #require(state.partsRegion)
    #expect(second.label != first.label && state.doubtful.first == second.label)
    state.press("N")
    #expect(state.partsRegion?.label == state.doubtful.last)
  }

  @Test("The engine's work shows after 200 ms, and how long it takes after two seconds")
  func progress() throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.a
    _ = reduce(&state, .clock(1000, wall: 0))
    state.press("2")
    let progress = try #require(state.engine.analysing)
    #expect(!progress.isShown(at: 1100) && progress.isShown(at: 1200))
    #expect(state.nextChange == 1200)
    _ = reduce(&state, .analysing(progress.order, share: 0.5, stage: .flats))
    #expect(state.engine.analysing?.secondsLeft(at: 1500) == nil)
    #expect(state.engine.analysing?.secondsLeft(at: 5000) == 4)
  }
}
