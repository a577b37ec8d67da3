import Foundation
import Testing

/// A cluster that tests may do with as they like: the one of `.ci/slurm`, told by its name.
enum LiveSlurm {
  static let absence: Comment =
    "no Slurm of its own: start one with .ci/slurm start FOLDER and set SLURM_CONF"

  /// Where a Slurm has to be there, its absence is a failure.
  static let isWanted: Bool = isThere || environment["NURIE_REQUIRE_PEERS"] != nil

  private static let environment = ProcessInfo.processInfo.environment

  private static let isThere: Bool = {
    guard let file = environment["SLURM_CONF"],
      let text = try? String(contentsOfFile: file, encoding: .utf8),
      text.contains("ClusterName=loopback")
    else { return false }
    return (try? run("sinfo", "--noheader"))?.isEmpty == false
  }()

  /// What a command printed.
  @discardableResult static func run(_ words: String...) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  static var node: String {
    get throws {
      try run("sinfo", "--noheader", "--Node", "--format=%N").filter { !$0.isWhitespace }
    }
  }
}
