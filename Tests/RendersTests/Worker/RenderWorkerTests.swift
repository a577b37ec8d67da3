import Dispatch
import Foundation
import ImageFormats
import Projects
import Raster
import Synchronization
import TestSupport
import Testing

@testable import Coloring
@testable import Renders

@Suite("Workers on a queue")
struct RenderWorkerTests {
  private let project: RenderProject

  init() throws { project = try RenderProject() }

  /// Runs a worker beside the test, and waits for its end.
  private func beside(_ worker: RenderWorker, _ body: () throws -> Void) throws {
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      #expect(throws: Never.self) { try worker.run() }
    }
    try body()
    group.wait()
  }

  private func isRunning(_ number: Int = 1) throws -> Bool {
    try project.render(number).progress?.stage == .regions
  }

  @Test("A worker takes what waits, in its order, until nothing does")
  func queue() throws {
    try project.add(3)
    let all = project.queue.renders()
    #expect(all.map(\.state) == Array(repeating: .waiting(.noWorker), count: 3))
    #expect(all.map(\.job.batch) == [1, 1, 1])
    try project.queue.move([all[2]], to: .first, among: all)
    let taken = Mutex<[String]>([])
    try project.worker(colour: { task, work, hear in
      taken.withLock { $0.append(task.result) }
      try RenderProject.quick(task, work, hear)
    }).run()
    #expect(
      taken.withLock { $0 }.map { $0.split(separator: "/").suffix(4).first } == ["3", "1", "2"])
    #expect(project.queue.renders().map(\.state) == [.done, .done, .done])
    #expect(project.queue.registry.living().isEmpty)
  }

  @Test("Two attempts at one render publish one result, and the other is counted")
  func racing() throws {
    try project.add()
    let published = Mutex(0)
    // Both have their result before either publishes.
    let both = DispatchSemaphore(value: 0)
    let second = DispatchSemaphore(value: 0)
    let slow = project.worker(
      named: "node-1",
      colour: { task, work, hear in
        both.signal()
        second.wait()
        try RenderProject.quick(task, work, hear)
      })
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      #expect(throws: Never.self) { try slow.run() }
    }
    both.wait()
    let render = try project.render()
    #expect(render.state == .running)
    // Somebody takes it for lost.
    try Data().write(to: URL(fileURLWithPath: render.attemptFolder! + "/given-up"))
    try project.worker(
      named: "node-2",
      colour: { task, work, hear in
        try Data("first".utf8).write(to: URL(fileURLWithPath: task.result + "/result.png"))
        published.withLock { $0 += 1 }
      }
    ).run()
    #expect(try project.render().state == .done)
    second.signal()
    group.wait()
    let done = try project.render()
    #expect(done.state == .done)
    #expect(done.attempt == 2)
    #expect(done.duplicates == 1)
    #expect(FileManager.default.contents(atPath: done.result) == Data("first".utf8))
    #expect(!FileManager.default.fileExists(atPath: render.attemptFolder! + "/result"))
  }

  @Test("Of many that claim at once one gets it")
  func claiming() throws {
    let render = try project.add()[0]
    let folder = ProjectFolder(path: project.path)
    let claims = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: 16) { index in
      let worker = WorkerIdentity(
        host: "node-\(index)", user: "hana", process: 1, boot: "", start: nil)
      let attempt = try? RenderAttempt.claim(render, in: folder, by: worker)
      if attempt != nil { claims.withLock { $0.append(index) } }
    }
    let winners = claims.withLock { $0 }
    #expect(winners.count == 1)
    #expect(try project.render().worker?.host == "node-\(winners[0])")
    #expect(names(in: render.folder + "/attempts") == ["1"])
  }

  @Test("A render under way stops within a tenth of a second, and the next is taken")
  func cancelling() throws {
    try project.add(2)
    let worker = project.worker(colour: { task, work, hear in
      let colour =
        task.result.contains("/1/attempts") ? RenderProject.endless : RenderProject.quick
      try colour(task, work, hear)
    })
    try beside(worker) {
      #expect(try eventually { try isRunning() })
      try project.queue.cancel([project.render()])
      let clock = ContinuousClock()
      let began = clock.now
      #expect(try eventually { try project.render().state == .cancelled })
      // Generous on a machine that builds and tests at the same time.
      #expect(clock.now - began < .milliseconds(800))
    }
    #expect(project.queue.renders().map(\.state) == [.cancelled, .done])
    #expect(
      !FileManager.default.fileExists(atPath: try project.render().attemptFolder! + "/result"))
  }

  @Test("A paused render waits in the middle of its work, and goes on")
  func pausing() throws {
    try project.add()
    let steps = Atomic<Int>(0)
    let goal = Atomic<Int>(.max)
    let worker = project.worker(colour: { task, work, hear in
      while steps.add(1, ordering: .relaxed).newValue < goal.load(ordering: .relaxed) {
        try work.checkCancelled()
        hear(
          TaskProgress(
            ColoringProgress(stage: .regions, share: 0.5, overall: 0.15, preview: nil)))
        usleep(1000)
      }
      try RenderProject.quick(task, work, hear)
    })
    try beside(worker) {
      #expect(try eventually { try isRunning() })
      try project.queue.pause([project.render()])
      #expect(try eventually { try project.render().state == .paused })
      usleep(20_000)
      let before = steps.load(ordering: .relaxed)
      usleep(100_000)
      #expect(steps.load(ordering: .relaxed) == before)
      #expect(try project.render().elapsed(at: .max / 2) ?? 0 < 60)
      goal.store(before + 20, ordering: .relaxed)
      try project.queue.resume([project.render()])
    }
    #expect(try project.render().state == .done)
    #expect(try project.render().attempt == 1)
  }

  @Test("One that waits can be paused too, and the others go before")
  func pausedInTheQueue() throws {
    let all = try project.add(2)
    try project.queue.pause([all[0]])
    try project.worker().run()
    #expect(project.queue.renders().map(\.state) == [.paused, .done])
    try project.queue.resume([all[0]])
    try project.worker().run()
    #expect(project.queue.renders().map(\.state) == [.done, .done])
  }

  @Test("What fails says why, keeps no other from its turn, and is done again when asked for")
  func failing() throws {
    try project.add(2)
    try project.worker(colour: { task, work, hear in
      if task.result.contains("/1/attempts") { throw RenderError("no \u{1b}ink") }
      try RenderProject.quick(task, work, hear)
    }).run()
    #expect(project.queue.renders().map(\.state) == [.failed(.told("no \u{1b}ink")), .done])
    #expect(try project.render().lastLogLine()?.hasSuffix("no \\u{1b}ink") == true)
    // Not by itself.
    try project.worker().run()
    #expect(try project.render().attempt == 1)
    try project.queue.retry([project.render()])
    try project.worker().run()
    #expect(try project.render().state == .done)
    #expect(try project.render().attempt == 2)
  }

  @Test("On a full disk a worker stops, and burns through nothing")
  func diskFull() throws {
    try project.add(3)
    let worker = project.worker(colour: { task, _, _ in
      throw ImageError(.diskFull, file: task.result + "/result.png")
    })
    try worker.run()
    let states = project.queue.renders().map(\.state)
    #expect(states[0] == .failed(.diskFull))
    #expect(states[1...] == [.waiting(.noWorker), .waiting(.noWorker)])
  }

  @Test(
    "A worker that is told to end interrupts its render and takes no other; it can be continued")
  func told() throws {
    try project.add(2)
    let worker = project.worker(colour: RenderProject.endless)
    try beside(worker) {
      let isUnderWay = try eventually { try isRunning() }
      #expect(isUnderWay)
      worker.end(because: .toldToEnd(signal: 15))
    }
    #expect(
      project.queue.renders().map(\.state) == [
        .interrupted(.toldToEnd(signal: 15)), .waiting(.noWorker),
      ])
    // What somebody ended goes on only when somebody wants it to.
    try project.worker().run()
    #expect(project.queue.renders()[0].isInterrupted)
    try project.queue.resume([project.render()])
    try project.worker().run()
    #expect(project.queue.renders().map(\.state) == [.done, .done])
  }

  @Test("What a dead worker left is taken up by the next, but not for ever")
  func orphan() throws {
    let render = try project.add()[0]
    // A process that was there, and is not any more.
    let ended = Process()
    ended.executableURL = URL(fileURLWithPath: "/bin/true")
    try ended.run()
    ended.waitUntilExit()
    let dead = WorkerIdentity(
      host: WorkerIdentity.own().host, user: "hana", process: ended.processIdentifier, boot: "",
      start: nil)
    let folder = ProjectFolder(path: project.path)
    _ = try RenderAttempt.claim(render, in: folder, by: dead)
    #expect(try project.render().isInterrupted)
    #expect(RenderQueue.isClaimable(try project.render(), by: RunnerList.usual))
    for _ in 0..<2 { _ = try RenderAttempt.claim(project.render(), in: folder, by: dead) }
    #expect(try project.render().attempt == 3)
    #expect(!RenderQueue.isClaimable(try project.render(), by: RunnerList.usual))
    try project.queue.resume([project.render()])
    try project.worker().run()
    #expect(try project.render().state == .done)
    #expect(try project.render().attempt == 4)
  }

  @Test(
    "After the machine was started again, the claim of a worker that has this one's number binds nobody"
  )
  func rebooted() throws {
    let render = try project.add(2)[0]
    let own = WorkerIdentity.own()
    let before = WorkerIdentity(
      host: own.host, user: own.user, process: own.process, boot: "an earlier run",
      start: own.start)
    let folder = ProjectFolder(path: project.path)
    let attempt = try #require(try RenderAttempt.claim(render, in: folder, by: before))
    try attempt.tell(RenderProgress(.running, time: Timestamp.now(), overall: 0.5))
    try project.queue.registry.add(before)
    #expect(
      project.queue.renders().map(\.state) == [
        .interrupted(.machineRestarted), .waiting(.noWorker),
      ])
    try project.worker().run()
    #expect(project.queue.renders().map(\.state) == [.done, .done])
    #expect(try project.render().attempt == 2)
    // It cannot publish any more, should it not be what it is taken for.
    try attempt.begin()
    #expect(try !attempt.publish())
  }

  @Test("A worker one too many leaves")
  func places() throws {
    try project.add(2)
    let parent = WorkerIdentity.own(process: getppid())
    try project.queue.registry.add(parent)
    let own = WorkerIdentity.own()
    // Whichever began later has no place.
    let isFirst = (own.start!, own.process) < (parent.start!, parent.process)
    try project.worker(jobs: 1).run()
    #expect(project.queue.renders().allSatisfy { $0.state == (isFirst ? .done : .queued) })
    try project.worker(jobs: 2).run()
    #expect(project.queue.renders().map(\.state) == [.done, .done])
  }
}
