internal import Synchronization

/// Keeps the results of stages under their keys, so that a correction recomputes only what follows
/// from it. The caller of `Coloring` provides it and decides what is worth its memory.
public protocol StageCache: Sendable {
  /// The result stored under `key`, or nil. Called from one thread at a time for one run.
  func value(for key: ContentKey, of stage: Stage) -> (any Sendable)?
  /// Takes note of a result; may decline, and may drop it at any time.
  func store(_ value: any Sendable, for key: ContentKey, of stage: Stage)
}

/// Keeps the most recently used results of some stages in memory.
public final class MemoryCache: StageCache {
  private struct Entry {
    let key: ContentKey
    let value: any Sendable
  }

  private let stages: Set<Stage>
  private let capacity: Int
  /// Least recently used first.
  private let entries = Mutex<[Entry]>([])

  /// - Parameters:
  ///   - stages: whose results are kept; each holds several bytes a pixel of its drawing.
  ///   - capacity: how many results at most, over all stages.
  public init(stages: Set<Stage> = Set(Stage.allCases), capacity: Int = 32) {
    precondition(capacity >= 1, "a cache of \(capacity) results")
    self.stages = stages
    self.capacity = capacity
  }

  public func value(for key: ContentKey, of stage: Stage) -> (any Sendable)? {
    entries.withLock { entries in
      guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
      let entry = entries.remove(at: index)
      entries.append(entry)
      return entry.value
    }
  }

  public func store(_ value: any Sendable, for key: ContentKey, of stage: Stage) {
    guard stages.contains(stage) else { return }
    entries.withLock { entries in
      entries.removeAll { $0.key == key }
      if entries.count == capacity { entries.removeFirst() }
      entries.append(Entry(key: key, value: value))
    }
  }
}
