import Projects

/// A value that is new as soon as anything of a queue is, found without reading it: for who has to look every second.
///
/// - Complexity: a stat of the bell, and for each attempt that runs one of its progress and a question to the kernel.
public struct RenderStamp: Hashable, Sendable {
  /// The time at which the bell was rung last.
  private let bell: Int?
  private let attempts: [Attempt]
  /// Silence of other machines is noticed as time goes by, the project's folder as it goes away.
  private let halfMinutes: Int

  private struct Attempt: Hashable {
    let folder: String
    let bytes: Int?
    let isProcessThere: Bool
  }

  /// - Parameter renders: of the queue, as they were last seen.
  public init(of renders: [Render], in queue: RenderQueue) {
    let own = WorkerIdentity.own()
    let now = Timestamp.now()
    bell = FileStatus(queue.project.renderBell)?.changed
    halfMinutes = now / 30
    attempts = renders.filter { $0.state == .running || $0.state == .paused }.compactMap { render in
      guard let folder = render.attemptFolder else { return nil }
      // The kernel knows of this machine's processes only: of others it is asked nothing.
      let isGone =
        render.worker.map { worker in
          if case .ended = worker.life(seenBy: own, heard: now, now: now) { true } else { false }
        } ?? true
      return Attempt(
        folder: folder, bytes: FileStatus(folder + "/progress.jsonl")?.bytes,
        isProcessThere: !isGone)
    }
  }
}
