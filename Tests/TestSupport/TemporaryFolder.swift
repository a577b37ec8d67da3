internal import Foundation

/// A folder that lives as long as the test.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() {
    path = NSTemporaryDirectory() + "nurie-\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    } catch {
      fatalError("no folder can be made for a test: \(error)")
    }
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("\(path) stays behind: \(error)")
    }
  }

  /// The path of a file in it.
  public static func / (folder: TemporaryFolder, name: String) -> String {
    folder.path + "/" + name
  }

  /// Makes a folder in it.
  ///
  /// - Returns: the new folder's path.
  @discardableResult
  public func addFolder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: self / name, withIntermediateDirectories: true)
    return self / name
  }

  /// What is in it, hidden files too, sorted; nothing where it was removed.
  public var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
