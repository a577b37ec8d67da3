internal import Dispatch
internal import Glibc
internal import Projects
internal import Renders
internal import Synchronization

// The studio and its renders share nothing but folders. The kernel tells when a file in one of them changes: the first change
// is looked at at once, those that follow closely together. While something runs the folder is asked once a second
// whether anything is new, since a file system on a network tells nothing and a worker that dies writes no file. Nothing
// runs, nothing wakes.

/// Starts renders, and tells what becomes of them.
final class RenderWatch: Sendable {
  /// At least so many milliseconds lie between two looks.
  private static let patience = 100

  private struct State {
    /// The state that was told last.
    var told: [Render] = []
    var isLookDue = false
    var lastLook = DispatchTime(uptimeNanoseconds: 0)
    var stamp: RenderStamp?
    var isLost = false
    var hasTold = false
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
  /// A scheduler may keep who asks waiting.
  private let schedulers = DispatchQueue(label: "nurie.schedulers", qos: .utility)
  private let folders: FolderWatch
  private let state = Mutex(State())

  /// - Parameter post: called from any thread.
  init(_ renders: RenderQueue, post: @escaping @Sendable (Action) -> Void) {
    self.renders = renders
    self.post = post
    folders = FolderWatch(on: queue)
    folders.start { [weak self] in self?.lookSoon() }
    queue.async { [self] in look() }
  }

  deinit { state.withLock { $0.clock?.source.cancel() } }

  /// Queues renders, and has them and those that wait done. What lies in the queue when a project is opened is not begun
  /// unasked.
  func start(_ jobs: [RenderJob]) {
    queue.async { [self] in
      do {
        _ = try renders.add(jobs)
        try renders.startWorkers()
      } catch {
        post(.happened(.failed, Phrase(error)))
      }
      look()
    }
  }

  /// Does what is wished of renders.
  func fulfil(_ wish: RenderWish) {
    queue.async { [self] in
      do {
        try renders.fulfil(wish)
      } catch {
        post(.happened(.failed, Phrase(error)))
      }
      look()
    }
  }

  /// Looks now, whoever has told what.
  func refresh() { queue.async { [self] in look() } }

  /// Whether it wakes by itself.
  var isTicking: Bool { state.withLock { $0.clock != nil } }

  /// The kernel has told of something.
  private func lookSoon() {
    let due: DispatchTime? = state.withLock { state in
      if state.isLookDue { return nil }
      state.isLookDue = true
      return state.lastLook + .milliseconds(Self.patience)
    }
    guard let due else { return }
    queue.asyncAfter(deadline: due) { [weak self] in self?.look() }
  }

  /// Reads the folders, and tells what is new.
  private func look() {
    let (told, wasLost) = state.withLock { state in
      state.isLookDue = false
      state.lastLook = .now()
      return (state.told, state.isLost)
    }
    let isLost = access(renders.project.path, F_OK) != 0
    if isLost != wasLost {
      state.withLock { $0.isLost = isLost }
      post(.rendersLost(isLost))
    }
    if isLost { return rest() }
    let all = renders.renders(
      known: Dictionary(told.map { ($0.number, $0) }, uniquingKeysWith: { $1 }))
    let stamp = RenderStamp(of: all, in: renders)
    let isNew = state.withLock { state in
      defer {
        state.told = all
        state.stamp = stamp
        state.hasTold = true
      }
      return !state.hasTold || all != told
    }
    // Nobody tells of changes between the reading and the first watching, so the folders are read again.
    if watch(all) { queue.async { [weak self] in self?.look() } }
    if isNew { post(.renders(all)) }
  }

  /// Looks where something may be new.
  private func tick() {
    let (told, before) = state.withLock { ($0.told, $0.stamp) }
    if told.contains(where: { $0.ticket != nil && $0.goesOn }) {
      schedulers.async { [renders] in renders.askRunners(about: told) }
    }
    if RenderStamp(of: told, in: renders) != before { look() }
  }

  /// Nothing of a project that went away can be followed.
  private func rest() {
    state.withLock { state in
      state.clock?.source.cancel()
      state.clock = nil
    }
  }

  /// Watches the folder of all renders, where a bell is written when something of the queue changes, and those of attempts that
  /// run; keeps a clock while a worker may end without a word.
  ///
  /// - Returns: whether a folder is watched that was not before.
  private func watch(_ all: [Render]) -> Bool {
    // One that is paused before it was begun has nobody who could end.
    let active = all.filter { $0.goesOn || $0.isUnderWay }
    // The folder of all renders is made with the first; until then its place is watched.
    let root =
      access(renders.project.renders, F_OK) == 0 ? renders.project.renders : renders.project.path
    // In the project's folder only what comes matters: its lock is written to every few seconds.
    var wanted = [root: root == renders.project.path ? FolderWatch.Interest.arrivals : .changes]
    for folder in active.compactMap(\.attemptFolder) { wanted[folder] = .changes }
    let isNew = folders.watch(wanted)
    state.withLock { state in
      if active.isEmpty {
        state.clock?.source.cancel()
        state.clock = nil
      } else if state.clock == nil {
        state.clock = clock()
      }
    }
    return isNew
  }

  /// Asks once a second whether anything is new.
  private func clock() -> Source {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(200))
    timer.setEventHandler { [weak self] in self?.tick() }
    timer.resume()
    return Source(source: timer)
  }
}
