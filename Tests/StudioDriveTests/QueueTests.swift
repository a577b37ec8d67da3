import Foundation
import Projects
import Renders
import TerminalDriver
import TestSupport
import Testing

@Suite("Renders that are followed")
struct FollowedRendersTests {
  @Test("On a narrow terminal the table is drawn over itself, however long its last line is")
  func narrow() throws {
    let project = try SmallProject(title: "hana akimbo in the rain")
    let queue = RenderQueue(ProjectFolder(path: project.path), program: Program.path)
    let history = try project.history
    let drawing = history.state.drawings[0].id
    _ = try queue.add([RenderJob(of: drawing, in: history)])
    let following = try DrivenProgram(
      Program.path, ["renders", project.path, "--follow"], columns: 50, rows: 20,
      environment: Program.environment(home: project.home, term: "xterm-256color"))
    let first = following.response(quiet: .milliseconds(500), limit: .seconds(10))
    _ = try queue.add([RenderJob(of: drawing, in: history)])
    let second = following.response(quiet: .milliseconds(500), limit: .seconds(10))
    let frames = [first, second].map { String(decoding: $0.bytes, as: UTF8.self) }
    let lines = frames[0].replacing(/\u{1b}\[[0-9]*[A-Z]/, with: "").split(
      whereSeparator: \.isNewline)
    #expect(lines.count > 2 && lines.allSatisfy { $0.count < 50 }, "\(lines)")
    #expect(frames[1].contains("\u{1b}[\(lines.count)A"), "\(frames[1].debugDescription)")
    following.send(SIGKILL)
  }
}

/// Renders that go on while nobody looks, and are there again.
@Suite("The queue of renders in a terminal", .enabled(if: Tmux.isInstalled))
struct QueueTests {
  @Test(
    "Three are queued, one is cancelled, the studio quits while they run, and on return they are told"
  )
  func comingBack() async throws {
    let project = try SmallProject()
    let queue = RenderQueue(ProjectFolder(path: project.path), program: Program.path)
    var studio = try Tmux(project, columns: 120, rows: 40)
    try await studio.wait(for: "saved")
    // Nobody takes them until somebody wants it.
    let history = try project.history
    let drawings = history.state.drawings.map(\.id)
    _ = try queue.add(
      [drawings[0], drawings[1], drawings[0]].map { RenderJob(of: $0, in: history) })
    try studio.press("global.renders")
    try await studio.wait(for: "Queued 3")
    try await studio.wait(for: "stopped: press c to continue")
    try studio.press("renders.last")
    try studio.press("renders.cancel")
    try await studio.wait(for: "Finished 1")
    #expect(studio.screen.contains("cancelled"))
    // One stays for the time when nobody looks, however quick the machine is.
    try studio.press("renders.first")
    try studio.press("renders.down")
    try studio.press("renders.pause")
    try await studio.wait(for: "= paused")
    // Elsewhere than from the list, which would let it go on too.
    try queue.startWorkers()
    try await studio.wait("a worker to begin") { !$0.contains("stopped: press c") }
    try studio.press("global.quit")
    try await studio.waitForEnd()
    try queue.resume(queue.renders().filter { $0.state == .paused })
    try queue.startWorkers()

    #expect(eventually { !queue.renders().contains(where: \.isActive) })
    #expect(queue.renders().map(\.state) == [.done, .done, .cancelled])
    studio = try Tmux(project, columns: 120, rows: 40)
    try await studio.wait("what ended meanwhile") { $0.contains(/While you were away: [12] done/) }
    try studio.press("global.renders")
    try await studio.wait(for: "Finished 3")
    #expect(studio.screen.contains("■ done"))
    try studio.press("global.quit")
    try await studio.waitForEnd()
  }
}
