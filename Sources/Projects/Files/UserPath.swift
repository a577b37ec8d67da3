import Glibc

/// Paths as a user types them where no shell reads them.
public enum UserPath {
  /// The path with `~` at its beginning replaced by the home folder.
  ///
  /// - Parameter home: nil where there is none, and nothing is replaced.
  public static func expanded(_ path: String, home: String?) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home else { return path }
    return home + path.dropFirst()
  }

  /// The path as short as it can be typed: with `~` for the home folder.
  public static func shortened(_ path: String, home: String?) -> String {
    guard let home, !home.isEmpty, path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// The whole path of what is there, links followed, so that it means the same from any folder; as it is typed where
  /// nothing is there.
  public static func absolute(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }
}
