import DrawnStudios
import Projects
import TerminalUI
import Testing

@testable import Studio

@Suite("A paste that arrives as keys")
struct KeyBurstTests {
  private func parts() throws -> StudioState {
    var state = try StudioState.coloured(on: .parts)
    state.press("l")
    _ = reduce(&state, .clock(1000, wall: 1))
    return state
  }

  private func keys(_ text: String) -> [Key] { text.map { Key(.character($0)) } }

  private func labels(_ state: StudioState) -> Int { state.desk.project?.state.labels.count ?? 0 }

  @Test("does nothing, and says so")
  func atOnce() throws {
    var state = try parts()
    let lines = state.desk.project?.history.lines.count
    let effects = reduce(&state, .keys(keys("hair 2, skin 3; 12 Jan. 2026")))
    #expect(effects.isEmpty)
    #expect(state.desk.project?.history.lines.count == lines)
    #expect(state.notice?.text.english.contains("like a paste") == true)
  }

  @Test("does nothing for as long as it goes on, however it is divided")
  func trickle() throws {
    var state = try parts()
    let text = String(repeating: "2 n 3 l 4 j\n", count: 20)
    var before = 0
    for (index, key) in keys(text).enumerated() {
      _ = reduce(&state, .clock(1000 + index, wall: 1))
      _ = reduce(&state, .keys([key]))
      if index == 9 { before = state.desk.project?.history.lines.count ?? 0 }
    }
    #expect(state.desk.project?.history.lines.count == before)
    // A pause, and it is the hand again.
    _ = reduce(&state, .clock(2000, wall: 2))
    #expect(!reduce(&state, .keys(keys("2"))).isEmpty || labels(state) > 0)
  }

  @Test("is not what a held key, a quick hand or a stalled line sends")
  func hands() throws {
    for (text, step) in [
      ("nnnnnnnnnnnnnnnnnnnn", 0), ("l2.n3.jl4.l2.n3.", 20), ("l2n3.", 0),
      ("jjlljjllhhkkn2jjl2", 0),
    ] {
      var state = try parts()
      for (index, key) in keys(text).enumerated() {
        _ = reduce(&state, .clock(1000 + index * step, wall: 1))
        _ = reduce(&state, .keys([key]))
      }
      #expect(state.notice?.text.english.contains("like a paste") != true, "\(text)")
    }
  }

  @Test("is text where text is typed")
  func fields() throws {
    var state = studio()
    state.press("/")
    _ = reduce(&state, .keys(keys("cut 01 and more")))
    guard case .prompt(let prompt)? = state.overlay else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.editor.text == "cut 01 and more")
  }
}
