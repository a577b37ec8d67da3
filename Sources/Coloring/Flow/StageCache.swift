internal import Synchronization

/// Keeps the results of stages under their keys, so that a correction recomputes only what follows
/// from it. The caller of `Coloring` provides it and decides what is worth its memory.
public protocol StageCache: Sendable {
  /// The result stored under `key`, or nil. Called from one thread at a time for one run.
  func value(for key: ContentKey, of stage: StageKind) -> (any Sendable)?
  /// Takes note of a result; may decline, and may drop it at any time.
  func store(_ value: any Sendable, for key: ContentKey, of stage: StageKind)
}

/// Keeps the most recently used results of some stages in memory.
public final class MemoryCache: StageCache {
  private struct Entry {
    let key: ContentKey
    let stage: StageKind
    let value: any Sendable
  }

  private struct State {
    var capacity: Int
    /// Least recently used first.
    var entries: [Entry] = []
  }

  private let stages: Set<StageKind>
  private let state: Mutex<State>

  /// - Parameters:
  ///   - stages: whose results are kept; each holds several bytes a pixel of its drawing.
  ///   - capacity: how many results at most, over all stages.
  public init(stages: Set<StageKind> = Set(StageKind.allCases), capacity: Int = 32) {
    precondition(capacity >= 1, "a cache of \(capacity) results")
    self.stages = stages
    state = Mutex(State(capacity: capacity))
  }

  /// Changes how many results are kept at most; those least recently used go.
  public func resize(to capacity: Int) {
    precondition(capacity >= 1, "a cache of \(capacity) results")
    state.withLock { state in
      state.capacity = capacity
      state.entries.removeFirst(max(0, state.entries.count - capacity))
    }
  }

  /// Lets go of all results but those of references, which other drawings need too.
  public func forgetDrawings() {
    state.withLock { state in state.entries.removeAll { $0.stage != .reference } }
  }

  public func value(for key: ContentKey, of stage: StageKind) -> (any Sendable)? {
    state.withLock { state in
      guard let index = state.entries.firstIndex(where: { $0.key == key }) else { return nil }
      let entry = state.entries.remove(at: index)
      state.entries.append(entry)
      return entry.value
    }
  }

  public func store(_ value: any Sendable, for key: ContentKey, of stage: StageKind) {
    guard stages.contains(stage) else { return }
    state.withLock { state in
      state.entries.removeAll { $0.key == key }
      if state.entries.count == state.capacity { state.entries.removeFirst() }
      state.entries.append(Entry(key: key, stage: stage, value: value))
    }
  }
}
