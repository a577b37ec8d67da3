import DrawnStudios
import Projects
import Renders
import TerminalUI
import Testing

@testable import Studio

@Suite("The list of renders")
struct RenderListTests {
  private func listing(_ renders: (StudioState) -> [Render] = \.rendersInEachState) throws
    -> StudioState
  {
    var state = try StudioState.coloured()
    _ = reduce(&state, .renders(renders(state)))
    state.press("f6")
    return state
  }

  private func wishes(_ effects: [Effect]) -> [RenderWish] {
    effects.compactMap { if case .wish(let wish) = $0 { wish } else { nil } }
  }

  private func select(_ number: Int, _ state: inout StudioState) {
    state.press("g")
    for _ in 0..<20 where state.renders.list.selected != number { state.press("j") }
  }

  @Test("What runs stands first, then what waits by its turn, then what ended, the last first")
  func groups() throws {
    let state = try listing { state in
      var late = RenderProgress(.done, time: 9, overall: 1)
      late.worked = 1
      return [
        state.render(1, .done, told: RenderProgress(.done, time: 5, overall: 1)),
        state.render(2, .done, told: late), state.render(3, order: 9), state.render(4),
        state.render(5, .running, told: RenderProgress(.running, time: 5, overall: 0)),
      ]
    }
    #expect(state.renders.list.groups.map(\.kind) == [.underWay, .queued, .ended])
    #expect(state.renders.list.groups.map { $0.renders.map(\.number) } == [[5], [4, 3], [2, 1]])
  }

  @Test("The selection stays with its render, and where that is gone goes to its neighbour")
  func selection() throws {
    var state = try listing { state in (1...3).map { state.render($0) } }
    state.press("j")
    #expect(state.selectedRender?.number == 2)
    let done = state.render(2, .done, told: RenderProgress(.done, time: 1, overall: 1))
    _ = reduce(&state, .renders([state.render(1), done, state.render(3)]))
    #expect(state.selectedRender?.number == 2)
    _ = reduce(&state, .renders([state.render(1), state.render(3)]))
    #expect(state.selectedRender?.number == 3)
    _ = reduce(&state, .renders([]))
    #expect(state.selectedRender == nil)
  }

  @Test("Cancelling is about the selected, the marked, or with * all that have not ended")
  func cancelling() throws {
    var state = try listing()
    select(3, &state)
    let all = state.renders.queue.renders
    #expect(wishes(state.press("x")) == [.cancel([all[2]])])
    #expect(wishes(state.press("space space x")) == [.cancel([all[2], all[3]])])
    guard case .cancel(let cancelled)? = wishes(state.press("* x")).first else {
      Issue.record("nothing is cancelled")
      return
    }
    #expect(Set(cancelled.map(\.number)) == [1, 2, 3, 4, 5, 6])
    #expect(state.renders.list.marked.isEmpty)
    select(7, &state)
    #expect(wishes(state.press("x")).isEmpty)
    #expect(state.notice?.text.english == "It has ended already")
  }

  @Test("p pauses what goes on and lets go on what is paused")
  func pausing() throws {
    var state = try listing()
    let all = state.renders.queue.renders
    select(1, &state)
    #expect(wishes(state.press("p")) == [.pause([all[0]])])
    select(2, &state)
    #expect(wishes(state.press("p")) == [.goOn([all[1]])])
    select(9, &state)
    #expect(wishes(state.press("p")).isEmpty)
  }

  @Test("c has all that stands still go on, with a worker where there is none")
  func continuing() throws {
    var state = try listing()
    let all = state.renders.queue.renders
    #expect(wishes(state.press("c")) == [.goOn([all[1], all[4], all[5]])])
    state = try listing { [$0.render(1, .waiting(.noWorker))] }
    #expect(wishes(state.press("c")) == [.goOn([])])
    state = try listing { [$0.render(1)] }
    #expect(wishes(state.press("c")).isEmpty)
    #expect(state.notice?.text.english == "Nothing stands still")
  }

  @Test("R does the selected again, F all that failed and nothing else")
  func retrying() throws {
    var state = try listing()
    let all = state.renders.queue.renders
    select(9, &state)
    #expect(wishes(state.press("R")) == [.retry([all[8]])])
    #expect(wishes(state.press("F")) == [.retry([all[7]])])
    select(7, &state)
    #expect(wishes(state.press("R")).isEmpty)
    #expect(state.notice?.text.english.contains("r renders the drawing anew") == true)
  }

  @Test("J, K and f change the order of what waits, as far as it goes")
  func moving() throws {
    var state = try listing { state in (1...4).map { state.render($0) } }
    let all = state.renders.queue.renders
    select(2, &state)
    #expect(wishes(state.press("K")) == [.move([all[1]], to: .before(1))])
    #expect(wishes(state.press("J")) == [.move([all[1]], to: .before(4))])
    #expect(wishes(state.press("f")) == [.move([all[1]], to: .first)])
    state.press("G")
    #expect(wishes(state.press("J")).isEmpty)
    state.press("k")
    #expect(wishes(state.press("J")) == [.move([all[2]], to: .last)])
    // Those apart come together.
    select(2, &state)
    state.press("space j space")
    #expect(wishes(state.press("f")) == [.move([all[1], all[3]], to: .first)])
  }

