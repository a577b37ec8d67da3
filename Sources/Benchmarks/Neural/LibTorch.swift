import Foundation

/// libtorch, in a Python process beside this one: tasks go in as lines, numbers come back as lines.
final class LibTorch {
  private let process = Process()
  private let tasks = Pipe()
  private let answers = Pipe()
  private var unread = Data()

  /// Debian's Python, which has its python3-torch.
  private static let python = "/usr/bin/python3"
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "libtorch.py")

  /// - Returns: nil where Python or its torch is not installed.
  init?() throws {
    let probe = Process()
    probe.executableURL = URL(filePath: Self.python)
    probe.arguments = ["-c", "import torch"]
    probe.standardError = FileHandle.nullDevice
    guard FileManager.default.isExecutableFile(atPath: Self.python) else { return nil }
    try probe.run()
    probe.waitUntilExit()
    guard probe.terminationStatus == 0 else { return nil }
    process.executableURL = URL(filePath: Self.python)
    process.arguments = [Self.script.path]
    process.standardInput = tasks
    process.standardOutput = answers
    try process.run()
  }

  deinit { try? tasks.fileHandleForWriting.close() }

  /// What the script says to one task.
  func answer(to task: String) throws -> [Double] {
    try tasks.fileHandleForWriting.write(contentsOf: Data((task + "\n").utf8))
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: unread[..<end], as: UTF8.self)
        unread.removeSubrange(...end)
        return line.split(separator: " ").compactMap { Double($0) }
      }
      let more = answers.fileHandleForReading.availableData
      if more.isEmpty { throw Ended(task: task) }
      unread += more
    }
  }

  struct Ended: Error, CustomStringConvertible {
    let task: String
    var description: String {
      "libtorch.py ended at the task '\(task)'; what it says stands above."
    }
  }
}
