import DrawnStudios
import TerminalUI
import Testing

@testable import Studio

@Suite("How long what is said stays")
struct NoticeTests {
  @Test("The first welcome stays until a key is pressed, however long that takes")
  func welcome() {
    var state = studio()
    _ = reduce(&state, .welcomed(Phrase(same: "Welcome!")))
    _ = reduce(&state, .clock(state.now + 3_600_000, wall: 0))
    #expect(state.notice?.text.english == "Welcome!")
    state.press("j")
    #expect(state.notice == nil)
  }

  @Test(
    "A warning goes when the artist goes on to something that can be done; a failure stays its time"
  )
  func goingOn() throws {
    var studio = try DrawnStudio()
    try studio.press("J")
    #expect(studio.state.notice?.kind == .warning)
    try studio.press("l")
    #expect(studio.state.notice == nil)
    try studio.act(.happened(.failed, Phrase(same: "The disk is full")))
    try studio.press("h l")
    #expect(studio.state.notice?.kind == .failed)
    try studio.wait(12_000)
    #expect(studio.state.notice == nil)
  }

  @Test("Zoom and tint are shown for a moment, and are no news for the log")
  func values() throws {
    var studio = try DrawnStudio()
    let log = studio.state.log.count
    try studio.press("z")
    #expect(studio.state.notice?.text.english == "Zoom ×1.5")
    try studio.press("[")
    #expect(studio.state.notice?.text.english.hasPrefix("Tint ") == true)
    try studio.wait(1_500)
    #expect(studio.state.notice == nil)
    #expect(studio.state.log.count == log)
  }
}
