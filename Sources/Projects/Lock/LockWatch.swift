import Glibc
import ImageFormats

/// Tells whether a lock is still renewed, by the clock of who looks: clocks of two machines do not agree.
public struct LockWatch: Sendable {
  /// A lock that did not change for so many seconds is nobody's.
  static let patience = 60.0

  /// Seconds on a clock that only goes forward.
  public static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private var content: [UInt8] = []
  private var since = 0.0

  public init() {}

  public enum Finding: Hashable, Sendable {
    case free
    /// Nobody renews it any more.
    case stale(LockHolder?)
    /// nil where its text cannot be read.
    case held(LockHolder?)
  }

  /// Looks at a project's lock.
  ///
  /// - Parameters:
  ///   - now: seconds on a clock that only goes forward.
  ///   - own: who looks.
  public mutating func look(
    at folder: ProjectFolder, now: Double, own: LockHolder = .own()
  ) -> Finding {
    look(at: ProjectLock.content(folder), now: now, own: own)
  }

  mutating func look(at seen: [UInt8]?, now: Double, own: LockHolder) -> Finding {
    guard let seen else {
      content = []
      return .free
    }
    let holder = ProjectLock.holder(seen)
    if holder?.hasEnded(seenBy: own) == true { return .stale(holder) }
    if seen != content || content.isEmpty && since == 0 {
      content = seen
      since = now
    }
    return now - since >= LockWatch.patience ? .stale(holder) : .held(holder)
  }
}
