import Glibc
public import Projects

// The kernel tells of the bell and of what running attempts write. A file system that tells nothing is looked at once a
// second by who waits, and so is any, since a worker that dies writes no file.

/// Sleeps until something may be new among a project's renders.
public final class RenderEvents {
  private static let changes = UInt32(IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO)

  private let project: ProjectFolder
  private let notifier: Int32
  private var watched: [String: Int32] = [:]

  public init(of project: ProjectFolder) {
    self.project = project
    notifier = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    watch([])
  }

  deinit { if notifier >= 0 { close(notifier) } }

  /// Returns when something was written, or after a second.
  ///
  /// - Parameter renders: as they were last seen; what was written after the call before counts.
  public func wait(_ renders: [Render]) {
    watch(renders.filter(\.isActive).compactMap(\.attemptFolder))
    var wish = pollfd(fd: notifier, events: Int16(POLLIN), revents: 0)
    poll(&wish, notifier < 0 ? 0 : 1, 1000)
    var buffer = [UInt8](repeating: 0, count: 4096)
    while notifier >= 0, read(notifier, &buffer, buffer.count) > 0 {}
  }

  private func watch(_ attempts: [String]) {
    if notifier < 0 { return }
    let wanted = [project.renders] + attempts
    for (folder, number) in watched where !wanted.contains(folder) {
      inotify_rm_watch(notifier, number)
      watched[folder] = nil
    }
    for folder in wanted where watched[folder] == nil {
      let number = inotify_add_watch(notifier, folder, Self.changes)
      if number >= 0 { watched[folder] = number }
    }
  }
}
