import Foundation

/// Python 3 with its libraries, to read what we wrote with somebody else's code.
public enum Python {
  private struct Failed: Error {}

  /// Whether it is installed with all of `modules`.
  public static func has(_ modules: String...) -> Bool {
    (try? output(of: ["-c", "import " + modules.joined(separator: ", ")])) != nil
  }

  /// The lines that `script` prints.
  public static func run(_ script: String, _ arguments: String...) throws -> [String] {
    try output(of: ["-c", script] + arguments).split(separator: "\n").map(String.init)
  }

  private static func output(of arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failed() }
    return String(decoding: data, as: UTF8.self)
  }
}
