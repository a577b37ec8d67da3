import Projects
import Testing

@testable import Renders

@Suite("What a folder and a scheduler say together")
struct BatchJudgementTests {
  private let project: RenderProject

  init() throws { project = try RenderProject() }

  /// - Parameters:
  ///   - phase: nil where the scheduler does not know the job.
  ///   - after: seconds between handing over and asking.
  private func state(
    _ folder: Render.State, _ phase: BatchSystem.Phase?, after: Int = 100, host: String = "node-3",
    isDelayed: Bool = false
  ) throws -> Render.State {
    _ = try project.queue.add([RenderJob(of: "a", in: project.history, runner: "pbs")])
    let number = project.queue.renders().count
    if folder != .queued {
      _ = try RenderAttempt.claim(
        project.render(number), in: project.queue.project,
        by: WorkerIdentity(host: host, user: "u", process: 7, boot: "", start: nil))
    }
    _ = try BatchTicket(runner: "pbs", job: "1", element: "1", time: 1000, attempts: 0).claim(
      in: project.render(number).folder, of: project.queue.project)
    var render = try project.render(number)
    render.state = folder
    let answer = BatchAnswer(
      time: 1000 + after,
      sights: phase.map {
        ["1": .init(phase: $0, word: "WORD").because("why", isDelayed: isDelayed)]
      } ?? [:])
    return BatchJudgement(render: render, answer: answer, now: 1000 + after).state { nil }
  }

  @Test("What vanished is never taken for done")
  func vanished() throws {
    func gone(_ what: RenderReason) -> Render.State {
      .interrupted(.jobEnded(what: what, batch: "pbs", said: nil, printed: nil))
    }
    #expect(try state(.queued, nil) == gone(.neverBegan))
    #expect(try state(.running, nil) == gone(.workerEnded(process: nil)))
    #expect(
      try state(.unknown(.told("x")), nil) == gone(.workerEnded(process: nil)))
    #expect(try state(.interrupted(.told("x")), nil) == gone(.told("x")))
  }

  @Test("A scheduler may take some seconds to know of a job")
  func young() throws {
    #expect(try state(.queued, nil, after: 3) == .waiting(.batch("pbs", .handedOver)))
  }

  @Test("Its word goes before the silence of another machine, and not before this machine's kernel")
  func silence() throws {
    #expect(try state(.unknown(.told("x")), .running) == .running)
    #expect(try state(.running, .running) == .running)
    #expect(
      try state(.running, .ended)
        == .interrupted(
          .jobEnded(
            what: .workerEnded(process: nil), batch: "pbs", said: "WORD, why", printed: nil)))
    #expect(try state(.running, .ended, host: WorkerIdentity.own().host) == .running)
  }

  @Test("What it starts again waits")
  func again() throws {
    #expect(try state(.interrupted(.told("x")), .waiting) == .waiting(.told("why")))
    let delayed = try state(.interrupted(.told("x")), .waiting, isDelayed: true)
    #expect(delayed == .waiting(.batch("pbs", .delayed)))
    #expect(
      RenderReason.batch("slurm", .delayed).description.hasPrefix("slurm lets some time pass"))
    #expect(
      try state(.interrupted(.told("x")), .running) == .waiting(.batch("pbs", .holds(.told("x")))))
  }
}
