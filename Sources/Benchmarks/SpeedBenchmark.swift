import Foundation
import ImageFormats
import Raster

/// The budgets, timed on the built program from outside: `benchmarks speed`.
///
/// A sample's drawing and reference are enlarged to each size; each command runs five times after one run
/// that is not counted. The table gives the median of the wall clock, and the most memory any run held.
struct SpeedBenchmark {
  /// A command, a size, and what it may take on two cores.
  private struct Budget {
    let command: String
    let width: Int
    let height: Int
    let seconds: Double
    let megabytes: Int?
  }

  private let budgets = [
    Budget(command: "regions", width: 1600, height: 1600, seconds: 0.18, megabytes: nil),
    Budget(command: "regions", width: 4096, height: 4096, seconds: 2, megabytes: nil),
    Budget(command: "colorize", width: 1000, height: 1000, seconds: 2, megabytes: 1024),
    Budget(command: "colorize", width: 1600, height: 1600, seconds: 2, megabytes: 1024),
    Budget(command: "colorize", width: 4000, height: 4000, seconds: 20, megabytes: 3072),
    Budget(command: "colorize", width: 4960, height: 7016, seconds: 20, megabytes: 3072),
  ]

  func run() throws {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "nurie").path
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "nurie-speed-\(ProcessInfo.processInfo.processIdentifier)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let line = try ImageFile.read("samples/hana/akimbo/line.png").pixels
    let reference = try ImageFile.read("samples/hana/reference.png").pixels

    print("command        size    seconds: median (best)   budget    peak MB   budget    s/MP")
    let work = Work(threads: 2)
    for budget in budgets {
      let (width, height) = (budget.width, budget.height)
      try PNG.write(
        try line.resized(width: width, height: height, .lanczos, work: work),
        to: folder + "/line.png")
      try PNG.write(
        try reference.resized(width: width, height: height, .lanczos, work: work),
        to: folder + "/reference.png")
      var arguments = [budget.command, folder + "/line.png"]
      if budget.command == "colorize" {
        arguments += ["--reference", folder + "/reference.png", "--output", folder + "/out.png"]
        arguments += ["--force", "--progress", "none"]
      }
      let runs = try (0..<6).map { _ in try Self.time(program, arguments) }.dropFirst()
      let seconds = runs.map(\.seconds).sorted()
      print(
        budget.command.padding(toLength: 9, withPad: " ", startingAt: 0),
        String(
          format: "%11@ %14.2f (%5.2f) %11.2f %10d %8@ %7.3f",
          "\(width)×\(height)" as NSString, seconds[seconds.count / 2], seconds[0], budget.seconds,
          runs.map(\.megabytes).max() ?? 0,
          (budget.megabytes.map(String.init) ?? "–") as NSString,
          seconds[seconds.count / 2] / Double(width * height) * 1e6))
    }
  }

  /// Runs a program to its end.
  ///
  /// - Returns: its wall clock and its largest resident size.
  private static func time(_ program: String, _ arguments: [String]) throws -> (
    seconds: Double, megabytes: Int
  ) {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let start = ContinuousClock.now
    var child = pid_t()
    let code = posix_spawn(&child, program, &actions, nil, &words, environ)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    var status: Int32 = 0
    var usage = rusage()
    wait4(child, &status, 0, &usage)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    guard status == 0 else { throw POSIXError(.ECHILD) }
    return (seconds, Int(usage.ru_maxrss) / 1024)
  }
}
