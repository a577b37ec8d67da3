import Foundation
import Projects
import Renders
import TerminalDriver

extension StudioBenchmark {
  /// Keys on a list of 500 renders, and how soon the list shows what a worker says.
  func measureRenders(
    _ session: StudioSession, _ keys: Int, _ report: inout StudioReport
  ) throws {
    let project = session.project
    let history = try Project(reading: project).history
    let queue = RenderQueue(project, program: "/bin/true")
    defer { try? FileManager.default.removeItem(atPath: project.renders) }
    let job = RenderJob(of: history.state.drawings[0].id, in: history)
    let renders = try queue.add(Array(repeating: job, count: 500))
    // This process in the place of a worker.
    let attempt = renders[0].folder + "/attempts/1"
    try FileManager.default.createDirectory(atPath: attempt, withIntermediateDirectories: true)
    try JSONEncoder().encode(WorkerIdentity.own()).write(
      to: URL(filePath: attempt + "/worker.json"))

    let studio = try session.start()
    session.settle(studio)
    studio.type("\u{1b}[17~")
    _ = studio.response(quiet: .seconds(1), limit: .seconds(10))
    report.add("500 renders", session.answers(to: ["j", "j", "k"], keys, from: studio))
    var told = ""
    let delays = try (1...20).map { step in
      told += "{\"overall\":\(Double(step) / 50),\"state\":\"running\",\"time\":0}\n"
      try Data(told.utf8).write(to: URL(filePath: attempt + "/progress.jsonl"))
      try Data().write(to: URL(filePath: project.renders + "/bell"))
      let answer = studio.response(
        quiet: .seconds(2), limit: .seconds(2), until: "\(step * 2) %")
      return answer.last.map { $0 / .milliseconds(1) } ?? .infinity
    }
    report.add(
      "progress of a render: written to shown, median", delays.share(0.5), "ms", budget: 250)
    session.quit(studio)
  }

  /// Over 150 ms and 1 Mbit/s: an answer travels there and back, and a screen is some kilobytes.
  func measureFarAway(_ session: StudioSession, _ report: inout StudioReport) throws {
    let studio = try session.start()
    session.settle(studio)
    let line = SlowLine.farAway(from: studio)
    let answers = (0..<8).map { _ in
      line.type(":")
      let answer = line.wait(for: "Run a command", within: .seconds(5))
      line.type("\u{1b}")
      line.work(for: .milliseconds(400))
      return answer.map { $0 / .milliseconds(1) } ?? .infinity
    }
    report.add("far away: a key to its answer, median", answers.share(0.5), "ms", budget: 400)
    // Whole frames, thirty a second: some 20 kB each, five times what the line carries.
    for _ in 0..<90 {
      line.type("j\u{c}")
      line.work(for: .milliseconds(33))
    }
    line.type(":")
    let answer = line.wait(for: "Run a command", within: .seconds(10))
    report.add(
      "far away: the last of a hundred keys to its answer",
      answer.map { $0 / .milliseconds(1) } ?? .infinity, "ms", budget: 2000)
    line.type("\u{1b}")
    line.work(for: .milliseconds(500))
    session.quit(studio)
  }
}
