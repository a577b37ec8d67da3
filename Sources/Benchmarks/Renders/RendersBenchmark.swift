import Foundation
import ImageFormats
import Projects
import Raster
import Renders

/// How quickly many renders are listed, and whether each is published once whatever happens to workers.
struct RendersBenchmark {
  private var units = 200
  private var workers = 8
  private var storms = 3
  let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "nurie").path

  init(arguments: [String]) {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      let value = rest.popFirst().flatMap(Int.init)
      switch (option, value) {
      case ("--units", let count?): units = count
      case ("--workers", let count?): workers = count
      case ("--storms", let count?): storms = count
      default:
        preconditionFailure("renders takes --units, --workers and --storms with a number")
      }
    }
  }

  func run() throws {
    try list()
    try listTickets()
    try report()
    for seed in 1...max(1, storms) {
      let scratch = try Scratch()
      let queue = RenderQueue(scratch.project.folder, program: program)
      _ = try queue.add(Array(repeating: scratch.job, count: units))
      var storm = RenderStorm(queue, workers: workers, seed: UInt64(seed))
      let report = try storm.run(limit: 120)
      print(
        """
        storm \(seed): \(units) renders, \(workers) workers, \(Int(report.seconds)) s, \(report.kills) killed, \
        \(report.stops) stopped: \(report.published) published, \(report.reported) reported, \(report.lost) lost, \
        \(report.replaced) replaced, \(report.attempts) attempts, \(report.duplicates) in vain
        """)
      precondition(
        report.lost == 0 && report.replaced == 0, "a render was lost or published twice")
    }
  }

  /// 500 that wait, by the queue and by the command.
  private func list() throws {
    let scratch = try Scratch()
    let queue = RenderQueue(scratch.project.folder, program: program)
    let clock = ContinuousClock()
    let added = try clock.measure {
      _ = try queue.add(Array(repeating: scratch.job, count: 500))
    }
    let alone = try Scratch()
    let single = RenderQueue(alone.project.folder, program: program)
    let singly = try clock.measure {
      for _ in 0..<500 { _ = try single.add([alone.job]) }
    }
    var renders: [Render] = []
    let first = median(of: 9) { renders = queue.renders() }
    let known = Dictionary(uniqueKeysWithValues: renders.map { ($0.number, $0) })
    let again = median(of: 9) { renders = queue.renders(known: known) }
    let command = median(of: 9) {
      let process = Process()
      process.executableURL = URL(filePath: program)
      process.arguments = ["renders", scratch.project.folder.path]
      process.standardOutput = FileHandle.nullDevice
      do {
        try process.run()
        process.waitUntilExit()
      } catch {
        preconditionFailure("\(program) does not start: \(error)")
      }
    }
    print(
      "500 renders: queued in \(added), one by one \(singly), listed in \(first), known \(again), nurie renders \(command)"
    )
  }

  func median(of count: Int, _ body: () -> Void) -> Duration {
    (0..<count).map { _ in ContinuousClock().measure(body) }.sorted()[count / 2]
  }

  /// A project of one drawing, a tiny one unless given; gone at the end.
  final class Scratch {
    let project: Project
    let job: RenderJob
    private let path: String

    init(line: Image = square(.white), sheet: Image = square(RGBA(200, 40, 40))) throws {
      path = FileManager.default.temporaryDirectory.path + "/nurie-\(UUID().uuidString).nurie"
      try Project.create(at: path) { project in
        guard let importer = project.writer?.importer else { return }
        let pictures = [
          try importer.add(line, title: "line", as: .drawing),
          try importer.add(sheet, title: "sheet", as: .reference),
        ]
        project.history.include(pictures)
        project.record([.add(pictures.map(\.id))], title: "add", time: 0)
      }
      project = try Project(reading: ProjectFolder(path: path))
      job = RenderJob(of: project.history.state.drawings[0].id, in: project.history)
    }

    deinit {
      do {
        try FileManager.default.removeItem(atPath: path)
      } catch {
        print("\(path) stays behind: \(error)")
      }
    }

    static func square(_ colour: RGBA) -> Image {
      var image = Image(width: 64, height: 64, repeating: .white)
      for y in 10..<54 {
        for x in 10..<54 {
          image[x, y] = (14..<50).contains(x) && (14..<50).contains(y) ? colour : .black
        }
      }
      return image
    }
  }
}
