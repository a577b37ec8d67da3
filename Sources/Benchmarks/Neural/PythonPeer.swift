import Foundation

/// Another library, in a Python process beside this one: tasks go in as lines, numbers come back as lines.
final class PythonPeer {
  private let script: String
  private let process = Process()
  private let tasks = Pipe()
  private let answers = Pipe()
  private var unread = Data()

  /// `$NURIE_PYTHON`, else the system's.
  private static let python =
    ProcessInfo.processInfo.environment["NURIE_PYTHON"] ?? "/usr/bin/python3"

  /// - Parameters:
  ///   - script: its name, in the folder of this file.
  ///   - modules: what it imports.
  /// - Returns: nil where Python or one of the modules is not installed.
  init?(script: String, needs modules: String) throws {
    self.script = script
    guard FileManager.default.isExecutableFile(atPath: Self.python) else { return nil }
    let probe = Process()
    probe.executableURL = URL(filePath: Self.python)
    probe.arguments = ["-c", "import \(modules)"]
    probe.standardError = FileHandle.nullDevice
    try probe.run()
    probe.waitUntilExit()
    guard probe.terminationStatus == 0 else { return nil }
    process.executableURL = URL(filePath: Self.python)
    process.arguments = [
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: script + ".py").path
    ]
    process.standardInput = tasks
    process.standardOutput = answers
    try process.run()
  }

  deinit { try? tasks.fileHandleForWriting.close() }

  /// The script's answer to one task.
  func answer(to task: String) throws -> [Double] {
    try tasks.fileHandleForWriting.write(contentsOf: Data((task + "\n").utf8))
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: unread[..<end], as: UTF8.self)
        unread.removeSubrange(...end)
        return line.split(separator: " ").compactMap { Double($0) }
      }
      let more = answers.fileHandleForReading.availableData
      if more.isEmpty { throw Ended(script: script, task: task) }
      unread += more
    }
  }

  struct Ended: Error, CustomStringConvertible {
    let script: String
    let task: String
    var description: String {
      "\(script).py ended at the task '\(task)'; what it says stands above."
    }
  }
}
