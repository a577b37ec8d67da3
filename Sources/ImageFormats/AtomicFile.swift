import CUnfinished
import Glibc

/// A file that appears whole or not at all: written to a temporary beside the target, synced to the
/// disk and renamed by `commit()`; one that is dropped before leaves nothing.
///
/// - The temporary is `.nurie-PROCESS-NUMBER.tmp` in the target's folder; only a kill that cannot be
///   caught leaves one. `AtomicFile.removeUnfinishedOnSignals()` covers Ctrl-C.
/// - A symbolic link stays one: what it points to is replaced. A device or pipe (`/dev/stdout`) is
///   written as it is.
/// - The mode of the new file is what the umask leaves of 0666.
public struct AtomicFile: ~Copyable {
  /// As the user named it.
  private let path: String
  /// The path of the bytes at last, and the one where they are until then; nil for a device.
  private let target: String
  private let temporary: String?
  private let overwriting: Bool
  private let slot: Int32
  private let descriptor: Int32
  private var isCommitted = false

  /// - Parameter overwriting: whether an existing file may be replaced; where not, one that appears
  ///   before `commit()` is kept too.
  /// - Throws: `exists`, `targetIsFolder`, `noSuchFolder`, `unwritable`, `diskFull`.
  public init(replacing path: String, overwriting: Bool = true) throws(ImageError) {
    self.overwriting = overwriting
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists && status.st_mode & S_IFMT == S_IFDIR || path.hasSuffix("/") {
      throw ImageError(.targetIsFolder, file: path)
    }
    if exists && status.st_mode & S_IFMT != S_IFREG {
      let opened = open(path, O_WRONLY | O_CLOEXEC)
      if opened < 0 { throw Self.failure(file: path) }
      self.path = path
      target = path
      temporary = nil
      slot = -1
      descriptor = opened
      return
    }
    if exists && !overwriting { throw ImageError(.exists, file: path) }
    if exists && access(path, W_OK) != 0 { throw Self.failure(file: path) }
    let resolved = Self.resolved(path)
    let (candidate, opened) = try Self.temporary(beside: resolved, of: path)
    self.path = path
    descriptor = opened
    target = resolved
    temporary = candidate
    slot = cunfinished_note(candidate)
  }

  deinit {
    // Not committed: the reason is on its way to the caller already.
    if let temporary, !isCommitted { unlink(temporary) }
    cunfinished_forget(slot)
    close(descriptor)
  }

  /// Appends `bytes`.
  public mutating func write(_ bytes: [UInt8]) throws(ImageError) {
    try Self.write(bytes, to: descriptor, of: path)
  }

  /// Makes the file appear under its name.
  ///
  /// - Parameter syncing: whether its bytes are to be safe from a crash of the machine; without, a reader has to see by itself
  ///   whether they are all there.
  /// - Throws: `exists` where another has appeared there meanwhile and may not be replaced;
  ///   `unwritable`, `diskFull`.
  public consuming func commit(syncing: Bool = true) throws(ImageError) {
    guard let temporary else { return }
    let isPublished =
      (!syncing || fsync(descriptor) == 0)
      && (overwriting
        ? rename(temporary, target) == 0 : cunfinished_publish(temporary, target))
    if !isPublished { throw Self.failure(file: path) }
    isCommitted = true
  }

  /// Has Ctrl-C, a hang-up and a request to end remove every temporary first; a program's start
  /// calls it once.
  public static func removeUnfinishedOnSignals() { cunfinished_remove_on_signals() }

  /// Makes a new file in the folder of `target`.
  ///
  /// - Parameter path: the target as its user named it.
  static func temporary(beside target: String, of path: String) throws(ImageError) -> (
    path: String, descriptor: Int32
  ) {
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    var number = 0
    while true {
      let candidate = "\(folder).nurie-\(getpid())-\(number).tmp"
      let opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if opened >= 0 { return (candidate, opened) }
      if errno != EEXIST { throw failure(file: path) }
      number += 1
    }
  }

  /// Appends all of `bytes`.
  static func write(_ bytes: [UInt8], to descriptor: Int32, of path: String) throws(ImageError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        retryingInterrupted {
          Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
        }
      }
      if count < 0 { throw failure(file: path) }
      done += count
    }
  }

  static func failure(file: String) -> ImageError {
    switch errno {
    case EEXIST: ImageError(.exists, file: file)
    case ENOSPC, EDQUOT: ImageError(.diskFull, file: file)
    case ENOENT, ENOTDIR: ImageError(.noSuchFolder, file: file)
    case EISDIR: ImageError(.targetIsFolder, file: file)
    default: ImageError(.unwritable(systemReason()), file: file)
    }
  }

  /// `path` with symbolic links followed, where it exists.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
