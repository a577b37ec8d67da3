import DrawnStudios
import Projects
import Raster
import Renders
import Studio
import TerminalUI
import Testing

@testable import Screens

@Suite("The list of renders on the screen")
struct RenderListScreenTests {
  private func listing(
    size: (columns: Int, rows: Int) = (120, 40), _ renders: (StudioState) -> [Render]
  ) throws -> StudioState {
    var state = try StudioState.coloured(size: size)
    _ = reduce(&state, .clock(0, wall: 1000))
    _ = reduce(&state, .renders(renders(state)))
    state.press("f6")
    return state
  }

  private func lines(_ state: StudioState) -> [String] {
    view(state, cache: ViewCache()).surface.lines
  }

  /// The list's line of a render.
  private func line(_ number: Int, _ lines: [String]) -> String {
    lines.first { $0.contains(try! Regex("^. *[▸ ]?[✓ ]? *\(number) +(walk|run|rest)")) } ?? ""
  }

  @Test(
    "Each state has a sign and a word of its own",
    arguments: [
      (1, "▸ running"), (2, "= paused"), (3, "○ queued"), (4, "○ waiting"), (5, "= paused"),
      (6, "! interrupted"), (7, "■ done"), (8, "✗ failed"), (9, "∅ cancelled"), (10, "? unknown"),
    ])
  func states(_ number: Int, _ words: String) throws {
    let state = try listing(\.rendersInEachState)
    #expect(line(number, lines(state)).contains(words))
  }

  @Test("A narrow list shows them too", arguments: [(80, 24), (60, 24), (40, 24)])
  func narrow(_ columns: Int, _ rows: Int) throws {
    let state = try listing(size: (columns, rows), \.rendersInEachState)
    let lines = lines(state)
    for (number, word) in [(1, "running"), (2, "paused"), (3, "queued"), (8, "failed")] {
      #expect(line(number, lines).contains(word), "\(number)")
    }
    #expect(line(1, lines).contains("50 %"))
  }

  @Test("A render that runs shows its share, how long it worked, what is left and its stage")
  func running() throws {
    let state = try listing(size: (200, 50), \.rendersInEachState)
    let line = line(1, lines(state))
    for text in ["████", "50 %", "1:02", "-0:40", "matching"] {
      #expect(line.contains(text), "\(text) in \(line)")
    }
  }

  @Test("The groups say how many they have, and a stopped queue which key continues it")
  func groups() throws {
    let all = lines(try listing(\.rendersInEachState)).joined(separator: "\n")
    #expect(all.contains("Running 3") && all.contains("Finished 3"))
    #expect(all.contains("Queued 4 · stopped: press c to continue"))
  }

  @Test(
    "Beside the list stands why, and what to do about it",
    arguments: [
      (4, "c starts a worker"), (5, "c lets it go on"), (6, "c takes it up again"),
      (7, "Enter shows it"), (8, "make room, then R does it again"), (9, "R does it again"),
    ])
  func advice(_ number: Int, _ words: String) throws {
    var state = try listing(\.rendersInEachState)
    for _ in 0..<20 where state.renders.list.selected != number { state.press("j") }
    #expect(lines(state).contains { $0.contains(words) })
  }

  @Test("The preview and the last line of the log stand beside the list")
  func sight() throws {
    var state = try listing(\.rendersInEachState)
    let red = Image(width: 64, height: 64, repeating: RGBA(220, 20, 20))
    func redness(_ state: StudioState) -> Int {
      let surface = view(state, cache: ViewCache()).surface
      return (75..<115).count { x in
        guard let (r, g, _) = surface[x, 10].style.background.rgb else { return false }
        return Int(r) - Int(g) > 100
      }
    }
    #expect(redness(state) == 0)
    _ = reduce(
      &state,
      .renderSeen(
        RenderSight(
          number: 1, picture: red, version: 1, lastLogLine: "2026-11-22T18:52:16Z begun by hana")))
    #expect(redness(state) > 10)
    #expect(lines(state).contains { $0.contains("log: begun by hana") })
    // Of another render it is not shown.
    state.press("j")
    #expect(redness(state) == 0)
  }

