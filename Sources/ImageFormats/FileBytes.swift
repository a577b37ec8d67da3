import Glibc

/// All bytes of the file at `path`; pipes are read to their end.
///
/// - Throws: `missing`, `nameIsNoText`, `folder`, `unreadable`, `tooManyBytes`.
public func readBytes(_ path: String, limit: Int) throws(ImageError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  if descriptor < 0 {
    let isMissing = errno == ENOENT || errno == ENOTDIR
    // Bytes that are no UTF-8 became this character on their way here, and name nothing any more.
    let isNoText = path.unicodeScalars.contains("\u{fffd}")
    throw ImageError(
      isMissing ? (isNoText ? .nameIsNoText : .missing) : .unreadable(systemReason()), file: path)
  }
  defer { close(descriptor) }
  var status = stat()
  if fstat(descriptor, &status) != 0 {
    throw ImageError(.unreadable(systemReason()), file: path)
  }
  if status.st_mode & S_IFMT == S_IFDIR { throw ImageError(.folder, file: path) }

  // One byte beyond what is expected, to see the end; grown where the file is a pipe or grows.
  var bytes: [UInt8] = []
  var count = 0
  while true {
    if count == bytes.count {
      if count > limit { throw ImageError(.tooManyBytes(limit: limit), file: path) }
      let expected = count == 0 ? Int(status.st_size) + 1 : count * 2
      let size = min(max(expected, 65_536), limit + 1)
      bytes.append(contentsOf: repeatElement(0, count: size - count))
    }
    let got = bytes.withUnsafeMutableBytes { buffer in
      retryingInterrupted { read(descriptor, buffer.baseAddress! + count, buffer.count - count) }
    }
    if got < 0 { throw ImageError(.unreadable(systemReason()), file: path) }
    if got == 0 { break }
    count += got
  }
  bytes.removeLast(bytes.count - count)
  return bytes
}

/// The system's words for the last error, as "Permission denied".
func systemReason() -> String { String(cString: strerror(errno)) }

/// The system call's result, called again while a signal interrupts it.
func retryingInterrupted(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
