internal import Dispatch
internal import Glibc
internal import Synchronization

/// Tells when a file in one folder was written or put there. A file system on a network tells nothing: whoever needs to
/// know looks by itself now and then.
final class FolderWatch: Sendable {
  /// A source of events: made, resumed and cancelled, which Dispatch allows from any thread.
  private struct Source: @unchecked Sendable {
    let source: any DispatchSourceProtocol
  }

  private let notifier: Int32
  private let source: Source?
  private let watched = Mutex<(folder: String, number: Int32)?>(nil)

  /// - Parameter tell: called on `queue`, once for what happens together.
  init(on queue: DispatchQueue, _ tell: @escaping @Sendable () -> Void) {
    let notifier = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    self.notifier = notifier
    guard notifier >= 0 else {
      source = nil
      return
    }
    let events = DispatchSource.makeReadSource(fileDescriptor: notifier, queue: queue)
    events.setEventHandler {
      var buffer = [UInt8](repeating: 0, count: 4096)
      while read(notifier, &buffer, buffer.count) > 0 {}
      tell()
    }
    events.setCancelHandler { close(notifier) }
    events.resume()
    source = Source(source: events)
  }

  deinit { source?.source.cancel() }

  /// Watches this folder, in place of the one before.
  func watch(_ folder: String) {
    watched.withLock { watched in
      if notifier < 0 || watched?.folder == folder { return }
      if let watched { inotify_rm_watch(notifier, watched.number) }
      let number = inotify_add_watch(notifier, folder, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO))
      watched = number < 0 ? nil : (folder, number)
    }
  }
}
