import Dispatch
import Glibc
import Synchronization

// Keeping edits.
//
// `append` returns at once; a serial queue writes all lines that wait, syncs once, and tells which number is safe.
// After a write that fails the file is cut back to what was confirmed, and the lines go on waiting: they are tried again
// with the next line, or on `retry`. Before each write the file is asked for its size and its links, so that
// a file that another program changed, or that is gone with its folder, is noticed and not written.

/// The appending side of a project's journal.
public final class Journal: Sendable {
  /// The fate of lines; told on the journal's own queue.
  public enum Report: Sendable, Hashable {
    /// Every line up to this number survives a crash.
    case confirmed(through: Int)
    /// Nothing is lost yet: so many lines wait, and are tried again with the next one.
    case failed(ProjectError, waiting: Int)
  }

  private struct Writer {
    var descriptor: Int32
    var confirmedBytes: Int
    var confirmedLine: Int
    /// Whether the last attempt failed.
    var hasFailed = false
    /// Whether a part of unconfirmed lines may stand in the file.
    var isTorn = false
  }

  private let path: String
  /// The project as errors name it.
  private let project: String
  private let report: @Sendable (Report) -> Void
  private let queue = DispatchQueue(label: "nurie.journal", qos: .userInitiated)
  private let waiting = Mutex<[JournalLine]>([])
  /// Touched on `queue` only.
  private let writer: Mutex<Writer>

  /// Opens the file for appending; it must hold `bytes` bytes, in lines up to `line`.
  init(
    _ path: String, project: String, bytes: Int, line: Int,
    report: @escaping @Sendable (Report) -> Void
  ) throws(ProjectError) {
    self.path = path
    self.project = project
    self.report = report
    let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw ProjectError(.writing(errno), path: project) }
    writer = Mutex(Writer(descriptor: descriptor, confirmedBytes: bytes, confirmedLine: line))
  }

  deinit {
    let descriptor = writer.withLock { $0.descriptor }
    if descriptor >= 0 { close(descriptor) }
  }

  /// Takes a line to be kept; lines come in the order of their numbers.
  public func append(_ line: JournalLine) { append([line]) }

  /// Takes lines to be kept, which are written together.
  public func append(_ lines: [JournalLine]) {
    waiting.withLock { $0 += lines }
    queue.async { [self] in _ = write() }
  }

  /// Tries again what could not be written.
  public func retry() { queue.async { [self] in _ = write() } }

  /// The number of lines that are not confirmed.
  public var waitingCount: Int { waiting.withLock { $0.count } }

  /// Waits until all lines are written or have failed again.
  ///
  /// - Returns: why lines still wait; nil where all are confirmed.
  @discardableResult
  public func finish() -> ProjectError? { queue.sync { write() } }

  private func write() -> ProjectError? {
    let lines = waiting.withLock { $0 }
    guard let last = lines.last else { return nil }
    do throws(ProjectError) {
      try writer.withLock { (writer) throws(ProjectError) in
        try append(lines.flatMap(JournalFile.bytes), to: &writer)
        writer.confirmedLine = last.number
      }
      waiting.withLock { $0.removeFirst(lines.count) }
      report(.confirmed(through: last.number))
      return nil
    } catch {
      report(.failed(error, waiting: waitingCount))
      return error
    }
  }

  private func append(_ bytes: [UInt8], to writer: inout Writer) throws(ProjectError) {
    if writer.hasFailed { try reopen(&writer) }
    writer.hasFailed = true
    var status = stat()
    if fstat(writer.descriptor, &status) != 0 { throw ProjectError(.writing(errno), path: project) }
    if status.st_nlink == 0 { throw ProjectError(.gone, path: project) }
    if Int(status.st_size) != writer.confirmedBytes {
      throw ProjectError(.changedOutside, path: project)
    }
    writer.isTorn = true
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(writer.descriptor, buffer.baseAddress! + done, buffer.count - done)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { try fail(errno, cuttingBack: &writer) }
      done += count
    }
    if fsync(writer.descriptor) != 0 { try fail(errno, cuttingBack: &writer) }
    // Removed while it was written: synced, and gone all the same.
    if fstat(writer.descriptor, &status) != 0 || status.st_nlink == 0 {
      throw ProjectError(.gone, path: project)
    }
    writer.confirmedBytes += bytes.count
    writer.hasFailed = false
    writer.isTorn = false
  }

  private func fail(_ reason: Int32, cuttingBack writer: inout Writer) throws(ProjectError)
    -> Never
  {
    // Where this fails too, `reopen` cuts before the next attempt, and a reader drops the torn line.
    writer.isTorn = ftruncate(writer.descriptor, off_t(writer.confirmedBytes)) != 0
    throw ProjectError(.writing(reason), path: project)
  }

  /// Opens the file anew after a failure: it may lie on another device now, or have been put back.
  private func reopen(_ writer: inout Writer) throws(ProjectError) {
    let descriptor = open(path, O_RDWR | O_APPEND | O_CLOEXEC)
    if descriptor < 0 {
      throw ProjectError(errno == ENOENT ? .gone : .writing(errno), path: project)
    }
    var old = stat()
    var new = stat()
    let isSame =
      fstat(writer.descriptor, &old) == 0 && fstat(descriptor, &new) == 0
      && old.st_ino == new.st_ino && old.st_dev == new.st_dev
    close(writer.descriptor)
    writer.descriptor = descriptor
    // Only what this journal wrote itself may be cut.
    if isSame, writer.isTorn, Int(new.st_size) > writer.confirmedBytes,
      ftruncate(descriptor, off_t(writer.confirmedBytes)) != 0
    {
      throw ProjectError(.writing(errno), path: project)
    }
  }
}