  @Test("Enter opens the result, l reads the log, y copies the file's path")
  func opening() throws {
    var state = try listing()
    select(3, &state)
    state.press("enter")
    #expect(state.screen == .renders && state.notice?.text.english == "It has no result yet")
    #expect(state.press("l").isEmpty)
    select(7, &state)
    guard case .copy(let path)? = state.press("y").first,
      case .readRenderLog(let render)? = state.press("l").first
    else {
      Issue.record("neither path nor log")
      return
    }
    #expect(path == render.result && render.number == 7)
    _ = reduce(&state, .renderLogRead(RenderLog(number: 7, lines: ["begun", "done"])))
    state.press("k")
    guard case .renderLog(let log)? = state.overlay else {
      Issue.record("no log")
      return
    }
    #expect(log.scroll == 1)
    state.press("esc enter")
    #expect(state.screen == .result && state.drawing?.id == "walk")
  }

  @Test("What ended goes off the list, its files stay, and the same key brings it back")
  func clearing() throws {
    var state = try listing()
    let effects = state.press("D")
    #expect(state.renders.list.groups.map(\.kind) == [.underWay, .queued])
    #expect(state.clearedRenders == 3 && wishes(effects).isEmpty)
    #expect(state.preferences.places?.first?.renders?.cleared.numbers == [7, 8, 9])
    state.press("D")
    #expect(state.renders.list.groups.count == 3)
  }

  @Test("A render that was cleared and is done again is listed again")
  func clearedAgain() throws {
    var state = try listing()
    state.press("D")
    _ = reduce(&state, .renders([state.render(8, of: "run")]))
    #expect(state.renders.list.groups.map(\.kind) == [.queued])
  }

  @Test("r renders the drawings of the selected renders, A all that are not rendered as they are")
  func rendering() throws {
    var state = try listing { state in
      [
        state.render(1, .done, told: RenderProgress(.done, time: 1, overall: 1)),
        state.render(
          2, of: "run", .failed(.told("no ink")), told: RenderProgress(.failed, time: 2, overall: 0)
        ),
      ]
    }
    select(2, &state)
    #expect(state.press("r").started.map(\.drawing) == ["run"])
    state = try listing { state in
      [
        state.render(1, .done, told: RenderProgress(.done, time: 1, overall: 1)),
        state.render(
          2, of: "run", .failed(.told("no ink")), told: RenderProgress(.failed, time: 2, overall: 0)
        ),
      ]
    }
    #expect(state.press("A").started.map(\.drawing) == ["run", "rest"])
  }

  @Test("A correction makes the renders of its drawing stale, running ones too, and no others")
  func stale() throws {
    var state = try listing { state in
      [
        state.render(1, .running, told: RenderProgress(.running, time: 1, overall: 0.5)),
        state.render(2, of: "run"), state.render(3, of: "rest"),
      ]
    }
    #expect(state.renders.queue.stale.isEmpty)
    _ = state.edit([.gap("walk", pixels: 3)], named: Phrase(same: "gap"))
    _ = reduce(&state, .clock(1, wall: 1))
    #expect(state.renders.queue.stale == [1])
    #expect(state.renderMark(of: "walk") == "▸50%□" && state.renderMark(of: "run") == "○")
    state.press("u")
    #expect(state.renders.queue.stale.isEmpty)
  }

  @Test("The files of the selected render are looked at when it says something new, and only then")
  func sight() throws {
    func looks(_ effects: [Effect]) -> [Int] {
      effects.compactMap { if case .lookAtRender(let render) = $0 { render.number } else { nil } }
    }
    var state = try StudioState.coloured()
    let told = RenderProgress(.running, time: 1, overall: 0.5)
    let first = [state.render(1, .running, told: told), state.render(2)]
    #expect(looks(reduce(&state, .renders(first))).isEmpty)
    #expect(looks(state.press("f6")) == [1])
    #expect(looks(reduce(&state, .clock(5, wall: 5))).isEmpty)
    let next = RenderProgress(.running, time: 2, overall: 0.6)
    #expect(looks(reduce(&state, .renders([state.render(1, .running, told: next)]))) == [1])
  }

  @Test("A clock ticks on the list while something runs, and nowhere else")
  func ticking() throws {
    var state = try listing {
      [$0.render(1, .running, told: RenderProgress(.running, time: 1, overall: 0.5))]
    }
    #expect(state.nextRenderSecond == 1000)
    state.press("f2")
    #expect(state.nextRenderSecond == nil)
    state = try listing { [$0.render(1)] }
    #expect(state.nextRenderSecond == nil)
  }

  @Test("How long the queue takes follows from what runs and the pace of what was done")
  func remaining() throws {
    var state = try listing { state in
      var worked = RenderProgress(.done, time: 1, overall: 1)
      worked.worked = 10
      return [
        state.render(1, .done, told: worked),
        state.render(
          2, .running, told: RenderProgress(.running, time: state.wallTime, overall: 0.5),
          expected: 5),
        state.render(3),
      ]
    }
    // A render that runs says how much is left once it has said how long it worked.
    #expect(state.queueRemaining == nil)
    var told = RenderProgress(.running, time: state.wallTime, overall: 0.5)
    told.worked = 5
    var worked = RenderProgress(.done, time: 1, overall: 1)
    worked.worked = 10
    _ = reduce(
      &state,
      .renders([
        state.render(1, .done, told: worked),
        state.render(2, .running, told: told, expected: 5), state.render(3),
      ]))
    #expect(state.queueRemaining == 15)
  }

  @Test("Of a project that was moved the list stays, and it is said")
  func lost() throws {
    var state = try listing()
    _ = reduce(&state, .rendersLost(true))
    #expect(state.renders.queue.isLost && state.renders.list.groups.count == 3)
    #expect(state.notice?.text.english.contains("no longer at hana.nurie") == true)
  }
}
