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

/// The names in a folder, sorted, without `.` and `..`; empty where it cannot be read.
package func names(in folder: String) -> [String] {
  guard let handle = opendir(folder) else { return [] }
  defer { closedir(handle) }
  var names: [String] = []
  while let entry = readdir(handle) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// The contents of a file from some byte on; nil where they cannot be read, and `errno` says why.
func readBytes(_ path: String, from start: Int) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  if descriptor < 0 { return nil }
  defer { close(descriptor) }
  var all: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 65_536)
  while true {
    let place = off_t(start + all.count)
    let got = block.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, place) }
    if got < 0 && errno == EINTR { continue }
    if got < 0 { return nil }
    if got == 0 { return all }
    all += block.prefix(got)
  }
}

/// The last bytes of a file; nil where it cannot be read.
package func readTail(_ path: String, bytes count: Int) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  if descriptor < 0 { return nil }
  defer { close(descriptor) }
  let size = lseek(descriptor, 0, SEEK_END)
  if size < 0 { return nil }
  var bytes = [UInt8](repeating: 0, count: min(count, Int(size)))
  let start = size - off_t(bytes.count)
  let got = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, start) }
  return got < 0 ? nil : Array(bytes.prefix(got))
}
