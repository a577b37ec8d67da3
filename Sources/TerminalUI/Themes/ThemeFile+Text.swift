import Glibc

extension ThemeFile {
  /// Far above what any theme needs, in bytes.
  private static let limit = 1 << 20

  /// The text of a file. A pipe or a device of that name is not waited for.
  static func text(of path: String) throws(ThemeError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 {
      throw ThemeError(.unreadable(String(cString: strerror(errno))), file: path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= limit
    else { throw ThemeError(.noTextFile, file: path) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress! + count, buffer.count - count)
      }
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw ThemeError(.unreadable(String(cString: strerror(errno))), file: path) }
      if got == 0 { break }
      count += got
    }
    guard let text = String(validating: bytes.prefix(count), as: UTF8.self) else {
      throw ThemeError(.noUnicode, file: path)
    }
    return text
  }
}
