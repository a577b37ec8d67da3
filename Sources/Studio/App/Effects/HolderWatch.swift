public import Projects
internal import Synchronization

/// Watches a project that is open for reading: tells what its holder does as it is done, and once when nobody holds it any
/// more. Both at the lock's own pace, so that an idle studio wakes no more often.
public final class HolderWatch: Sendable {
  private struct State {
    var journal: JournalWatch?
    /// The complaint about a journal that cannot be read: not said again until it is something else.
    var complaint: String?
    /// The findings of the holder's engine in the drawings, as they were last told.
    var counts: [PictureID: DrawingCounts] = [:]
    var watch: LockWatch
    var hasTold = false
    var heartbeat: Heartbeat?
  }

  /// Seconds between two looks.
  private static let pace = 5

  private let state: Mutex<State>

  /// - Parameters:
  ///   - watch: what was seen of the lock before.
  ///   - post: told `projectFree`, at once or on a thread of its own.
  public init(
    _ project: Project, watch: LockWatch, post: @escaping @Sendable (Action) -> Void
  ) {
    // Where nobody holds it, and it cannot be written all the same, it does not become free.
    let isHeld = project.holder != nil
    let folder = project.folder
    state = Mutex(State(journal: project.journalWatch, watch: watch, hasTold: !isHeld))
    let look = { @Sendable [weak self] in
      guard let self else { return }
      if let news = follow() { post(news) }
      if let counts = newCounts(in: folder) { post(.counted(counts)) }
      if self.look(at: folder) { post(.projectFree) }
    }
    let heartbeat = Heartbeat(every: Self.pace, look)
    state.withLock { $0.heartbeat = heartbeat }
    look()
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

  /// The holder's edits since the last look, if any.
  private func follow() -> Action? {
    state.withLock { state in
      do throws(ProjectError) {
        guard try state.journal?.look() == true else { return nil }
        state.complaint = nil
        return state.journal.map { .followed($0.history) }
      } catch {
        defer { state.complaint = error.reason }
        return state.complaint == error.reason
          ? nil : .happened(.warning, error.reasonPhrase)
      }
    }
  }

  /// The findings of the holder's engine in the drawings since the last look, if any.
  private func newCounts(in folder: ProjectFolder) -> [PictureID: DrawingCounts]? {
    let counts = FactsFile.read(in: folder)
    return state.withLock { state in
      if state.counts == counts { return nil }
      state.counts = counts
      return counts
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
