import Coloring
import DrawnStudios
import Projects
import Raster
import TerminalUI
import Testing

@testable import Studio

@Suite("Looking at the result")
struct ResultTests {
  @Test("The divider moves by keys and stays in sight")
  func divider() throws {
    var state = try StudioState.coloured()
    state.press("< <")
    #expect(abs(state.result.divider - 0.4) < 1e-9)
    for _ in 0..<30 { state.press(">") }
    #expect(state.result.divider == 0.98)
  }

  @Test("The ground is remembered with the project as soon as it is changed")
  func ground() throws {
    var state = try StudioState.coloured()
    guard case .savePreferences(let preferences)? = state.press("b").first else {
      Issue.record("nothing is remembered")
      return
    }
    #expect(preferences.places?.first?.ground == "#ffffff")
  }

  @Test("Until a result is there as it is wanted, the one that is seen is told from it")
  func composing() throws {
    var state = try StudioState.coloured()
    #expect(state.shownResult?.order == state.wantedResult)
    state.press("b")
    #expect(state.shownResult?.order.background == ColoringSettings.Background.none)
    #expect(state.shownResult?.order != state.wantedResult)
  }

  @Test("Each ground has a name that stands for it")
  func groundNames() {
    #expect(ResultState.backgrounds.count > 1)
    for ground in ResultState.backgrounds {
      #expect(ColoringSettings.Background(name: ground.name) == ground)
    }
    #expect(ColoringSettings.Background(name: "sand") == nil)
  }

  @Test("The divider goes with the mouse from press to release")
  func dragging() throws {
    var state = try StudioState.coloured()
    _ = reduce(&state, .pointer(Pointer(.drag(.left), on: .slider(.divider, 0.9))))
    #expect(state.result.divider == 0.5)
    _ = reduce(&state, .pointer(Pointer(.press(.left), on: .slider(.divider, 0.5))))
    _ = reduce(&state, .pointer(Pointer(.drag(.left), on: .slider(.divider, 0.25))))
    #expect(state.result.divider == 0.25)
    _ = reduce(&state, .pointer(Pointer(.release(.left), on: .slider(.divider, 0.7))))
    #expect(state.result.divider == 0.25 && state.mouse.heldSlider == nil)
  }

  @Test("A hidden layer is composed once, elsewhere, and shown when it comes")
  func layers() throws {
    var state = try StudioState.coloured()
    let wanted = state.press("1").compositions
    #expect(wanted.map(\.layers) == [.all.subtracting(.lines)])
    // Until it is there the result stays as it was.
    #expect(state.shownResult?.order.layers == .all)
    #expect(state.press("z").compositions.isEmpty)
    let analysis = try #require(state.analysis)
    let image = try analysis.result.composed(
      of: wanted[0].layers, on: .none, work: Work(threads: 1))
    let picture = try Pyramid(image, work: Work(threads: 1))
    _ = reduce(&state, .composed(Composition(order: wanted[0], picture: picture)))
    #expect(state.shownResult?.picture.plane == image)
    #expect(state.press("1").compositions.isEmpty)
    #expect(state.shownResult?.picture.plane == analysis.result.image)
    #expect(state.press("1").compositions.isEmpty)
    #expect(state.shownResult?.picture.plane == image)
  }

  @Test("The background goes round, and is part of what is composed")
  func background() throws {
    var state = try StudioState.coloured()
    #expect(state.press("b").compositions.map(\.background) == [.colour(.white)])
    for _ in 1..<ResultState.backgrounds.count { state.press("b") }
    #expect(state.result.background == .none)
  }

  @Test("n goes to the next drawing, and says where there is none")
  func neighbours() throws {
    var state = try StudioState.coloured()
    state.press("n n n")
    #expect(state.drawing?.id == "rest")
    #expect(state.notice?.text.english == "This is the last drawing")
    state.press("N")
    #expect(state.drawing?.id == "run")
  }

  @Test("Without a reference every layer key says what is missing")
  func obstacles() {
    var state = studio(references: [])
    state.press("f5 1")
    #expect(state.notice?.text.english.contains("no reference") == true)
    #expect(state.result.hidden.isEmpty)
  }
}
