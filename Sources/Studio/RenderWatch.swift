internal import Dispatch
internal import Glibc
internal import Projects
internal import Synchronization

// The studio and its renders share nothing but folders. The kernel tells when a file in one of them changes; a file
// system that tells nothing (one on a network) is looked at once a second, and so is any while something runs, since a worker
// that dies writes no file. Nothing runs, nothing wakes.

/// Starts renders, and tells what becomes of them.
final class RenderWatch: Sendable {
  /// Changes within this many milliseconds are told together.
  private static let patience = 100
  private static let changes = UInt32(
    IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_DELETE)
  /// In the project's folder only what comes matters: its lock is written to every few seconds.
  private static let arrivals = UInt32(IN_CREATE | IN_MOVED_TO)

  private struct State {
    /// Renders that will not change any more, by their numbers.
    var finished: [Int: Render] = [:]
    /// What was told last.
    var told: [Render] = []
    /// The kernel's number of each folder that is watched.
    var watched: [String: Int32] = [:]
    var isLookDue = false
    var events: Source?
    var clock: Source?
  }

  /// A source of events: made, resumed and cancelled, which Dispatch allows from any thread.
  private struct Source: @unchecked Sendable {
    let source: any DispatchSourceProtocol
  }

  private let renders: RenderQueue
  private let post: @Sendable (Action) -> Void
  /// Not behind the engine, which may keep every utility thread for seconds.
  private let queue = DispatchQueue(label: "nurie.renders", qos: .userInitiated)
  private let notifier: Int32
  private let state = Mutex(State())

  /// - Parameter post: called from any thread.
  init(_ renders: RenderQueue, post: @escaping @Sendable (Action) -> Void) {
    self.renders = renders
    self.post = post
    notifier = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    if notifier >= 0 {
      let source = DispatchSource.makeReadSource(fileDescriptor: notifier, queue: queue)
      source.setEventHandler { [weak self] in self?.drain() }
      let notifier = notifier
      source.setCancelHandler { close(notifier) }
      source.resume()
      let events = Source(source: source)
      state.withLock { $0.events = events }
    }
    queue.async { [self] in look() }
  }

  deinit {
    state.withLock { state in
      state.events?.source.cancel()
      state.clock?.source.cancel()
    }
  }

  /// Queues renders, and starts the first where none runs.
  func start(_ jobs: [RenderJob]) {
    queue.async { [self] in
      do {
        for job in jobs { _ = try renders.add(job) }
      } catch {
        post(.happened(.failed, Phrase(same: "\(error)")))
      }
      look()
    }
  }

  func cancel(_ cancelled: [Render]) {
    queue.async { [self] in
      for render in cancelled {
        do {
          try renders.cancel(render)
        } catch {
          post(.happened(.failed, Phrase(same: "\(error)")))
        }
      }
      look()
    }
  }

  /// Takes note of what the kernel told, and looks soon.
  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(notifier, &buffer, buffer.count) > 0 {}
    let isFirst = state.withLock { state in
      defer { state.isLookDue = true }
      return !state.isLookDue
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + .milliseconds(Self.patience)) { [weak self] in
      self?.look()
    }
  }

  /// Reads the folders, tells what is new, and starts what waits.
  private func look() {
    let finished = state.withLock { state in
      state.isLookDue = false
      return state.finished
    }
    var all = renders.renders(known: finished)
    do {
      if try renders.startNext(all) { all = renders.renders(known: finished) }
    } catch {
      post(.happened(.failed, Phrase(same: "\(error)")))
    }
    let isNew = state.withLock { state in
      for render in all where !render.isActive { state.finished[render.number] = render }
      defer { state.told = all }
      return state.told != all
    }
    watch(all)
    if isNew { post(.renders(all)) }
  }

  /// Watches the folders that may change, and keeps a clock while something runs.
  private func watch(_ all: [Render]) {
    let active = all.filter(\.isActive)
    // The folder of all renders is made with the first; until then its place is watched.
    let root =
      access(renders.project.renders, F_OK) == 0 ? renders.project.renders : renders.project.path
    let wanted = [root] + active.map(\.folder)
    state.withLock { state in
      if notifier >= 0 {
        for (folder, number) in state.watched where !wanted.contains(folder) {
          inotify_rm_watch(notifier, number)
          state.watched[folder] = nil
        }
        for folder in wanted where state.watched[folder] == nil {
          let number = inotify_add_watch(
            notifier, folder, folder == renders.project.path ? Self.arrivals : Self.changes)
          if number >= 0 { state.watched[folder] = number }
        }
      }
      if active.isEmpty, notifier >= 0 {
        state.clock?.source.cancel()
        state.clock = nil
      } else if state.clock == nil {
        state.clock = clock()
      }
    }
  }

  /// Looks once a second.
  private func clock() -> Source {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(200))
    timer.setEventHandler { [weak self] in self?.look() }
    timer.resume()
    return Source(source: timer)
  }
}
