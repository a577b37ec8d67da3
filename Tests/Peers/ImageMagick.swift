import Foundation

/// ImageMagick, to read what we wrote and to write what we read.
public enum ImageMagick {
  private struct Failed: Error {}

  /// Where an outside program has to be there, its absence is a failure.
  public static let exists: Bool =
    (try? run("identify", "-version")) != nil
    || ProcessInfo.processInfo.environment["NURIE_REQUIRE_PEERS"] != nil

  /// The bytes that one of its programs prints.
  @discardableResult public static func output(of words: [String]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failed() }
    return Array(data)
  }

  /// The lines that one of its programs prints: identify, mogrify …
  @discardableResult public static func run(_ words: String...) throws -> [String] {
    String(decoding: try output(of: words), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
