import Foundation

/// A folder that lives as long as the test.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "nurie-\(UUID().uuidString)"
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  static func / (folder: TemporaryFolder, name: String) -> String { folder.path + "/" + name }

  /// What is in it, hidden files too.
  var names: [String] { try! FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}
