internal import Dispatch
internal import Glibc
internal import Synchronization

/// Tells when something happens in folders. A file system on a network tells nothing: whoever needs to know looks by
/// itself now and then.
final class FolderWatch: Sendable {
  /// The news of a folder.
  enum Interest {
    /// Files that are written whole or put there.
    case files
    /// A file that comes, and not what is written to it then.
    case arrivals
    /// Whatever happens.
    case changes

    fileprivate var mask: UInt32 {
      switch self {
      case .files: UInt32(IN_CLOSE_WRITE | IN_MOVED_TO)
      case .arrivals: UInt32(IN_CREATE | IN_MOVED_TO)
      case .changes: UInt32(IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_DELETE)
      }
    }
  }

  /// A source of events: made, resumed and cancelled, which Dispatch allows from any thread.
  private struct Source: @unchecked Sendable {
    let source: any DispatchSourceProtocol
  }

  private let queue: DispatchQueue
  private let notifier = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
  private let source = Mutex<Source?>(nil)
  /// The kernel's number of each folder.
  private let watched = Mutex<[String: Int32]>([:])

  init(on queue: DispatchQueue) { self.queue = queue }

  deinit {
    if let source = source.withLock({ $0 }) {
      source.source.cancel()
    } else if notifier >= 0 {
      close(notifier)
    }
  }

  /// Begins to tell; to be called once.
  ///
  /// - Parameter tell: called on the queue, once for what happens together.
  func start(_ tell: @escaping @Sendable () -> Void) {
    if notifier < 0 { return }
    let notifier = notifier
    let events = DispatchSource.makeReadSource(fileDescriptor: notifier, queue: queue)
    events.setEventHandler {
      var buffer = [UInt8](repeating: 0, count: 4096)
      while read(notifier, &buffer, buffer.count) > 0 {}
      tell()
    }
    events.setCancelHandler { close(notifier) }
    events.resume()
    let begun = Source(source: events)
    source.withLock { $0 = begun }
  }

  /// Watches these folders, in place of those before.
  ///
  /// - Returns: whether one is watched that was not before.
  @discardableResult
  func watch(_ wanted: [String: Interest]) -> Bool {
    if notifier < 0 { return false }
    return watched.withLock { watched in
      for (folder, number) in watched where wanted[folder] == nil {
        inotify_rm_watch(notifier, number)
        watched[folder] = nil
      }
      var isNew = false
      for (folder, interest) in wanted where watched[folder] == nil {
        let number = inotify_add_watch(notifier, folder, interest.mask)
        if number >= 0 {
          watched[folder] = number
          isNew = true
        }
      }
      return isNew
    }
  }
}
