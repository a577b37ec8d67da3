import Foundation
import ImageFormats
import Projects
import Raster
import Renders
import TestSupport
import Testing

/// One after the other, for they have the only node drain and go down.
@Suite(.enabled(if: LiveSlurm.isWanted, LiveSlurm.absence), .serialized)
enum SlurmTests {
  struct ManyRenders {
    private let folder: TemporaryFolder
    private let queue: RenderQueue
    private let node: String

    init() throws {
      folder = TemporaryFolder()
      try folder.write(SmallPictures.reference, to: "sheet.png")
      for number in 1...20 { try folder.write(SmallPictures.line, to: "cut\(number).png") }
      let lines = (1...20).map { "cut\($0).png" }
      let made = try Program.run(
        ["new", "hana", "--lines"] + lines + ["--references", "sheet.png"], in: folder)
      #expect(made.status == 0)
      queue = RenderQueue(
        ProjectFolder(path: folder / "hana.nurie"), program: Program.path,
        library: BatchLibrary(folder: nil))
      node = try LiveSlurm.node
    }

    private func wait(_ what: String, until holds: () throws -> Bool) rethrows {
      if try eventually(holds) { return }
      Issue.record("\(what): \(queue.renders().map { "\($0.number) \($0.state)" })")
    }

    /// As it is after Slurm was asked.
    private func render(_ number: Int) throws -> Render {
      queue.askRunners(always: true)
      return try #require(queue.renders().first { $0.number == number })
    }

    private func drawing(_ number: Int) -> String {
      folder / "hana.nurie/drawings/cut\(number)/line.png"
    }

    /// Has whoever reads a drawing wait for ever.
    private func block(_ number: Int) throws {
      try FileManager.default.removeItem(atPath: drawing(number))
      #expect(mkfifo(drawing(number), 0o600) == 0)
    }

    private func unblock(_ number: Int) throws {
      try FileManager.default.removeItem(atPath: drawing(number))
      try FileManager.default.copyItem(atPath: drawing(1), toPath: drawing(number))
    }

    @Test func twentyRendersThreeCancelledOneKilledAndANodeThatGoesDown() throws {
      let numbers = (1...20).map { "cut\($0)" }
      for number in [19, 20] { try block(number) }
      try LiveSlurm.run("scontrol", "update", "nodename=\(node)", "state=drain", "reason=test")
      let queued = try Program.run(
        ["render", "hana.nurie"] + numbers + ["--runner", "slurm", "--time", "10:00"], in: folder)
      #expect(queued.status == 0, "\(queued.errors)")
      #expect(queued.output.contains("20 renders queued (1 to 20), handed over as slurm job "))

      // Why it waits is Slurm's to say.
      wait("waiting with a reason") {
        queue.askRunners(always: true)
        return queue.renders().allSatisfy {
          if case .waiting(let why) = $0.state {
            why.description.contains("DRAINED") || why == .told("Resources")
              || why == .told("Priority")
          } else {
            false
          }
        }
      }
      let list = try Program.run(["renders", "hana.nurie"], in: folder)
      #expect(list.output.contains("20 waiting"))
      let cancelled = try Program.run(
        ["renders", "cancel", "hana.nurie", "1", "2", "3"], in: folder)
      #expect(cancelled.output == "hana.nurie: renders 1, 2, 3 cancelled\n")
      let element = try #require(render(4).ticket?.element)
      let job = try #require(element.split(separator: "_").first)
      let left = try LiveSlurm.run("squeue", "--noheader", "--array", "--jobs=\(job)")
      #expect(left.split(separator: "\n").count == 17)

      try LiveSlurm.run("scontrol", "update", "nodename=\(node)", "state=resume")
      try wait("two at work") {
        try [19, 20].allSatisfy { try render($0).state == .running && render($0).worker != nil }
      }
      wait("the others done") {
        queue.askRunners(always: true)
        return queue.renders().count { $0.state == .done } == 15
      }

      // A worker that is killed is noticed, and its render not taken for done.
      let worker = try #require(render(19).worker)
      #expect(kill(worker.process, SIGKILL) == 0)
      try wait("a killed worker noticed") { try render(19).isInterrupted }

      // A node that goes down: Slurm has its job wait, and starts it again.
      try LiveSlurm.run("scontrol", "update", "nodename=\(node)", "state=down", "reason=test")
      try wait("requeued") { if case .waiting = try render(20).state { true } else { false } }
      for number in [19, 20] { try unblock(number) }
      try LiveSlurm.run("scontrol", "update", "nodename=\(node)", "state=resume")
      // Slurm lets two minutes pass first.
      try LiveSlurm.run(
        "scontrol", "update", "jobid=\(try #require(render(20).ticket?.element))", "starttime=now")
      try wait("done after the node came back") { try render(20).state == .done }
      #expect(try render(20).attempt == 2)

      #expect(try Program.run(["renders", "retry", "hana.nurie", "19"], in: folder).status == 0)
      try wait("the killed one done again") { try render(19).state == .done }
      for render in queue.renders() {
        #expect(render.state == (render.number <= 3 ? .cancelled : .done), "\(render.number)")
        #expect(render.duplicates == 0)
      }
      #expect(try Program.run(["wait", "hana.nurie"], in: folder).status == 1)
      #expect(
        try Program.run(["wait", "hana.nurie", "4", "19", "20"], in: folder).output
          == "hana.nurie: 3 done\n")
    }

