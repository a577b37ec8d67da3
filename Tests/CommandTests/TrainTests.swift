import Foundation
import TestSupport
import Testing

/// OpenMPI of this machine, on its loopback.
private enum OpenMPI {
  static let isWanted: Bool =
    path != nil || ProcessInfo.processInfo.environment["NURIE_REQUIRE_PEERS"] != nil

  static let path = ["/usr/bin/mpirun", "/usr/local/bin/mpirun"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}

@Suite(.serialized) struct TrainTests {
  private let folder = TemporaryFolder()

  init() throws {
    let made = try Program.run(
      ["dataset", "--generated", "40", "--size", "64", "--output", "heads"], in: folder)
    try #require(made.status == 0, "\(made.errors)")
  }

  private static let small = ["train", "gan", "--data", "heads", "--size", "32", "--width", "4"]

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: folder / path))
  }

  @Test func aGeneratorIsTrainedAndGoesOnAsIfItHadNeverStopped() throws {
    for (name, steps) in [("whole", ["4"]), ("halves", ["2", "4"])] {
      for (turn, step) in steps.enumerated() {
        let outcome = try Program.run(
          Self.small + ["--folder", name, "--steps", step] + (turn > 0 ? ["--resume"] : []),
          in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
    }
    #expect(
      try bytes("whole/checkpoint.safetensors") == bytes("halves/checkpoint.safetensors"))
    let again = try Program.run(Self.small + ["--folder", "whole"], in: folder)
    #expect(again.status == 1 && again.errors.contains("exists already"))
    let other = try Program.run(
      Self.small + ["--folder", "whole", "--resume", "--width", "8"], in: folder)
    #expect(other.status == 1 && other.errors.contains("is of another shape"))
    #expect(other.errors.split(separator: "\n").last?.contains("Give --size and --width") == true)
  }

  @Test func weightsSayWhatTheyLearnedFrom() throws {
    let outcome = try Program.run(
      Self.small + ["--folder", "mine", "--steps", "1"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = String(decoding: try bytes("mine/weights.safetensors").prefix(20_000), as: UTF8.self)
    #expect(text.contains("nurie's own generator of characters"))
    #expect(text.contains("public domain (CC0)"))
  }

  @Test(.enabled(if: OpenMPI.isWanted)) func twoRanksGiveTheBytesOfOne() throws {
    let mpirun = try #require(OpenMPI.path, "mpirun is not installed")
    let start = ["--allow-run-as-root", "--oversubscribe", "-n", "2", Program.path]
    let shared = try Program.run(
      start + Self.small + ["--folder", "two", "--steps", "3"], at: mpirun, in: folder)
    #expect(shared.status == 0, "\(shared.errors)")
    #expect(shared.errors.components(separatedBy: "learns from 40 drawings").count == 2)
    let alone = try Program.run(
      Self.small + ["--folder", "one", "--steps", "3"], in: folder)
    #expect(alone.status == 0, "\(alone.errors)")
    #expect(try bytes("one/checkpoint.safetensors") == bytes("two/checkpoint.safetensors"))
  }

  @Test(.enabled(if: OpenMPI.isWanted), arguments: ["matcher", "lines"])
  func theOthersAreSharedToo(subject: String) throws {
    let mpirun = try #require(OpenMPI.path, "mpirun is not installed")
    let arguments = ["train", subject, "--steps", "2", "--folder"]
    let shared = try Program.run(
      ["--allow-run-as-root", "--oversubscribe", "-n", "2", Program.path] + arguments + ["two"],
      at: mpirun, in: folder)
    #expect(shared.status == 0, "\(shared.errors)")
    let alone = try Program.run(arguments + ["one"], in: folder)
    #expect(alone.status == 0, "\(alone.errors)")
    #expect(try bytes("one/checkpoint.safetensors") == bytes("two/checkpoint.safetensors"))
  }

  @Test(.enabled(if: OpenMPI.isWanted)) func aRankThatDiesEndsAllWithASentence() throws {
    let mpirun = try #require(OpenMPI.path, "mpirun is not installed")
    let start = ["--allow-run-as-root", "--oversubscribe", "-n", "2", Program.path]
    let running = try Program.start(
      start + Self.small + ["--folder", "two"], at: mpirun, in: folder)
    // Once it has told of twenty steps, both ranks are at work.
    var told = ""
    while !told.contains("samples") {
      let more = running.errors.availableData
      try #require(!more.isEmpty, "\(told)")
      told += String(decoding: more, as: UTF8.self)
    }
    let ranks = try children(of: running.process.processIdentifier)
    #expect(ranks.count == 2)
    kill(try #require(ranks.max()), SIGKILL)
    told += String(decoding: running.errors.readDataToEndOfFile(), as: UTF8.self)
    running.process.waitUntilExit()
    #expect(running.process.terminationStatus != 0)
    #expect(told.contains("Another rank of this training has ended."), "\(told)")
  }

  @Test(.enabled(if: OpenMPI.isWanted)) func threeRanksAreRefused() throws {
    let mpirun = try #require(OpenMPI.path, "mpirun is not installed")
    let outcome = try Program.run(
      ["--allow-run-as-root", "--oversubscribe", "-n", "3", Program.path] + Self.small
        + ["--folder", "three", "--steps", "1"], at: mpirun, in: folder)
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("A training is shared by 1, 2, 4 or 8 ranks, not 3."))
    #expect(!folder.names.contains("three"))
  }

  private func children(of parent: Int32) throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { name in
      guard let id = Int32(name),
        let status = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8)
      else { return nil }
      // After the name in brackets: the state, then the parent.
      let words = status.split(separator: ")").last?.split(separator: " ")
      return words?.dropFirst().first == "\(parent)" ? id : nil
    }
  }
}
