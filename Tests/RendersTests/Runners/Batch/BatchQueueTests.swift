import Foundation
import Projects
import TestSupport
import Testing

@testable import Renders

@Suite("Renders with a batch system: a PBS that stands in")
struct BatchQueueTests {
  private let project: RenderProject
  private let pbs: StandInPBS
  private let queue: RenderQueue

  init() throws {
    project = try RenderProject()
    pbs = try StandInPBS()
    queue = RenderQueue(
      ProjectFolder(path: project.path), program: "/bin/true", library: pbs.library)
  }

  private func add(_ count: Int, _ resources: BatchResources = BatchResources()) throws {
    _ = try queue.add(
      Array(
        repeating: RenderJob(
          of: "a", in: project.history, runner: "pbs", resources: resources), count: count))
  }

  /// The states as they are after the scheduler was asked.
  private func asked() -> [Render.State] {
    queue.askRunners(always: true)
    return queue.renders().map(\.state)
  }

  private let scarce = "Insufficient amount of resource: ncpus (R: 1 A: 0 T: 2)"

  @Test("What is queued together is one array, and shows why it waits")
  func array() throws {
    try add(3)
    #expect(
      queue.renders().map(\.state)
        == Array(
          repeating: .waiting(.batch("pbs", .notHandedOver)),
          count: 3))
    #expect(!queue.renders()[0].goesOn)
    #expect(try queue.startWorkers().jobs == ["pbs job 123[].host"])
    #expect(
      queue.renders().compactMap(\.ticket?.element) == [
        "123[1].host", "123[2].host", "123[3].host",
      ])
    #expect(try pbs.script(of: 123).contains("\nset -- 1 2 3\n"))
    #expect(asked() == Array(repeating: .waiting(.told(scarce)), count: 3))
    #expect(queue.renders().allSatisfy { $0.goesOn })
    // Nothing is handed over twice.
    #expect(try queue.startWorkers().jobs == [])
    #expect(try pbs.jobs == 1)
  }

  @Test("A single one is no array, and renders that ask for other things are other jobs")
  func single() throws {
    try add(1)
    try add(2, BatchResources(time: "1:00:00", memory: "4gb", account: "film"))
    #expect(try queue.startWorkers().jobs == ["pbs job 123.host", "pbs job 124[].host"])
  }

  @Test("What the batch system refuses is said, and waits")
  func refused() throws {
    try add(2)
    try pbs.put("", into: "full")
    let error = #expect(throws: RenderError.self) { try queue.startWorkers() }
    #expect(
      error?.description
        == "pbs refused the renders (qsub: would exceed queue generic's per-user limit of jobs in 'Q' state); they go on waiting, and nurie render --continue tries again"
    )
    #expect(queue.renders().allSatisfy { $0.ticket == nil && $0.isActive })
    try pbs.remove("full")
    #expect(try queue.startWorkers().jobs == ["pbs job 123[].host"])
    try add(1, BatchResources(partition: "nowhere"))
    #expect(throws: RenderError.self) { try queue.startWorkers() }
  }

  @Test("A render is done where its result is, whatever the scheduler says")
  func done() throws {
    try add(2)
    try queue.startWorkers()
    try pbs.set("R", 1, of: 123)
    #expect(asked()[0] == .waiting(.batch("pbs", .started)))
    #expect(try project.worker().run(only: 1))
    #expect(asked() == [.done, .waiting(.told(scarce))])
    try pbs.set("X", 1, of: 123)
    try pbs.set("X", 2, of: 123)
    // Without a history the server says only that they have finished.
    queue.askRunners(always: true)
    #expect(queue.renders()[0].state == .done)
    #expect(
      !queue.renders()[1].goesOn
        || queue.renders()[1].state == .waiting(.batch("pbs", .handedOver)))
    try pbs.put("", into: "history")
    #expect(
      asked()[1]
        == .interrupted(
          .jobEnded(what: .neverBegan, batch: "pbs", said: "X, Exit_status = 271", printed: nil)))
  }

  @Test("What the job printed before its worker began is shown")
  func printed() throws {
    try add(1)
    try queue.startWorkers()
    try pbs.put("", into: "history")
    try pbs.set("F", nil, of: 123)
    try project.write(
      "nurie: error while loading shared libraries: liblcms2.so.2\n", to: "start.log")
    #expect(
      asked() == [
        .interrupted(
          .jobEnded(
            what: .neverBegan, batch: "pbs", said: "F, Exit_status = 271",
            printed: "nurie: error while loading shared libraries: liblcms2.so.2"))
      ])
  }

  @Test("While the server does not answer, nothing is concluded")
  func down() throws {
    try add(2)
    try queue.startWorkers()
    try pbs.put("", into: "down")
    #expect(
      asked()
        == Array(repeating: .waiting(.batch("pbs", .silent("Connection refused"))), count: 2))
  }

  @Test("Cancelled, what waits is taken back; what runs hears of it through its folder")
  func cancelling() throws {
    try add(3)
    try queue.startWorkers()
    let chosen = Array(queue.renders().prefix(2))
    try queue.cancel(chosen)
    // One has ended meanwhile: no failure.
    try pbs.set("X", 2, of: 123)
    try queue.takeBack(chosen)
    #expect(try (1...3).map { try pbs.state($0, of: 123) } == ["X", "X", "Q"])
    #expect(asked() == [.cancelled, .cancelled, .waiting(.told(scarce))])
    // Done again, it is another job.
    try queue.retry([queue.renders()[0]])
    #expect(try queue.startWorkers().jobs == ["pbs job 124.host"])
    #expect(asked()[0] == .waiting(.told(scarce)))
  }

  @Test("Paused, what waits leaves the scheduler's queue, and comes back when it goes on")
  func pausing() throws {
    try add(1)
    try queue.startWorkers()
    try queue.pause([queue.renders()[0]])
    try queue.takeBack(queue.renders())
    #expect(asked() == [.paused])
    #expect(try queue.startWorkers().jobs == [])
    try queue.resume([queue.renders()[0]])
    try queue.startWorkers()
    #expect(asked() == [.waiting(.told(scarce))])
    #expect(try pbs.jobs == 2)
  }

  @Test("One that was interrupted is handed over again, and done by another attempt")
  func again() throws {
    try add(1)
    try queue.startWorkers()
    try pbs.put("", into: "history")
    try pbs.set("F", nil, of: 123)
    let render = try #require(
      {
        _ = asked()
        return queue.renders()[0]
      }())
    #expect(render.isInterrupted)
    try queue.resume([render])
    try queue.startWorkers()
    #expect(asked() == [.waiting(.told(scarce))])
    #expect(try project.worker().run(only: 1))
    #expect(asked() == [.done])
  }

  @Test(
    "The scheduler's word on a job that it started again goes before the last sign of its old machine"
  )
  func requeued() throws {
    try add(1)
    try queue.startWorkers()
    let lost = try #require(
      try RenderAttempt.claim(
        project.render(), in: queue.project,
        by: WorkerIdentity(host: "node-9", user: "u", process: 7, boot: "b", start: 1)))
    try lost.tell(RenderProgress(.running, time: 0, overall: 0.5))
    #expect(asked() == [.running])
    #expect(try project.worker().run(only: 1))
    #expect(asked() == [.done])
    #expect(try project.render().attempt == 2)
  }

  @Test("It is asked once in a while, however many look")
  func rate() throws {
    try add(1)
    try queue.startWorkers()
    queue.askRunners()
    try pbs.put("", into: "down")
    // The first answer may be of the second in which the job was handed over.
    #expect(eventually { Timestamp.now() > (queue.renders()[0].ticket?.time ?? 0) })
    queue.askRunners(always: true)
    let state = queue.renders()[0].state
    try pbs.remove("down")
    for _ in 0..<5 { queue.askRunners() }
    #expect(queue.renders()[0].state == state)
  }

  @Test("A broken description stops nothing but says so")
  func broken() throws {
    try add(1)
    try queue.startWorkers()
    let other = TemporaryFolder()
    try Data("x = 1\n".utf8).write(to: URL(fileURLWithPath: other / "pbs.toml"))
    let queue = RenderQueue(queue.project, library: BatchLibrary(folder: other.path))
    queue.askRunners(always: true)
    guard case .waiting(let why) = queue.renders()[0].state else {
      Issue.record("\(queue.renders()[0].state)")
      return
    }
    #expect(why.description.contains("pbs.toml, x: there is no such key"))
  }
}
