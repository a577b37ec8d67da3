import Synchronization

@testable import Coloring

/// Keeps everything and notes which stages had to be computed.
final class NotingCache: StageCache {
  private let memory = MemoryCache()
  private let notes = Mutex<[StageKind]>([])

  var computed: [StageKind] {
    notes.withLock { notes in
      defer { notes = [] }
      return notes
    }
  }

  func value(for key: ContentKey, of stage: StageKind) -> (any Sendable)? {
    memory.value(for: key, of: stage)
  }

  func store(_ value: any Sendable, for key: ContentKey, of stage: StageKind) {
    notes.withLock { $0.append(stage) }
    memory.store(value, for: key, of: stage)
  }
}
