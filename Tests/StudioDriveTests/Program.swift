import Foundation

/// The built program, beside the test bundle.
enum Program {
  static let path: String = {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let folder = bundle?.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return folder.appendingPathComponent("nurie").path
  }()

  /// What a shell starts the studio with.
  static func studio(on project: SmallProject) -> String {
    "\(path) open \(project.path) --language en"
  }

  /// What a user's program finds in its environment, and nothing of who runs the tests.
  static func environment(home: String, term: String, locale: String = "C.UTF-8") -> [String:
    String]
  {
    [
      "TERM": term, "LC_ALL": locale, "HOME": home, "PATH": "/usr/bin:/bin",
      "PS1": "the shell: ",
      // A crash is to end the program, not to start a debugger.
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// Runs a tool to its end.
  ///
  /// - Returns: what it wrote; nil where it failed.
  @discardableResult
  static func tool(_ path: String, _ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
