import DrawnStudios
import Foundation
import Projects
import Renders
import Synchronization
import TestSupport
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

    /// The numbers as soon as they are these, or as they are after a minute.
    func numbers(awaiting wanted: [Int]) -> [Int] {
      _ = eventually { renders.withLock { $0.map(\.number) } == wanted }
      return renders.withLock { $0.map(\.number) }
    }

    /// The states as soon as they are these, or as they are after a minute: a busy machine starts processes late.
    func states(awaiting wanted: [Render.State]) -> [Render.State] {
      _ = eventually { renders.withLock { $0.map(\.state) } == wanted }
      return renders.withLock { $0.map(\.state) }
    }
  }

  /// What a worker would make, this process in its place.
  private func attempt(_ number: Int, in folder: ProjectFolder) throws -> String {
    let path = "\(folder.renders)/\(number)/attempts/1"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try JSONEncoder().encode(WorkerIdentity.own()).write(
      to: URL(fileURLWithPath: path + "/worker.json"))
    return path
  }

  /// What who changes something in a render does.
  private func ring(_ folder: ProjectFolder) throws {
    try Data().write(to: URL(fileURLWithPath: folder.renders + "/bell"))
  }

  @Test("What a worker writes is told, and what ended")
  func telling() throws {
    let project = try TemporaryProject()
    let history = try #require(StudioState.coloured().desk.project?.history)
    let told = Told()
    // A worker that ends at once: the test does what it would do.
    let watch = RenderWatch(
      RenderQueue(project.folder, program: "/bin/true"), post: { told.take($0) })
    let job = RenderJob(of: "walk", in: history)
    watch.start([job, job])
    let folder = project.folder
    #expect(told.numbers(awaiting: [1, 2]) == [1, 2])
    let first = try attempt(1, in: folder)
    let second = try attempt(2, in: folder)
    try ring(folder)
    #expect(told.states(awaiting: [.running, .running]) == [.running, .running])
    try Data("{\"overall\":0,\"reason\":\"no ink\",\"state\":\"failed\",\"time\":0}\n".utf8).write(
      to: URL(fileURLWithPath: second + "/progress.jsonl"))
    let failed: [Render.State] = [.running, .failed(.told("no ink"))]
    #expect(told.states(awaiting: failed) == failed)
    try FileManager.default.createDirectory(
      atPath: "\(folder.renders)/1/result", withIntermediateDirectories: false)
    try ring(folder)
    let ended: [Render.State] = [.done, .failed(.told("no ink"))]
    #expect(told.states(awaiting: ended) == ended)
    _ = (watch, first)
  }

  @Test("Renders that were there before are told at once, and begun only when wanted")
  func reopening() throws {
    let project = try TemporaryProject()
    let history = try #require(StudioState.coloured().desk.project?.history)
    _ = try RenderQueue(project.folder).add([RenderJob(of: "walk", in: history)])
    let told = Told()
    let watch = RenderWatch(
      RenderQueue(project.folder, program: "/bin/true"), post: { told.take($0) })
    #expect(told.numbers(awaiting: [1]) == [1])
    let workers = project.folder.renders + "/workers.log"
    #expect(!FileManager.default.fileExists(atPath: workers))
    watch.start([])
    #expect(eventually { FileManager.default.fileExists(atPath: workers) })
  }

  @Test("Each progress that is written is told")
  func progress() throws {
    let project = try TemporaryProject()
    let history = try #require(StudioState.coloured().desk.project?.history)
    let told = Mutex<Double?>(nil)
    let queue = RenderQueue(project.folder, program: "/bin/true")
    let watch = RenderWatch(queue) { action in
      guard case .renders(let all) = action else { return }
      told.withLock { $0 = all.first?.progress?.overall }
    }
    _ = try queue.add([RenderJob(of: "walk", in: history)])
    let file = try attempt(1, in: project.folder) + "/progress.jsonl"
    for step in 1...9 {
      let share = Double(step) / 16
      let before = (try? Data(contentsOf: URL(fileURLWithPath: file))) ?? Data()
      let line = Data("{\"overall\":\(share),\"state\":\"running\",\"time\":0}\n".utf8)
      try (before + line).write(to: URL(fileURLWithPath: file))
      try ring(project.folder)
      try #require(eventually { told.withLock { $0 } == share }, "\(share)")
    }
    _ = watch
  }

  @Test("Nothing wakes while nothing runs, and something does while something may end")
  func rest() throws {
    let project = try TemporaryProject()
    let history = try #require(StudioState.coloured().desk.project?.history)
    let queue = RenderQueue(project.folder, program: "/bin/true")
    let told = Told()
    let watch = RenderWatch(queue, post: { told.take($0) })
    let added = try queue.add([RenderJob(of: "walk", in: history)])
    let waiting: [Render.State] = [
      .waiting(.noWorker)
    ]
    #expect(told.states(awaiting: waiting) == waiting)
    #expect(!watch.isTicking)
    watch.fulfil(.pause(added))
    #expect(told.states(awaiting: [.paused]) == [.paused])
    #expect(!watch.isTicking)
    watch.fulfil(.cancel(added))
    #expect(told.states(awaiting: [.cancelled]) == [.cancelled])
    _ = try queue.add([RenderJob(of: "walk", in: history)])
    _ = try attempt(2, in: project.folder)
    try ring(project.folder)
    #expect(told.states(awaiting: [.cancelled, .running]) == [.cancelled, .running])
    #expect(eventually { watch.isTicking })
  }

  @Test("A project that is renamed while it renders is missed, and its renders stay as they were")
  func renamed() throws {
    let project = try TemporaryProject()
    let history = try #require(StudioState.coloured().desk.project?.history)
    let queue = RenderQueue(project.folder, program: "/bin/true")
    _ = try queue.add([RenderJob(of: "walk", in: history)])
    _ = try attempt(1, in: project.folder)
    let told = Told()
    let lost = Mutex(false)
    let watch = RenderWatch(queue) { action in
      if case .rendersLost(let isLost) = action { lost.withLock { $0 = isLost } }
      told.take(action)
    }
    #expect(told.states(awaiting: [.running]) == [.running])
    let elsewhere = project.folder.path + "-moved"
    try FileManager.default.moveItem(atPath: project.folder.path, toPath: elsewhere)
    defer { try? FileManager.default.removeItem(atPath: elsewhere) }
    #expect(eventually { lost.withLock { $0 } })
    #expect(told.states(awaiting: [.running]) == [.running])
    #expect(!watch.isTicking)
  }
}
