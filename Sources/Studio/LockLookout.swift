internal import Dispatch
public import Projects
internal import Synchronization

/// Watches the lock of a project that somebody else holds, and tells once when it is free.
public final class LockLookout: Sendable {
  private struct State {
    var watch: LockWatch
    var hasTold = false
  }

  /// Seconds between two looks.
  private static let pace = 5

  private let state: Mutex<State>
  /// Dispatch's sources may be cancelled from any thread.
  private nonisolated(unsafe) let timer: any DispatchSourceTimer

  /// - Parameters:
  ///   - watch: what was seen of the lock before.
  ///   - post: told `projectFree`, on the lookout's own queue.
  public init(
    _ folder: ProjectFolder, watch: LockWatch, post: @escaping @Sendable (Action) -> Void
  ) {
    state = Mutex(State(watch: watch))
    timer = DispatchSource.makeTimerSource(
      queue: DispatchQueue(label: "nurie.lookout", qos: .background))
    timer.schedule(
      deadline: .now(), repeating: .seconds(Self.pace), leeway: .seconds(1))
    timer.setEventHandler { [weak self] in
      if self?.look(at: folder) == true { post(.projectFree) }
    }
    timer.activate()
  }

  /// Ends the watch.
  ///
  /// - Returns: what was seen, for who opens the project next.
  public func end() -> LockWatch {
    timer.cancel()
    return state.withLock { $0.watch }
  }

  /// Whether it is free, and was not when last looked at.
  private func look(at folder: ProjectFolder) -> Bool {
    let now = Double(DispatchTime.now().uptimeNanoseconds) / 1e9
    return state.withLock { state in
      if state.hasTold { return false }
      if case .held = state.watch.look(at: folder, now: now) { return false }
      state.hasTold = true
      return true
    }
  }
}