    @Test func aNodeIsLookedAt() throws {
      let fine = try Program.run(
        ["doctor", "--node", "--runner", "slurm", "hana.nurie"], in: folder)
      #expect(fine.status == 0, "\(fine.output)\(fine.errors)")
      #expect(fine.output.contains("machine: \(node)\n"))
      #expect(fine.output.contains("hana.nurie can be written\n"))
      let refused = try Program.run(
        ["doctor", "--node", "--runner", "slurm", "--partition", "nowhere", "hana.nurie"],
        in: folder)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("invalid partition specified: nowhere"))
    }
  }

  struct Projections {
    private let folder = TemporaryFolder()
    private var queue: RenderQueue {
      RenderQueue(
        ProjectFolder(path: folder / "found"), program: Program.path,
        library: BatchLibrary(folder: nil))
    }

    private func wait(_ what: String, until holds: () throws -> Bool) rethrows {
      if try eventually(within: .seconds(180), holds) { return }
      Issue.record("\(what): \(queue.renders().map { "\($0.number) \($0.state)" })")
    }

    private func render(_ number: Int) throws -> Render {
      queue.askRunners(always: true)
      return try #require(queue.renders().first { $0.number == number })
    }

    @Test func eightElementsOneOfThemKilled() throws {
      let node = try LiveSlurm.node
      try folder.addFolder("mine")
      for number in 1...8 { try folder.write(SmallPictures.reference, to: "mine/\(number).png") }
      try LiveSlurm.run("scontrol", "update", "nodename=\(node)", "state=drain", "reason=test")
      defer { _ = try? LiveSlurm.run("scontrol", "update", "nodename=\(node)", "state=resume") }
      let arguments = [
        "project", "mine", "--gan", SmallGenerator.file, "--output", "found", "--steps", "3",
        "--runner", "slurm", "--time", "10:00",
      ]
      let queued = try Program.run(arguments, in: folder)
      #expect(queued.status == 0, "\(queued.errors)")
      #expect(
        queued.output.contains("8 renders queued (1 to 8), handed over as slurm job "),
        "\(queued.output)")
      // Given again while all wait, nothing is handed over twice.
      let again = try Program.run(arguments, in: folder)
      #expect(again.status == 0 && !again.output.contains("handed over"), "\(again.output)")
      let job = try #require(try render(1).ticket?.job)
      let elements = try LiveSlurm.run("squeue", "--noheader", "--array", "--jobs=\(job)")
      #expect(elements.split(separator: "\n").count == 8)

      // The eighth waits for its picture's first byte until it is killed.
      let eighth = folder / "found/pictures/8.png"
      let bytes = try Data(contentsOf: URL(filePath: eighth))
      try FileManager.default.removeItem(atPath: eighth)
      #expect(mkfifo(eighth, 0o600) == 0)
      try LiveSlurm.run("scontrol", "update", "nodename=\(node)", "state=resume")
      try wait("the eighth at work") {
        try render(8).state == .running && render(8).worker != nil
      }
      kill(try #require(try render(8).worker).process, SIGKILL)
      try wait("a killed worker noticed") { try render(8).isInterrupted }
      try FileManager.default.removeItem(atPath: eighth)
      try bytes.write(to: URL(filePath: eighth))
      #expect(try Program.run(["renders", "retry", "found", "8"], in: folder).status == 0)
      wait("all done") {
        queue.askRunners(always: true)
        return queue.renders().allSatisfy { $0.state == .done }
      }
      #expect(queue.renders().map(\.attempt) == [1, 1, 1, 1, 1, 1, 1, 2])
      #expect(queue.renders().allSatisfy { $0.duplicates == 0 })
      wait("the contact sheet") {
        FileManager.default.fileExists(atPath: folder / "found/contact.png")
      }
      #expect(try folder.image("found/contact.png").pixels.width == 16 * 32)
    }
  }

  struct Trainings {
    private let folder = TemporaryFolder()
    private static let small = [
      "train", "gan", "--data", "heads", "--size", "32", "--width", "4",
    ]
    private var checkpoint: String { folder / "two/checkpoint.safetensors" }
    private var log: String {
      (try? String(contentsOfFile: folder / "two/ranks.log", encoding: .utf8)) ?? ""
    }

    init() throws {
      let made = try Program.run(
        ["dataset", "--generated", "40", "--size", "64", "--output", "heads"], in: folder)
      try #require(made.status == 0, "\(made.errors)")
    }

    /// - Returns: the job.
    private func handOver(_ arguments: [String]) throws -> String {
      let outcome = try Program.run(
        Self.small + arguments + ["--folder", "two", "--runner", "slurm", "--ranks", "2"],
        in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let number = outcome.output.firstMatch(of: /handed over as slurm job ([0-9]+);/)?.1
      return String(try #require(number, "\(outcome.output)"))
    }

    private func wait(_ what: String, until holds: () throws -> Bool) rethrows {
      if try !eventually(within: .seconds(120), holds) { Issue.record("\(what): \(log)") }
    }

    private func isOver(_ job: String) throws -> Bool {
      try LiveSlurm.run("squeue", "--noheader", "--jobs=\(job)").isEmpty
    }

    private func isRank(_ process: Int32) -> Bool {
      let bytes = (try? Data(contentsOf: URL(filePath: "/proc/\(process)/cmdline"))) ?? Data()
      let words = String(decoding: bytes, as: UTF8.self).split(separator: "\0")
      return words.first?.hasSuffix("/nurie") == true
        && words.contains { $0.hasPrefix(folder.path) }
    }

    @Test func twoRanksGiveTheBytesOfOne() throws {
      let job = try handOver(["--steps", "3"])
      try wait("its end") { try isOver(job) }
      #expect(log.components(separatedBy: "learns from 40 drawings").count == 2, "\(log)")
      let alone = try Program.run(
        Self.small + ["--folder", "one", "--steps", "3"], in: folder)
      #expect(alone.status == 0, "\(alone.errors)")
      #expect(
        FileManager.default.contentsEqual(
          atPath: checkpoint, andPath: folder / "one/checkpoint.safetensors"))
      let again = try Program.run(
        Self.small + ["--folder", "two", "--runner", "slurm", "--ranks", "2"], in: folder)
      #expect(again.status == 1 && again.errors.contains("exists already"), "\(again.errors)")
    }

    @Test func aRankThatIsKilledEndsTheJobAndItGoesOn() throws {
      let job = try handOver([])
      wait("twenty steps") { log.contains("samples, ") }
      let ranks = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { name in
        Int32(name).flatMap { isRank($0) ? $0 : nil }
      }
      #expect(ranks.count == 2)
      kill(try #require(ranks.max()), SIGKILL)
      try wait("its end") { try isOver(job) }
      let next = try handOver(["--resume", "--steps", "2"])
      try wait("the end of the second") { try isOver(next) }
      #expect(FileManager.default.fileExists(atPath: checkpoint), "\(log)")
    }
  }
}
