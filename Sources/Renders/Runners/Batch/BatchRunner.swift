import Glibc
import ImageFormats
import Projects

// A scheduler's word only adds to what a render's folder says. It is asked first and the folder read after, so all that a job
// did before it ended is seen; a render is done where its result is, and a job that is gone without one was interrupted.
//
// Cluster file systems. No locks: a ticket is made with O_EXCL, a claim and a result are folders renamed to where nothing is.
// Clocks differ: times of two machines are not compared here, but for a worker's silence, and there the scheduler's word goes
// before. Attributes are known late: a folder is opened and its names read each time, which has NFS ask the server, where
// a stat might not; a ticket has some seconds before a scheduler that does not know it is believed; and should a result
// be seen later than the end of its job, the render becomes done then.

/// Hands renders to a batch system.
struct BatchRunner: Runner {
  let name: String
  /// The nurie that nodes run, where the description names none.
  let program: String
  let library: BatchLibrary

  var isElsewhere: Bool { true }

  func check() throws { _ = try library.system(name) }

  /// Hands everything that waits over, one array for what was asked for alike.
  ///
  /// - Throws: `RenderError` with what the batch system says; what it did not take stays, and is handed over by the next call.
  func start(_ waiting: [Render], of queue: RenderQueue, jobs: Int) throws -> StartedWork {
    struct Kind: Hashable {
      var resources: BatchResources
      var cores: Int
    }
    let kinds = Dictionary(grouping: waiting.filter { $0.ticket == nil }) { render in
      Kind(resources: render.job.resources, cores: render.job.threads ?? 1)
    }
    if kinds.isEmpty { return StartedWork() }
    let scheduler = try scheduler(of: queue)
    var started = StartedWork()
    let groups = kinds.sorted { $0.value[0].number < $1.value[0].number }
    for (kind, renders) in groups {
      var rest = renders.sorted(by: RenderQueue.goesBefore)[...]
      while !rest.isEmpty {
        let part = Array(rest.prefix(scheduler.system.submission.largest))
        rest = rest.dropFirst(part.count)
        let job = try submit(
          part, of: queue.project, to: scheduler, cores: kind.cores, resources: kind.resources)
        if let job { started.jobs.append("\(name) job \(job)") }
      }
    }
    if !started.jobs.isEmpty { queue.ring() }
    return started
  }

  /// - Returns: the job's number; nil where others handed all of them over meanwhile.
  private func submit(
    _ renders: [Render], of project: ProjectFolder, to scheduler: Scheduler, cores: Int,
    resources: BatchResources
  ) throws -> String? {
    let now = Timestamp.now()
    var claimed: [Render] = []
    do {
      for render in renders {
        let ticket = BatchTicket(runner: name, time: now, attempts: render.attempt)
        if try ticket.claim(in: render.folder, of: project) { claimed.append(render) }
      }
      guard let first = claimed.first else { return nil }
      let script = BatchScript(
        setup: scheduler.system.setup, index: scheduler.system.submission.index,
        program: try scheduler.system.program ?? WorkerProgram.real(program),
        project: scheduler.project.path,
        renders: claimed.map(\.number), threads: cores)
      let file = "renders/\(first.number)/submit.sh"
      try project.write(Array(script.text.utf8), to: "\(project.path)/\(file)")
      let numbers = try scheduler.submit(
        "\(scheduler.project.path)/\(file)", count: claimed.count, cores: cores,
        resources: resources)
      try project.write(
        together: zip(claimed, numbers.elements).map { render, element in
          let ticket = BatchTicket(
            runner: name, job: numbers.job, element: element, time: now,
            attempts: render.attempt)
          return ("\(render.folder)/\(BatchTicket.file)", ticket.bytes)
        })
      return numbers.job
    } catch {
      for render in claimed where BatchTicket(in: render.folder)?.job == nil {
        BatchTicket.remove(from: render.folder)
      }
      throw error
    }
  }

  func takeBack(_ renders: [Render], of queue: RenderQueue) throws {
    let handedOver = renders.filter { $0.ticket != nil }
    if handedOver.isEmpty { return }
    try scheduler(of: queue).cancel(handedOver.compactMap(\.ticket))
    for render in handedOver { BatchTicket.remove(from: render.folder) }
    queue.ring()
  }

  /// Asks the batch system, at most every few seconds, as its description says.
  ///
  /// - Complexity: a command of the batch system: some milliseconds, or some seconds where it is busy.
  func ask(about renders: [Render], of queue: RenderQueue, always: Bool) {
    let tickets = renders.compactMap(\.ticket)
    if tickets.isEmpty { return }
    let now = Timestamp.now()
    let last = BatchAnswer(file: answer(in: queue.project))
    let scheduler: Scheduler
    do {
      scheduler = try self.scheduler(of: queue)
    } catch {
      note(BatchAnswer(time: now, problem: RenderReason(error, in: queue.project)), in: queue)
      return
    }
    if !always, let last, abs(now - last.time) < scheduler.system.status.every,
      tickets.allSatisfy({ $0.time < last.time || $0.time > now })
    {
      return
    }
    note(scheduler.ask(tickets, now: now), in: queue)
  }

  func states(of renders: [Render], in queue: RenderQueue, at now: Int) -> [Render.State] {
    let answer = BatchAnswer(file: answer(in: queue.project))
    return renders.map { render in
      BatchJudgement(render: render, answer: answer, now: now).state {
        BatchJudgement.lastWord(in: render.folder)
      }
    }
  }

  func checkNode(for project: ProjectFolder?, resources: BatchResources) throws -> NodeCheck {
    guard let project else { preconditionFailure("a node of \(name) is checked for a project") }
    return try NodeCheck(
      scheduler: try scheduler(of: project), program: program, resources: resources)
  }

  private func note(_ answer: BatchAnswer, in queue: RenderQueue) {
    let project = queue.project
    guard (try? project.make(project.renders + "/schedulers")) != nil else { return }
    answer.write(to: self.answer(in: project))
    queue.ring()
  }

  private func answer(in project: ProjectFolder) -> String {
    // A job's runner is any text that somebody wrote.
    let safe = name.filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
    }
    return "\(project.renders)/schedulers/\(safe).json"
  }

  private func scheduler(of queue: RenderQueue) throws -> Scheduler {
    try scheduler(of: queue.project)
  }

  /// The project's folder is named as a node finds it.
  private func scheduler(of project: ProjectFolder) throws -> Scheduler {
    Scheduler(
      system: try library.system(name),
      project: ProjectFolder(path: UserPath.absolute(project.path)))
  }
}
