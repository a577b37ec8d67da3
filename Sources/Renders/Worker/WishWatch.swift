import Dispatch
import Glibc
import Synchronization

// The kernel says when a file appears in a render's folder, so a wish is known within milliseconds; a file system that says
// nothing is asked once a second, which is when the worker gives its sign of life anyway. Asking whether to go on costs
// the engine one load. To pause, whoever asks is kept waiting: the engine asks every few milliseconds on each of its threads,
// so all of them sleep, wherever they are.

/// Watches for wishes about a render while a worker is at it.
final class WishWatch: Sendable {
  enum Ending: Hashable, Sendable {
    /// The artist does not want it any more.
    case cancelled
    /// The worker has to end.
    case interrupted(RenderReason)
  }

  private enum Mark {
    static let go = 0
    static let pause = 1
    static let end = 2
  }

  private struct State {
    var ending: Ending?
    var isPaused = false
    var isClosed = false
    /// Nanoseconds on the monotonic clock.
    var pausedSince = 0
    var pausedFor = 0
    var looks = 0
  }

  /// Seconds between two signs of life.
  private static let beat = 5

  private let attempt: RenderAttempt
  private let onBeat: @Sendable () -> Void
  private let onPause: @Sendable (_ isPaused: Bool, _ worked: Double) -> Void
  private let began = monotonicNanoseconds()
  private let mark = Atomic<Int>(Mark.go)
  /// Entered while it is paused.
  private let gate = DispatchGroup()
  private let state = Mutex(State())
  /// Dispatch sources may be used from any thread.
  nonisolated(unsafe) private let clock: any DispatchSourceTimer
  nonisolated(unsafe) private let events: (any DispatchSourceRead)?

  /// - Parameters:
  ///   - onBeat: called every few seconds.
  ///   - onPause: told of the beginning and the end of a pause, and of the seconds worked before it.
  init(
    _ attempt: RenderAttempt, onBeat: @escaping @Sendable () -> Void,
    onPause: @escaping @Sendable (_ isPaused: Bool, _ worked: Double) -> Void
  ) {
    self.attempt = attempt
    self.onBeat = onBeat
    self.onPause = onPause
    let queue = DispatchQueue(label: "nurie.watch", qos: .userInitiated)
    clock = DispatchSource.makeTimerSource(queue: queue)
    let notifier = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    if notifier >= 0 {
      inotify_add_watch(
        notifier, attempt.render.folder,
        UInt32(IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM))
      let source = DispatchSource.makeReadSource(fileDescriptor: notifier, queue: queue)
      source.setCancelHandler { Glibc.close(notifier) }
      events = source
      source.setEventHandler { [weak self] in
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(notifier, &buffer, buffer.count) > 0 {}
        self?.look()
      }
    } else {
      events = nil
    }
    look()
    events?.resume()
    clock.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(200))
    clock.setEventHandler { [weak self] in self?.tick() }
    clock.resume()
  }

  deinit { close() }

  /// Looks no more, and keeps nobody waiting.
  func close() {
    let wasPaused = state.withLock { state in
      guard !state.isClosed else { return false }
      state.isClosed = true
      clock.cancel()
      events?.cancel()
      defer { state.isPaused = false }
      return state.isPaused
    }
    if wasPaused { gate.leave() }
  }

  /// Whether to give up; while the render is paused it does not return.
  func isCancelled() -> Bool {
    switch mark.load(ordering: .relaxed) {
    case Mark.go: return false
    case Mark.end: return true
    default:
      gate.wait()
      return mark.load(ordering: .relaxed) == Mark.end
    }
  }

  /// Why it is to end; nil while it is not.
  var ending: Ending? { state.withLock(\.ending) }

  /// Seconds of work so far, without pauses.
  var worked: Double {
    let now = monotonicNanoseconds()
    let paused = state.withLock { state in
      state.pausedFor + (state.isPaused ? now - state.pausedSince : 0)
    }
    return Double(now - began - paused) / 1e9
  }

  func end(_ ending: Ending) {
    let wasPaused = state.withLock { state in
      if state.ending == nil { state.ending = ending }
      mark.store(Mark.end, ordering: .relaxed)
      defer { state.isPaused = false }
      return state.isPaused
    }
    if wasPaused { gate.leave() }
  }

  private func tick() {
    look()
    let isBeatDue = state.withLock { state in
      state.looks += 1
      return state.looks.isMultiple(of: WishWatch.beat)
    }
    if isBeatDue { onBeat() }
  }

  private func look() {
    if access(attempt.render.folder + "/cancel", F_OK) == 0 { return end(.cancelled) }
    pause(access(attempt.render.folder + "/pause", F_OK) == 0)
  }

  private func pause(_ isWanted: Bool) {
    let isNew = state.withLock { state in
      guard state.ending == nil, !state.isClosed, state.isPaused != isWanted else { return false }
      state.isPaused = isWanted
      let now = monotonicNanoseconds()
      if isWanted {
        state.pausedSince = now
        gate.enter()
      } else {
        state.pausedFor += now - state.pausedSince
      }
      mark.store(isWanted ? Mark.pause : Mark.go, ordering: .relaxed)
      return true
    }
    guard isNew else { return }
    onPause(isWanted, worked)
    if !isWanted { gate.leave() }
  }
}
