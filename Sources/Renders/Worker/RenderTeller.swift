import Coloring
import ImageFormats
import Projects
import Synchronization

/// Writes down how far an attempt is: a few times a second, and how long each stage took.
final class RenderTeller: Sendable {
  /// Progress is told so often, in nanoseconds.
  private static let interval = 250_000_000
  /// Twice what a wide terminal shows of it; 1024 would take 2.5 % of a small render.
  static let previewSide = 512
  /// The share that is left for writing the files when the last stage is done.
  private static let coloring = 0.95

  private struct State {
    var told = 0
    var last = RenderProgress(.running, time: 0, overall: 0)
    var isPaused = false
    var seconds: [StageKind: Double] = [:]
    var counted = 0.0
  }

  private let attempt: RenderAttempt
  private let state = Mutex(State())

  init(_ attempt: RenderAttempt) { self.attempt = attempt }

  /// Begins.
  func begin() throws { try write(.running, worked: 0) }

  /// The task's progress.
  func hear(_ progress: TaskProgress, worked: Double) {
    let time = monotonicNanoseconds()
    let isDue = state.withLock { state in
      // Stages that go on at once take turns in what is heard.
      let isNew = progress.stage.map { state.seconds[$0] == nil } ?? false
      if let stage = progress.stage {
        state.seconds[stage, default: 0] += worked - state.counted
        state.counted = worked
      }
      state.last.stage = progress.stage
      state.last.share = progress.share
      state.last.overall = progress.overall * RenderTeller.coloring
      guard progress.preview != nil || isNew || time - state.told >= RenderTeller.interval,
        !state.isPaused
      else { return false }
      state.told = time
      return true
    }
    guard isDue else { return }
    do {
      if let preview = progress.preview {
        try PNG.write(preview(RenderTeller.previewSide), to: attempt.preview)
      }
      try write(.running, worked: worked)
    } catch {
      // The render goes on; where the disk stays full its result fails, and says so.
      attempt.note("\(error)")
    }
  }

  /// A pause began or ended.
  func pause(_ isPaused: Bool, worked: Double) {
    state.withLock { $0.isPaused = isPaused }
    do {
      try write(isPaused ? .paused : .running, worked: worked)
    } catch {
      attempt.note("\(error)")
    }
  }

  /// The last word.
  func end(_ word: RenderProgress.State, reason: RenderReason? = nil, worked: Double) throws {
    attempt.makeRoom()
    if word == .done { state.withLock { $0.last.overall = 1 } }
    try write(word, reason: reason, worked: worked)
  }

  /// Seconds of each stage; what came after the last is counted with it.
  func seconds(worked: Double) -> [StageKind: Double] {
    state.withLock { state in
      var seconds = state.seconds
      seconds[.layers, default: 0] += worked - state.counted
      return seconds
    }
  }

  private func write(_ word: RenderProgress.State, reason: RenderReason? = nil, worked: Double)
    throws
  {
    try state.withLock { state in
      // A word on its way when the pause began.
      if word == .running, state.isPaused { return }
      var progress = state.last
      progress.state = word
      progress.time = Timestamp.now()
      progress.worked = (worked * 1000).rounded() / 1000
      progress.reason = reason
      try attempt.tell(progress)
    }
  }
}
