import DrawnStudios
import Foundation
import Projects
import Synchronization
import Testing

@testable import Studio

@Suite("Watching renders")
struct RenderWatchTests {
  /// What was told last.
  private final class Told: Sendable {
    private let renders = Mutex<[Render]>([])

    func take(_ action: Action) {
      if case .renders(let all) = action { renders.withLock { $0 = all } }
    }

    /// The states as soon as they are these, or as they are after a minute: a busy machine starts processes late.
    func states(awaiting wanted: [Render.State]) async throws -> [Render.State] {
      for _ in 0..<3000 {
        if renders.withLock({ $0.map(\.state) }) == wanted { break }
        try await Task.sleep(for: .milliseconds(20))
      }
      return renders.withLock { $0.map(\.state) }
    }
  }

  private func write(_ progress: String, in folder: ProjectFolder, _ number: Int) throws {
    try Data(progress.utf8).write(
      to: URL(fileURLWithPath: "\(folder.renders)/\(number)/progress.jsonl"))
  }

  @Test("What a worker writes is told, and when it ends the next one starts")
  func queue() async throws {
    let project = try TemporaryProject()
    let history = try #require(StudioState.coloured().project?.history)
    let told = Told()
    // Workers that write nothing: the test writes for them, and a busy machine may take its time.
    let watch = RenderWatch(
      RenderQueue(project.folder, program: "/bin/true", patience: .max), post: { told.take($0) })
    let job = RenderJob(of: "walk", in: history)
    watch.start([job, job])
    #expect(try await told.states(awaiting: [.running, .queued]) == [.running, .queued])
    try write("{\"overall\":1,\"state\":\"done\",\"time\":0}\n", in: project.folder, 1)
    #expect(try await told.states(awaiting: [.done, .running]) == [.done, .running])
    try write(
      "{\"overall\":0,\"reason\":\"no ink\",\"state\":\"failed\",\"time\":0}\n",
      in: project.folder, 2)
    let ended: [Render.State] = [.done, .failed("no ink")]
    #expect(try await told.states(awaiting: ended) == ended)
    _ = watch
  }

  @Test("Renders that were there before are told at once, and one that waits is started")
  func reopening() async throws {
    let project = try TemporaryProject()
    let history = try #require(StudioState.coloured().project?.history)
    _ = try RenderQueue(project.folder).add(RenderJob(of: "walk", in: history))
    let told = Told()
    let watch = RenderWatch(
      RenderQueue(project.folder, program: "/bin/true", patience: .max), post: { told.take($0) })
    #expect(try await told.states(awaiting: [.running]) == [.running])
    _ = watch
  }
}
