import Glibc
import ImageFormats
import Projects

extension NodeCheck {
  /// Has a batch system look at one of its machines, and waits for what comes back.
  ///
  /// - Parameters:
  ///   - program: the nurie that nodes run, where the description names none.
  ///   - resources: the partition decides on the machine.
  ///   - seconds: how long to wait.
  /// - Throws: `RenderError` where the job is not taken, or nothing comes back.
  init(scheduler: Scheduler, program: String, resources: BatchResources, seconds: Int = 120) throws
  {
    let project = scheduler.project
    try project.make(project.renders)
    // Two checks at once do not read each other's.
    let answer = "\(project.renders)/node-\(getpid())"
    let file = answer + ".sh"
    defer {
      unlink(file)
      unlink(answer)
    }
    let look = NodeCheck.script(
      program: try scheduler.system.program ?? WorkerProgram.real(program), project: project.path)
    let aside = BatchScript.quoted(answer + ".part")
    let script = """
      #!/bin/sh
      exec >\(aside) 2>&1 </dev/null
      \(scheduler.system.setup.joined(separator: "\n"))
      \(look)
      mv \(aside) \(BatchScript.quoted(answer))

      """
    try project.write(Array(script.utf8), to: file)
    let job = try scheduler.submit(file, count: 1, cores: 1, resources: resources)
    let ticket = BatchTicket(
      runner: scheduler.system.name, job: job.job, element: job.elements[0], time: Timestamp.now(),
      attempts: 0)
    for _ in 0..<(seconds * 4) {
      // Reading the folder's names has a network file system ask its server.
      if names(in: project.renders).contains("node-\(getpid())"),
        let bytes = try? readBytes(answer, limit: 1 << 20)
      {
        self.init(answer: String(decoding: bytes, as: UTF8.self))
        return
      }
      usleep(250_000)
    }
    let sight = scheduler.ask([ticket], now: Timestamp.now()).sight(of: ticket)
    try scheduler.cancel([ticket])
    let word = sight.map { "it is \($0.description)" } ?? "it is no longer known"
    throw RenderError(
      "\(scheduler.system.name) job \(job.job) gave no sign of life within \(seconds) seconds: \(word); if it did run, its machine cannot see \(project.path)"
    )
  }
}
