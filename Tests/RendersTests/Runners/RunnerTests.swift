import Projects
import Synchronization
import Testing

@testable import Renders

/// A runner as somebody may add one: it has a machine elsewhere that is asleep until it is called.
private final class SleepyRunner: Runner {
  let name = "sleepy"
  let isElsewhere = true
  private let woken = Mutex<Set<Int>>([])

  func checkNode(for project: ProjectFolder?, resources: BatchResources) throws -> NodeCheck {
    NodeCheck(answer: "machine\tsleepy\nend\t1\n")
  }

  func start(_ waiting: [Render], of queue: RenderQueue, jobs: Int) throws -> StartedWork {
    woken.withLock { $0.formUnion(waiting.map(\.number)) }
    return StartedWork(jobs: waiting.map { "sleepy job \($0.number)" })
  }

  func takeBack(_ renders: [Render], of queue: RenderQueue) throws {
    woken.withLock { $0.subtract(renders.map(\.number)) }
  }

  func states(of renders: [Render], in queue: RenderQueue, at now: Int) -> [Render.State] {
    let woken = woken.withLock { $0 }
    return renders.map { woken.contains($0.number) ? $0.state : .waiting(.told("asleep")) }
  }
}

@Suite("Runners side by side")
struct RunnerTests {
  private let project: RenderProject
  private let queue: RenderQueue

  init() throws {
    project = try RenderProject()
    let program = "/bin/true"
    queue = RenderQueue(
      ProjectFolder(path: project.path),
      runners: RunnerList(
        RunnerList.written(program) + [SleepyRunner()], program: program,
        library: BatchLibrary(folder: nil)))
  }

  private func job(_ runner: String) -> RenderJob {
    RenderJob(of: "a", in: project.history, runner: runner)
  }

  @Test("Each render is started, judged and taken back by its own runner")
  func own() throws {
    _ = try queue.add([job("sleepy"), job("local"), job("slurm")])
    #expect(
      queue.renders().map(\.state) == [
        .waiting(.told("asleep")), .waiting(.noWorker), .waiting(.batch("slurm", .notHandedOver)),
      ])
    try queue.cancel([queue.renders()[2]])
    let started = try queue.startWorkers()
    #expect(started.workers == 1)
    #expect(started.jobs == ["sleepy job 1"])
    #expect(queue.renders()[0].state == .queued)
    try queue.takeBack(queue.renders())
    #expect(queue.renders()[0].state == .waiting(.told("asleep")))
  }

  @Test("A runner that can start nothing keeps no other from starting")
  func failing() throws {
    _ = try queue.add([job("lsf"), job("sleepy")])
    #expect(throws: RenderError.self) { try queue.startWorkers() }
    #expect(queue.renders()[1].state == .queued)
  }

  @Test("A worker goes through the renders of the runner that started it, and leaves the others")
  func workers() throws {
    _ = try queue.add([job("sleepy"), job("local")])
    try RenderWorker(queue, runner: "sleepy", threads: 1, doing: RenderProject.quick).run()
    #expect(queue.renders().map(\.state) == [.done, .waiting(.noWorker)])
  }

  @Test("A runner that nobody knows is named when it is used, with those there are")
  func unknown() throws {
    let error = #expect(throws: RenderError.self) { try RunnerList()["lsf"].check() }
    #expect(
      error?.description.hasPrefix(
        "there is no runner \"lsf\"; there are local, nqsv, pbs, slurm") == true)
    #expect(throws: Never.self) { try RunnerList()["local"].check() }
  }
}
