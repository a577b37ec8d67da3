import DrawnStudios
import Foundation
import Projects
import Renders
import Testing

@testable import Studio

@Suite("Renders while the artist is away")
struct WhileAwayTests {
  /// The studio started again with what it remembered, and the renders as they are then.
  private func restarted(_ state: StudioState, _ renders: (StudioState) -> [Render]) throws
    -> StudioState
  {
    var next = studio(drawings: [])
    next.places = state.preferences.places ?? []
    _ = reduce(&next, .projectOpened(try #require(state.desk.project)))
    _ = reduce(&next, .renders(renders(next)))
    return next
  }

  private let ended = RenderProgress(.done, time: 1, overall: 1)

  @Test("What ended is counted, and F6 shows the first of it")
  func news() throws {
    var state = try StudioState.coloured(on: .pictures)
    _ = reduce(
      &state, .renders([state.render(1, .done, told: ended)] + (2...4).map { state.render($0) }))
    var next = try restarted(state) { state in
      [
        state.render(1, .done, told: ended), state.render(2, .done, told: ended),
        state.render(3, .failed(.told("no ink")), told: ended), state.render(4),
        state.render(5, .done, told: ended),
      ]
    }
    #expect(
      next.notice?.text.english == "While you were away: 2 done, 1 failed; F6 shows them")
    #expect(next.notice?.until == nil)
    next.press("f6")
    #expect(next.screen == .renders && next.selectedRender?.number == 5)
  }

  @Test("Nothing is said where nothing ended, nor of a project that was never open")
  func silence() throws {
    var state = try StudioState.coloured(on: .pictures)
    _ = reduce(&state, .renders([state.render(1)]))
    #expect(try restarted(state) { [$0.render(1)] }.notice == nil)
    var first = try StudioState.coloured(on: .pictures)
    _ = reduce(&first, .renders([first.render(1, .done, told: ended)]))
    #expect(first.notice == nil)
  }

  @Test("What stands still is offered, with the keys that continue it")
  func orphan() throws {
    var state = try StudioState.coloured(on: .pictures)
    _ = reduce(&state, .renders([state.render(1), state.render(2)]))
    let next = try restarted(state) { state in
      [
        state.render(1, .interrupted(.workerEnded(process: 7)), told: ended),
        state.render(2, .waiting(.noWorker)),
      ]
    }
    #expect(
      next.notice?.text.english
        == "While you were away: 1 interrupted; 2 stopped; F6, then c continues")
  }

  @Test("A studio that is killed has remembered: it is written when renders come or end")
  func remembering() throws {
    func isWritten(_ effects: [Effect]) -> Bool {
      effects.contains { if case .savePreferences = $0 { true } else { false } }
    }
    var state = try StudioState.coloured(on: .pictures)
    #expect(isWritten(reduce(&state, .renders([state.render(1)]))))
    let going = state.render(1, .running, told: RenderProgress(.running, time: 1, overall: 0.5))
    #expect(!isWritten(reduce(&state, .renders([going]))))
    #expect(isWritten(reduce(&state, .renders([state.render(1, .done, told: ended)]))))
  }

  @Test("Before the renders have been looked at, what was remembered stays")
  func early() throws {
    var state = try StudioState.coloured(on: .pictures)
    _ = reduce(&state, .renders([state.render(1)]))
    let memory = state.renderMemoryNow
    state.places = state.preferences.places ?? []
    _ = reduce(&state, .projectOpened(try #require(state.desk.project)))
    #expect(state.renderMemoryNow == memory && memory != nil)
  }

  @Test(
    "Numbers are written as ranges, and read back", arguments: [[], [0], [1, 2, 3, 9], [4, 6, 7]])
  func ranges(_ numbers: [Int]) throws {
    let ranges = NumberRanges(Set(numbers))
    let bytes = try JSONEncoder().encode([ranges])
    #expect(try JSONDecoder().decode([NumberRanges].self, from: bytes) == [ranges])
    #expect(NumberRanges([1, 2, 3, 9]).text == "1-3,9")
  }
}

@Suite("Announcing the end of renders")
struct AnnouncementTests {
  private func notes(_ effects: [Effect]) -> [String?] {
    effects.compactMap { effect -> String?? in
      if case .announce(let note) = effect { note } else { nil }
    }
  }

  private func endOne(_ state: inout StudioState) -> [Effect] {
    _ = reduce(&state, .renders([state.render(1)]))
    let ended = RenderProgress(.done, time: 1, overall: 1)
    return reduce(&state, .renders([state.render(1, .done, told: ended)]))
  }

  @Test("Nothing rings unless it is wanted")
  func off() throws {
    var state = try StudioState.coloured()
    _ = endOne(&state)
    #expect(state.announcementDue == nil)
  }

  @Test("It rings when the hands rest, once, and says how many")
  func rest() throws {
    var state = try StudioState.coloured()
    _ = reduce(&state, .perform(.queue(.announce)))
    #expect(state.preferences.announces == .bell)
    _ = reduce(&state, .perform(.queue(.announce)))
    _ = reduce(&state, .clock(10_000, wall: 10))
    state.press("s")
    #expect(notes(endOne(&state)).isEmpty)
    #expect(notes(reduce(&state, .clock(12_999, wall: 12))).isEmpty)
    #expect(state.nextChange.map { $0 <= 13_000 } == true)
    state.press("s")
    #expect(notes(reduce(&state, .clock(13_000, wall: 13))).isEmpty)
    #expect(notes(reduce(&state, .clock(15_999, wall: 15))) == ["nurie: 1 done"])
    #expect(notes(reduce(&state, .clock(20_000, wall: 20))).isEmpty)
  }
}
