import Glibc

extension SafeTensors {
  /// - Throws: `unreadable`, `malformed`.
  public init(contentsOf path: String) throws(CheckpointError) {
    try self.init(decoding: try readFile(path), named: path)
  }

  /// Writes the file beside its place, syncs it to the disk and renames it: it is there whole or
  /// not at all, and what was there before stays until then.
  ///
  /// - Throws: `unwritable`.
  public func write(to path: String, as precision: Precision = .float32) throws(CheckpointError) {
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(.unwritable, path) }
    let isWritten = writeAll(encoded(as: precision), to: descriptor) && fsync(descriptor) == 0
    // The first thing that failed is the reason, not what closing says after.
    let reason = errno
    let isClosed = close(descriptor) == 0
    if isWritten && isClosed && rename(temporary, path) == 0 { return }
    if !isWritten { errno = reason }
    let error = failure(.unwritable, path)
    unlink(temporary)
    throw error
  }
}

private func failure(_ reason: CheckpointError.Reason, _ path: String) -> CheckpointError {
  if errno == ENOSPC || errno == EDQUOT {
    return CheckpointError(
      reason, "\(path): the disk is full; what was there is kept, make room and try again.")
  }
  let verb = reason == .unreadable ? "read" : "written"
  return CheckpointError(
    reason,
    "\(path): cannot be \(verb): \(String(cString: strerror(errno))). "
      + "Check the path and its folder."
  )
}

private func readFile(_ path: String) throws(CheckpointError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw failure(.unreadable, path) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw failure(.unreadable, path) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw CheckpointError(.unreadable, "\(path): is no file. Name a .safetensors file.")
  }
  var done = 0
  var isFailed = false
  let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
    while done < buffer.count {
      let got = read(descriptor, buffer.baseAddress! + done, buffer.count - done)
      if got < 0 && errno == EINTR { continue }
      isFailed = got < 0
      if got <= 0 { break }
      done += got
    }
    count = done
  }
  if isFailed { throw failure(.unreadable, path) }
  return bytes
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { bytes in
    var done = 0
    while done < bytes.count {
      let count = write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return false }
      done += count
    }
    return true
  }
}
