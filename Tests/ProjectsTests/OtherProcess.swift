import Foundation
import TestSupport

/// `EditStorm`, built beside the test bundle.
final class OtherProcess {
  private let process = Process()
  private let output = Pipe()

  init(_ arguments: String...) throws {
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path("EditStorm"))
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  deinit { if process.isRunning { kill() } }

  var identifier: Int32 { process.processIdentifier }

  /// Waits until it has printed something.
  func waitForOutput() -> String {
    String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
  }

  /// Ends it as a crash would.
  ///
  /// - Returns: what it had printed since.
  @discardableResult
  func kill() -> String {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }
}
