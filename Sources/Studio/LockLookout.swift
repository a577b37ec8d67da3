public import Projects
internal import Synchronization

/// Watches the lock of a project that somebody else holds, and tells once when it is free.
public final class LockLookout: Sendable {
  private struct State {
    var watch: LockWatch
    var hasTold = false
    var heartbeat: Heartbeat?
  }

  /// Seconds between two looks.
  private static let pace = 5

  private let state: Mutex<State>

  /// - Parameters:
  ///   - watch: what was seen of the lock before.
  ///   - post: told `projectFree`, at once or on the lookout's own thread.
  public init(
    _ folder: ProjectFolder, watch: LockWatch, post: @escaping @Sendable (Action) -> Void
  ) {
    state = Mutex(State(watch: watch))
    let heartbeat = Heartbeat(every: Self.pace) { [weak self] in
      if self?.look(at: folder) == true { post(.projectFree) }
    }
    state.withLock { $0.heartbeat = heartbeat }
    if look(at: folder) { post(.projectFree) }
  }

  /// Ends the watch.
  ///
  /// - Returns: what was seen, for who opens the project next.
  public func end() -> LockWatch {
    state.withLock { state in
      state.heartbeat?.stop()
      return state.watch
    }
  }

  /// Whether it is free, and was not when last looked at.
  private func look(at folder: ProjectFolder) -> Bool {
    state.withLock { state in
      if state.hasTold { return false }
      if case .held = state.watch.look(at: folder, now: LockWatch.now) { return false }
      state.hasTold = true
      return true
    }
  }
}