  @Test("A done render says where its picture is, and not in the log's words that it is done")
  func place() throws {
    var state = try listing(\.rendersInEachState)
    for _ in 0..<20 where state.renders.list.selected != 7 { state.press("j") }
    _ = reduce(
      &state,
      .renderSeen(RenderSight(number: 7, picture: nil, version: 1, lastLogLine: "2026 done")))
    #expect(lines(state).contains { $0.contains("7/result/result.png") })
    #expect(!lines(state).contains { $0.contains("log: ") })
  }

  @Test("Stale renders are marked, done or under way")
  func stale() throws {
    var state = try listing { state in
      [
        state.render(1, .done, told: RenderProgress(.done, time: 1, overall: 1)),
        state.render(2, .running, told: RenderProgress(.running, time: 1, overall: 0.3)),
        state.render(3, of: "run", .done, told: RenderProgress(.done, time: 1, overall: 1)),
      ]
    }
    state.press("f3")
    // Any correction of the drawing will do.
    state.press("l 2 f6")
    let lines = lines(state)
    #expect(line(1, lines).contains("□ stale"))
    #expect(line(2, lines).contains("running□"))
    #expect(line(3, lines).contains("■ done"))
  }

  @Test("Where nothing was rendered it says how to begin, where all is cleared how to see it")
  func empty() throws {
    #expect(lines(try listing { _ in [] }).contains { $0.contains("Nothing was rendered yet") })
    var state = try listing { state in
      [state.render(1, .done, told: RenderProgress(.done, time: 1, overall: 1))]
    }
    state.press("D")
    #expect(lines(state).contains { $0.contains("1 that ended are off the list") })
  }

  @Test("A moved project is said above the list, which stays")
  func lost() throws {
    var state = try listing(\.rendersInEachState)
    _ = reduce(&state, .rendersLost(true))
    let all = lines(state).joined(separator: "\n")
    #expect(all.contains("the project was moved") && all.contains("Running 3"))
  }

  @Test("The footer says how many run and wait")
  func footer() throws {
    #expect(lines(try listing(\.rendersInEachState))[39].contains("▸ 2 running ○ 4 stopped"))
    let narrow = try listing(size: (80, 24)) { state in [state.render(1), state.render(2)] }
    #expect(lines(narrow)[23].contains("○ 2"))
  }

  @Test("A click selects a render, a second one opens its result")
  func mouse() throws {
    var state = try listing(\.rendersInEachState)
    let frame = view(state, cache: ViewCache())
    let row = try #require(frame.surface.lines.firstIndex { $0.contains("■ done") })
    #expect(frame.target(at: Point(10, row)) == .render(7))
    _ = reduce(&state, .pointer(Pointer(.press(.left), on: .render(7))))
    #expect(state.selectedRender?.number == 7)
    _ = reduce(&state, .pointer(Pointer(.press(.left), on: .render(7))))
    #expect(state.screen == .result)
  }

  @Test("In Japanese and in ASCII nothing is lost")
  func languages() throws {
    var state = try listing(\.rendersInEachState)
    state.terminal.language = .japanese
    let japanese = lines(state).joined(separator: "\n")
    for word in ["実行中 3", "待機中 4", "終了 3", "一時停止", "中断", "失敗", "中止", "不明"] {
      #expect(japanese.contains(word), "\(word)")
    }
  }

  @Test("Of 500 renders those are drawn that fit")
  func many() throws {
    var state = try listing(size: (200, 50)) { state in
      let job = state.render(1).job
      return (1...500).map { state.render($0, job: job) }
    }
    state.press("j")
    #expect((30..<50).contains(lines(state).count { $0.contains("queued") }))
  }
}
