import Testing

@testable import Projects

@Suite("What a folder and a scheduler say together")
struct BatchJudgementTests {
  private let project: RenderProject

  init() throws { project = try RenderProject() }

  /// - Parameters:
  ///   - phase: nil where the scheduler does not know the job.
  ///   - after: seconds between handing over and asking.
  private func state(
    _ folder: Render.State, _ phase: BatchSystem.Phase?, after: Int = 100, host: String = "node-3"
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
      sights: phase.map { ["1": .init(phase: $0, word: "WORD", reason: "why")] } ?? [:])
    return BatchJudgement(render: render, answer: answer, now: 1000 + after).state { nil }
  }

  @Test("What vanished is never taken for done")
  func vanished() throws {
    let gone = "pbs does not know its job any more"
    #expect(try state(.queued, nil) == .interrupted("its worker never began; \(gone)"))
    #expect(try state(.running, nil) == .interrupted("its worker ended without a word; \(gone)"))
    #expect(
      try state(.unknown("x"), nil) == .interrupted("its worker ended without a word; \(gone)"))
    #expect(try state(.interrupted("x"), nil) == .interrupted("x; \(gone)"))
  }

  @Test("A scheduler may take some seconds to know of a job")
  func young() throws {
    #expect(try state(.queued, nil, after: 3) == .waiting("it was handed to pbs just now"))
  }

  @Test("Its word goes before the silence of another machine, and not before this machine's kernel")
  func silence() throws {
    #expect(try state(.unknown("x"), .running) == .running)
    #expect(try state(.running, .running) == .running)
    #expect(
      try state(.running, .ended)
        == .interrupted("its worker ended without a word; pbs says WORD, why"))
    #expect(try state(.running, .ended, host: WorkerIdentity.own().host) == .running)
  }

  @Test("What it starts again waits")
  func again() throws {
    #expect(try state(.interrupted("x"), .waiting) == .waiting("why"))
    #expect(
      try state(.interrupted("x"), .running) == .waiting("x, and pbs has not let its job go yet"))
  }
}
