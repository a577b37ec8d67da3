import Foundation
import ImageFormats
import Projects
import Raster
import Renders
import Synchronization

extension RendersBenchmark {
  /// 500 that are with a batch system whose commands answer at once: `echo` takes them, and `cat` tells that they wait.
  func listTickets() throws {
    let scratch = try Scratch()
    let config = scratch.project.folder.path + "/config"
    let runners = config + "/nurie/runners"
    try FileManager.default.createDirectory(
      atPath: runners, withIntermediateDirectories: true)
    let answer = (1...500).map { "5_\($0)|PENDING|Resources\n" }.joined()
    try Data(answer.utf8).write(to: URL(filePath: config + "/answer"))
    let description = """
      [submit]
      command = ["echo", "5"]
      number = '^([0-9]+)'
      job = "{1}"
      element = "{1}_{index}"
      index = "INDEX"
      largest = 1000
      [options]
      array = []
      [cancel]
      command = ["true"]
      [status]
      command = ["cat", "\(config)/answer"]
      id = '^([0-9_]+)\\|'
      state = '^[^|]*\\|([A-Z_]+)'
      reason = '^[^|]*\\|[^|]*\\|(.*)$'
      every = 15
      [states]
      waiting = ["PENDING"]
      running = ["RUNNING"]
      ended = ["COMPLETED"]
      """
    try Data(description.utf8).write(to: URL(filePath: runners + "/bench.toml"))
    let queue = RenderQueue(
      scratch.project.folder, program: program, library: BatchLibrary(folder: runners))
    let job = RenderJob(
      of: scratch.job.drawing, in: scratch.project.history, runner: "bench")
    let handed = try ContinuousClock().measure {
      _ = try queue.add(Array(repeating: job, count: 500))
      try queue.startWorkers()
    }
    let asked = median(of: 9) { queue.askRunners(always: true) }
    var renders: [Render] = []
    let listed = median(of: 9) { renders = queue.renders() }
    precondition(
      renders.count == 500 && renders.allSatisfy { $0.state == .waiting(.told("Resources")) },
      "the batch system's word is not what is listed")
    print(
      "500 with a batch system: queued and handed over in \(handed), asked after in \(asked), listed in \(listed)"
    )
  }

  /// The cost for a render of a sample to tell how far it is: the budget is 1 %.
  func report() throws {
    let scratch = try Scratch(
      line: try ImageFile.read("samples/hana/wave/line.png").pixels,
      sheet: try ImageFile.read("samples/hana/reference.png").pixels)
    let queue = RenderQueue(scratch.project.folder, program: program)
    _ = try queue.add([scratch.job])
    let clock = ContinuousClock()
    let cost = Mutex((told: Duration.zero, calls: 0))
    let whole = try clock.measure {
      try RenderWorker(
        queue, threads: 1,
        doing: { task, work, hear in
          try RenderTask.colour(task, work) { progress in
            let told = clock.measure { hear(progress) }
            cost.withLock { $0 = ($0.told + told, $0.calls + 1) }
          }
        }
      ).run()
    }
    precondition(queue.renders().first?.state == .done, "the sample was not rendered")
    let (told, calls) = cost.withLock { $0 }
    print(
      "telling progress: \(told) of \(whole) in \(calls) calls, \(told / whole * 100) %")
  }
}
