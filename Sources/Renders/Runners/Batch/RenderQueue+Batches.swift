import Glibc
import ImageFormats
import Projects

// What a scheduler says only adds to what a render's folder says. It is asked first and the folder read after, so what a job
// did before it ended is seen; a render is done where its result is, and a job that is gone without one was interrupted.
//
// Cluster file systems. No locks: a ticket is made with O_EXCL, a claim and a result are folders renamed to where nothing is.
// Clocks differ: times of two machines are not compared here, but for a worker's silence, and there the scheduler's word goes
// before. Attributes are known late: a folder is opened and its names read each time, which has NFS ask the server, where
// a stat might not; a ticket has some seconds before a scheduler that does not know it is believed; and should a result
// be seen later than the end of its job, the render becomes done then.

extension RenderQueue {
  /// Hands everything that waits for a batch system over, one array for what was asked for alike.
  ///
  /// - Returns: "slurm job 5" for each.
  /// - Throws: `RenderError` with what the batch system says; what it did not take stays, and is handed over by the next call.
  @discardableResult public func submit() throws -> [String] {
    let waiting = foldersOnly().filter { render in
      render.job.runner != LocalRunner.name && render.ticket == nil && RenderQueue.isFree(render)
    }
    struct Kind: Hashable {
      var runner: String
      var resources: BatchResources
      var cores: Int
    }
    let kinds = Dictionary(grouping: waiting) { render in
      Kind(
        runner: render.job.runner, resources: render.job.resources,
        cores: render.job.threads ?? 1)
    }
    var jobs: [String] = []
    let groups = kinds.sorted { $0.value[0].number < $1.value[0].number }
    for (kind, renders) in groups {
      let system = try library.system(kind.runner)
      var rest = renders.sorted(by: RenderQueue.goesBefore)[...]
      while !rest.isEmpty {
        let part = Array(rest.prefix(system.submission.largest))
        rest = rest.dropFirst(part.count)
        let job = try submit(
          part, to: BatchRunner(system: system, project: absolute), cores: kind.cores,
          resources: kind.resources)
        if let job { jobs.append("\(kind.runner) job \(job)") }
      }
    }
    if !jobs.isEmpty { ring() }
    return jobs
  }

  private func submit(
    _ renders: [Render], to runner: BatchRunner, cores: Int, resources: BatchResources
  ) throws -> String? {
    let now = Timestamp.now()
    var claimed: [Render] = []
    do {
      for render in renders {
        let ticket = BatchTicket(runner: runner.system.name, time: now, attempts: render.attempt)
        if try ticket.claim(in: render.folder, of: project) { claimed.append(render) }
      }
      guard let first = claimed.first else { return nil }
      let script = BatchScript(
        setup: runner.system.setup, index: runner.system.submission.index,
        program: try runner.system.program ?? realProgram(), project: runner.project.path,
        renders: claimed.map(\.number), threads: cores)
      let file = "renders/\(first.number)/submit.sh"
      try project.write(Array(script.text.utf8), to: "\(project.path)/\(file)")
      let numbers = try runner.submit(
        "\(runner.project.path)/\(file)", count: claimed.count, cores: cores,
        resources: resources)
      try project.write(
        together: zip(claimed, numbers.elements).map { render, element in
          let ticket = BatchTicket(
            runner: runner.system.name, job: numbers.job, element: element, time: now,
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

  /// Takes renders back from their batch systems that have not begun. What runs hears of it through its folder.
  ///
  /// - Throws: `RenderError` where a batch system refuses: their jobs end when they begin, since the folder says so.
  public func takeBack(_ renders: [Render]) throws {
    let waiting = renders.filter { $0.ticket != nil && !$0.isBegun }
    for (name, renders) in Dictionary(grouping: waiting, by: \.job.runner) {
      try BatchRunner(system: try library.system(name), project: absolute).cancel(
        renders.compactMap(\.ticket))
      for render in renders { BatchTicket.remove(from: render.folder) }
    }
    if !waiting.isEmpty { ring() }
  }

  /// Asks the batch systems after what was handed to them, each at most every few seconds, as its description says.
  ///
  /// - Parameters:
  ///   - renders: as they were last seen; nil has them read.
  ///   - always: asks even where the last answer is fresh.
  /// - Complexity: a command of each batch system: some milliseconds, or some seconds where it is busy.
  public func askSchedulers(about renders: [Render]? = nil, always: Bool = false) {
    let open = (renders ?? foldersOnly()).filter { $0.ticket != nil && $0.isOpen }
    for (name, renders) in Dictionary(grouping: open, by: \.job.runner) {
      let tickets = renders.compactMap(\.ticket)
      let now = Timestamp.now()
      let file = answers(of: name)
      let last = BatchAnswer(file: file)
      let system: BatchSystem
      do {
        system = try library.system(name)
      } catch {
        note(
          BatchAnswer(time: now, problem: RenderReason(error, in: project)),
          in: file)
        continue
      }
      if !always, let last, abs(now - last.time) < system.status.every,
        tickets.allSatisfy({ $0.time < last.time || $0.time > now })
      {
        continue
      }
      note(BatchRunner(system: system, project: absolute).ask(tickets, now: now), in: file)
    }
  }

  /// Adds what the batch systems said to what the folders say.
  func judge(_ renders: inout [Render]) {
    let open = renders.indices.filter {
      renders[$0].job.runner != LocalRunner.name && renders[$0].isOpen
    }
    let now = Timestamp.now()
    for (name, indices) in Dictionary(grouping: open, by: { renders[$0].job.runner }) {
      let answer = BatchAnswer(file: answers(of: name))
      for index in indices {
        renders[index].state = BatchJudgement(
          render: renders[index], answer: answer, now: now
        ).state { BatchJudgement.lastWord(in: renders[index].folder) }
      }
    }
  }

  private func note(_ answer: BatchAnswer, in file: String) {
    guard (try? project.make(project.renders + "/schedulers")) != nil else { return }
    answer.write(to: file)
    ring()
  }

  private func answers(of runner: String) -> String {
    // A job's runner is any text that somebody wrote.
    let safe = runner.filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
    }
    return "\(project.renders)/schedulers/\(safe).json"
  }

  /// As a node finds it.
  private var absolute: ProjectFolder { ProjectFolder(path: UserPath.absolute(project.path)) }

  private func realProgram() throws -> String {
    guard let real = realpath(program, nil) else {
      throw RenderError(.programMoved(program))
    }
    defer { free(real) }
    return String(cString: real)
  }
}

extension Render {
  /// Whether a worker is at it, as its folder says.
  fileprivate var isBegun: Bool {
    state == .running || state == .paused && progress?.state == .paused
  }

  /// Whether a scheduler's word can change what it is taken for.
  fileprivate var isOpen: Bool {
    switch state {
    case .queued, .waiting, .running, .interrupted, .unknown: true
    case .paused, .done, .failed, .cancelled: false
    }
  }
}
