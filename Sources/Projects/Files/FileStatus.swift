import Glibc

/// The system's facts about a file, links followed.
package struct FileStatus {
  private let status: stat

  /// Nil where there is none, or none that may be asked for.
  package init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.status = status
  }

  package var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }
  package var isRegular: Bool { status.st_mode & S_IFMT == S_IFREG }
  package var bytes: Int { Int(status.st_size) }
  /// Nanoseconds since the beginning of 1970, by the file system's clock.
  package var changed: Int { status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec }
}
