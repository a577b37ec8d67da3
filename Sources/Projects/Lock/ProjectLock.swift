import FoundationEssentials
import Glibc
import ImageFormats
import Synchronization

// One writer at a time.
//
// The lock is a file made exclusively, which every file system gives to one of two that ask, NFS
// too. Its holder writes a new beat into it every 5 s; one whose beats stop for 60 s, or whose process is known to have
// ended, is taken over: the file is renamed away, looked at once more (somebody else may have been quicker), and
// a new one made. A holder that was only asleep notices at its next beat, and its journal refuses
// to write into a file that has grown.

/// Holds a project for writing until it is released or the process ends.
public final class ProjectLock: Sendable {
  private static let beatSeconds = 5

  private struct State {
    var beats = 0
    var isReleased = false
    var heartbeat: Heartbeat?
  }

  private let folder: ProjectFolder
  private let descriptor: Int32
  private let holder: LockHolder
  private let onLost: @Sendable () -> Void
  private let state = Mutex(State())

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - watch: what was seen of the lock before; a lock that stopped beating can be taken over.
  ///   - now: seconds on a clock that only goes forward.
  ///   - onLost: told once, on a thread of its own, when somebody else has taken over.
  /// - Throws: `held`, `unwritable`, `diskFull`, `gone`.
  public init(
    _ folder: ProjectFolder, own: LockHolder = .own(), watch: LockWatch = LockWatch(),
    now: Double = 0, onLost: @escaping @Sendable () -> Void = {}
  ) throws(ProjectError) {
    var watch = watch
    var opened = ProjectLock.make(folder)
    if opened < 0, errno == EEXIST {
      let content = ProjectLock.content(folder)
      switch watch.look(at: content, now: now, own: own) {
      case .held(let holder):
        throw ProjectError(.held(holder ?? .unreadable), path: folder.path)
      case .stale: try ProjectLock.putAside(content ?? [], folder)
      case .free: break
      }
      opened = ProjectLock.make(folder)
      if opened < 0, errno == EEXIST {
        let holder = ProjectLock.content(folder).flatMap(ProjectLock.holder)
        throw ProjectError(.held(holder ?? .unreadable), path: folder.path)
      }
    }
    if opened < 0 {
      throw ProjectError(errno == ENOENT ? .gone : .writing(errno), path: folder.path)
    }
    do throws(ProjectError) {
      try ProjectLock.beat(0, own, opened, folder)
    } catch {
      unlink(folder.lock)
      close(opened)
      throw error
    }
    self.folder = folder
    self.onLost = onLost
    holder = own
    descriptor = opened
    let heartbeat = Heartbeat(every: ProjectLock.beatSeconds) { [weak self] in self?.renew() }
    state.withLock { $0.heartbeat = heartbeat }
  }

  deinit { release() }

  /// Lets others in; a lock that was taken over stays.
  public func release() {
    state.withLock { state in
      if state.isReleased { return }
      state.isReleased = true
      state.heartbeat?.stop()
      if ProjectLock.isOwn(descriptor, folder) { unlink(folder.lock) }
      close(descriptor)
    }
  }

  private func renew() {
    let isLost = state.withLock { state in
      if state.isReleased { return false }
      // Moved away, it may come back: the lock went with it.
      if FileStatus(folder.path) == nil { return false }
      if !ProjectLock.isOwn(descriptor, folder) {
        state.heartbeat?.stop()
        return true
      }
      state.beats += 1
      // A beat that fails, as on a full disk, is made up for by the next.
      try? ProjectLock.beat(state.beats, holder, descriptor, folder)
      return false
    }
    if isLost { onLost() }
  }

  /// The lock file's bytes; nil where there is none.
  static func content(_ folder: ProjectFolder) -> [UInt8]? {
    do throws(ImageError) {
      return try readBytes(folder.lock, limit: 65_536)
    } catch {
      return error.problem == .missing ? nil : []
    }
  }

  /// The writer of a lock file; nil where it cannot be read.
  static func holder(_ content: [UInt8]) -> LockHolder? {
    try? JSONDecoder().decode(LockHolder.self, from: Data(content))
  }

  private static func make(_ folder: ProjectFolder) -> Int32 {
    open(folder.lock, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  }

  private static func putAside(_ content: [UInt8], _ folder: ProjectFolder) throws(ProjectError) {
    let aside = folder.lock + ".\(getpid())"
    guard rename(folder.lock, aside) == 0 else {
      if errno == ENOENT { return }
      throw ProjectError(.writing(errno), path: folder.path)
    }
    defer { unlink(aside) }
    let taken = (try? readBytes(aside, limit: 65_536)) ?? []
    if taken != content {
      // Somebody was quicker, and this is their new lock: back to its place.
      link(aside, folder.lock)
      throw ProjectError(.held(holder(taken) ?? .unreadable), path: folder.path)
    }
  }

  /// Whether the lock's name still means the file that was made.
  private static func isOwn(_ descriptor: Int32, _ folder: ProjectFolder) -> Bool {
    var own = stat()
    var named = stat()
    return fstat(descriptor, &own) == 0 && stat(folder.lock, &named) == 0
      && own.st_ino == named.st_ino && own.st_dev == named.st_dev
  }

  private static func beat(
    _ count: Int, _ holder: LockHolder, _ descriptor: Int32, _ folder: ProjectFolder
  ) throws(ProjectError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes: [UInt8]
    do {
      bytes = Array(try encoder.encode(Record(holder, beat: count)))
    } catch {
      preconditionFailure("a holder is always JSON: \(error)")
    }
    // The count of digits only grows, so the new text covers the old one.
    let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    // Where the size stays the same, a disk need not write down more than the beat.
    if written != bytes.count || fdatasync(descriptor) != 0 {
      throw ProjectError(.writing(errno), path: folder.path)
    }
  }

  private struct Record: Encodable {
    let host: String
    let user: String
    let process: Int32
    let boot: String
    let beat: Int

    init(_ holder: LockHolder, beat: Int) {
      host = holder.host
      user = holder.user
      process = holder.process
      boot = holder.boot
      self.beat = beat
    }
  }
}
