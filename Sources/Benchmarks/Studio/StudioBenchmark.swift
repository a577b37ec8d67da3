import Foundation
import Projects
import Raster
import TerminalDriver

/// The studio's budgets, timed on the built program, which runs on a pseudo-terminal of 200×50 in 24-bit colour:
///
///     benchmarks studio [--drawings N] [--keys N] [--scratch FOLDER] [--json]
///
/// The time of a key runs from its byte going in to the first and to the last byte of the frame coming out. The next key is typed when
/// nothing has come for 12 ms; keys that change nothing are not counted. Run where `samples` is.
struct StudioBenchmark {
  var arguments: [String]

  static let columns = 200
  static let rows = 50

  func run() throws {
    let scratch =
      arguments.value(after: "--scratch") ?? NSTemporaryDirectory() + "nurie-studio-bench"
    let drawings = arguments.value(after: "--drawings").flatMap(Int.init) ?? 200
    let keys = arguments.value(after: "--keys").flatMap(Int.init) ?? 300
    let project = try BenchmarkProject(drawings: drawings, in: scratch, work: Work(threads: 2))
    let session = StudioSession(project: project.folder, scratch: scratch)
    var report = StudioReport()
    try measureStart(session, &report)
    try measurePictures(session, keys, &report)
    try measureParts(session, keys, &report)
    try measureFarAway(session, &report)
    let several = try BenchmarkProject(
      drawings: 4, references: 3, in: scratch, work: Work(threads: 2))
    let severalSession = StudioSession(project: several.folder, scratch: scratch)
    try measureReferences(severalSession, &report)
    try measureRenders(severalSession, keys, &report)
    if arguments.contains("--json") {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    } else {
      print("\(drawings) drawings of \(BenchmarkProject.width)×\(BenchmarkProject.height)")
      print(report.table)
    }
  }

  private func measureStart(_ session: StudioSession, _ report: inout StudioReport) throws {
    // The first run reads the program itself from disk.
    let times = try (0..<8).map { _ in
      let studio = try session.start()
      let time = studio.response(quiet: .seconds(5), limit: .seconds(10), until: "saved").last
      session.quit(studio)
      return time.map { $0 / .milliseconds(1) } ?? .infinity
    }.dropFirst()
    report.add("start to the first frame, median", Array(times).share(0.5), "ms", budget: 100)
  }

  private func measurePictures(
    _ session: StudioSession, _ keys: Int, _ report: inout StudioReport
  ) throws {
    let studio = try session.start()
    let figures = ProcessFigures(studio.process)
    session.settle(studio)
    let settled = session.answers(to: ["j", "j", "j", "k"], keys, from: studio)
    report.add("pictures", settled)
    report.add("pictures: bytes of a move, 95 %", settled.bytes.share(0.95), "B", budget: 4096)
    report.add("pictures: bytes of a move, most", settled.bytes.share(1), "B", budget: 16384)
    // The preview follows a moment after the last key.
    let previews = (0..<8).map { _ in
      studio.type("k")
      _ = studio.response(quiet: .milliseconds(12), limit: .milliseconds(250))
      let answer = studio.response(quiet: .milliseconds(100), limit: .milliseconds(300))
      return Double(answer.bytes.count)
    }
    report.add("pictures: bytes of the preview that follows, most", previews.share(1), "B")
    report.add("memory after browsing", Double(figures.memory) / 1e6, "MB")
    session.quit(studio)
  }

  private func measureParts(
    _ session: StudioSession, _ keys: Int, _ report: inout StudioReport
  ) throws {
    let studio = try session.start()
    let figures = ProcessFigures(studio.process)
    session.openFirstDrawing(studio)
    // Here, since in the lists the engine surveys the other drawings while the artist rests.
    session.settle(studio)
    let before = figures.sleeps
    _ = studio.response(quiet: .zero, limit: .seconds(5))
    let after = figures.sleeps
    let own = after[studio.process, default: 0] - before[studio.process, default: 0]
    let all = after.reduce(0) { $0 + $1.value - before[$1.key, default: 0] }
    report.add("wake-ups in 5 idle seconds, the interface", Double(own), "", budget: 0)
    report.add("wake-ups of other threads (the lock's beat)", Double(all - own), "")
    let ways = ["l", "j", "h", "k", "j", "j", "l", "k"]
    let moves = session.answers(to: ways, keys, from: studio)
    report.add("parts", moves)
    report.add("parts: bytes of a move, 95 %", moves.bytes.share(0.95), "B", budget: 4096)
    report.add("parts: bytes of a move, most", moves.bytes.share(1), "B", budget: 16384)
    let looks = ["z", "z", "\u{1b}[1;5C", "l", "]", "Z", "j", "[", "n", "f"]
    report.add("parts, zooming too", session.answers(to: looks, keys, from: studio))

    // Beside other work only keys that always change the picture: of those that may not, a progress that comes later
    // would count as the answer.
    let sure = ["z", "]", "Z", "["]
    session.settle(studio)
    var busy = KeyAnswers()
    // Each undo and redo of a gap's width gives the engine the drawing anew; as many of either, so that the project
    // stays as it is for the next run.
    for round in 0..<max(1, keys / 40) * 2 {
      studio.type(round.isMultiple(of: 2) ? "u" : "\u{12}")
      _ = studio.response(quiet: .milliseconds(12), limit: .milliseconds(200))
      busy += session.answers(to: sure, 20, from: studio)
    }
    report.add("parts, the engine at work", busy)
    session.settle(studio)
    report.add(
      "parts, a render at work",
      try session.answersWhileRendering(to: sure, keys, from: studio))
    session.settle(studio)
    report.add("memory with a drawing's parts", Double(figures.memory) / 1e6, "MB", budget: 300)
    // Back to the list and on to the next drawing, twice.
    for _ in 0..<2 {
      studio.type("qj\r")
      session.settle(studio)
    }
    report.add("memory after three drawings", Double(figures.memory) / 1e6, "MB", budget: 300)
    report.add("memory, the most", Double(figures.peakMemory) / 1e6, "MB")
    session.quit(studio)
  }

  /// Three references as large as the drawings: each is a picture and its regions in memory.
  private func measureReferences(
    _ session: StudioSession, _ report: inout StudioReport
  ) throws {
    let studio = try session.start()
    let figures = ProcessFigures(studio.process)
    session.openFirstDrawing(studio)
    // Corrections, taken back; each is coloured anew.
    for _ in 0..<2 {
      for keys in ["l2", "u"] {
        studio.type(keys)
        session.settle(studio)
      }
    }
    report.add(
      "memory with three large references", Double(figures.memory) / 1e6, "MB", budget: 300)
    for _ in 0..<2 {
      studio.type("qj\r")
      session.settle(studio)
    }
    report.add(
      "memory with them after three drawings", Double(figures.memory) / 1e6, "MB", budget: 300)
    report.add("memory with them, the most", Double(figures.peakMemory) / 1e6, "MB")
    session.quit(studio)
  }
}
