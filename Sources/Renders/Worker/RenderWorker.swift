import Coloring
import Glibc
import ImageFormats
import Projects
import Raster
import Synchronization

// A worker takes waiting renders, one after the other, until none waits. The fate of one render is told in its folder
// and keeps no other from its turn, but for a full disk: there every next one would fail too.

/// A process that does renders.
public final class RenderWorker: Sendable {
  private struct State {
    /// Why the worker has to end.
    var ending: RenderReason?
    var watch: WishWatch?
  }

  private let queue: RenderQueue
  private let runner: String
  private let jobs: Int
  private let threads: Int
  private let own: WorkerIdentity
  private let doing: RenderTask.Doing
  private let onAttempt: @Sendable (RenderAttempt) -> Void
  private let state = Mutex(State())

  /// - Parameters:
  ///   - runner: the name of the runner that started it; those of others it leaves alone.
  ///   - jobs: how many workers there may be on this machine; those that came later leave.
  ///   - threads: of each render that does not say.
  ///   - doing: what does a job, of whichever kind.
  ///   - onAttempt: told of each render that it takes, before it begins.
  public init(
    _ queue: RenderQueue, runner: String = RunnerList.usual, jobs: Int = 1, threads: Int,
    own: WorkerIdentity = .own(),
    doing: @escaping RenderTask.Doing = RenderTask.colour,
    onAttempt: @escaping @Sendable (RenderAttempt) -> Void = { _ in }
  ) {
    self.queue = queue
    self.runner = runner
    self.jobs = jobs
    self.threads = threads
    self.own = own
    self.doing = doing
    self.onAttempt = onAttempt
  }

  /// Takes renders until none waits, or the worker is told to end.
  ///
  /// - Throws: what keeps it from going on; each render's own failure is in its folder.
  public func run() throws {
    repeat {
      try queue.registry.add(own)
      defer {
        queue.registry.remove(own)
        queue.ring()
      }
      var known: [Int: Render] = [:]
      while state.withLock({ $0.ending == nil }), hasPlace() {
        let renders = queue.renders(known: known)
        known = Dictionary(uniqueKeysWithValues: renders.map { ($0.number, $0) })
        guard let attempt = try claim(renders) else { break }
        guard try perform(attempt) else { return }
      }
      // Off the list of workers it looks once more: who added something meanwhile may have seen it there.
    } while try endsTooEarly()
  }

  /// Takes one render, whose turn it is or not, as a scheduler says that has queued it.
  ///
  /// A scheduler starts a job again when its machine has gone down: its word goes before the last sign of a worker there.
  ///
  /// - Returns: whether it was taken.
  public func run(only number: Int) throws -> Bool {
    guard let render = Render(folder: "\(queue.project.renders)/\(number)") else {
      throw RenderError("there is no render \(number)")
    }
    guard RenderQueue.isFree(render) || render.isInterrupted || isLostElsewhere(render),
      let attempt = try RenderAttempt.claim(render, in: queue.project, by: own)
    else { return false }
    _ = try perform(attempt)
    return true
  }

  /// Has the render that is under way interrupted, and takes no other.
  public func end(because reason: RenderReason) {
    state.withLock { state in
      state.ending = reason
      return state.watch
    }?.end(.interrupted(reason))
  }

  /// Whether its last worker was on another machine than the one where the scheduler starts it now.
  private func isLostElsewhere(_ render: Render) -> Bool {
    guard render.ticket != nil, let host = render.worker?.host else { return false }
    if case .unknown = render.state { return host != own.host }
    return render.state == .running && host != own.host
  }

  /// Whether it is one of the workers that there may be on this machine.
  private func hasPlace() -> Bool {
    let rank = queue.registry.living(seenBy: own).filter { $0.host == own.host }.firstIndex(of: own)
    return rank.map { $0 < jobs } ?? true
  }

  private func endsTooEarly() throws -> Bool {
    guard state.withLock({ $0.ending == nil }),
      queue.renders().contains(where: { RenderQueue.isClaimable($0, by: runner) })
    else { return false }
    let others = queue.registry.living(seenBy: own).count { $0.host == own.host && $0 != own }
    return others < jobs
  }

  private func claim(_ renders: [Render]) throws -> RenderAttempt? {
    let claimable = renders.filter { RenderQueue.isClaimable($0, by: runner) }
    for render in claimable.sorted(by: RenderQueue.goesBefore) {
      if let attempt = try RenderAttempt.claim(render, in: queue.project, by: own) {
        queue.ring()
        return attempt
      }
    }
    return nil
  }

  /// - Returns: whether the worker may go on.
  /// - Throws: where not even the render's folder can be written.
  private func perform(_ attempt: RenderAttempt) throws -> Bool {
    onAttempt(attempt)
    attempt.note("begun by \(own.description)")
    let render = attempt.render
    let teller = RenderTeller(attempt)
    let watch = WishWatch(
      attempt,
      onBeat: { [self] in
        attempt.beat()
        queue.registry.beat(own)
      },
      onPause: { [queue] isPaused, worked in
        teller.pause(isPaused, worked: worked)
        queue.ring()
      })
    if let reason = state.withLock({ state in
      state.watch = watch
      return state.ending
    }) {
      watch.end(.interrupted(reason))
    }
    defer {
      watch.close()
      state.withLock { $0.watch = nil }
      queue.ring()
    }
    do {
      try teller.begin()
      try attempt.begin()
      let task = RenderTask(
        project: queue.project, job: render.job, result: attempt.result,
        preview: attempt.preview, note: { attempt.note($0) })
      let work = Work(
        threads: render.job.threads ?? threads, isCancelled: { watch.isCancelled() })
      try doing(task, work) { teller.hear($0, worked: watch.worked) }
      try work.checkCancelled()
      let isPublished = try attempt.publish()
      let worked = watch.worked
      if isPublished, let pixels = render.job.pixels {
        RenderHistory.append(
          pixels: pixels, seconds: teller.seconds(worked: worked), to: queue.project)
      }
      attempt.note(
        isPublished ? "done" : "done, but another attempt was quicker; this result is dropped")
      try teller.end(isPublished ? .done : .duplicated, worked: worked)
      return true
    } catch is Cancelled {
      attempt.discard()
      switch watch.ending {
      case .interrupted(let reason):
        try teller.end(.interrupted, reason: reason, worked: watch.worked)
        return false
      case .cancelled, nil:
        try teller.end(.cancelled, worked: watch.worked)
        return true
      }
    } catch {
      attempt.discard()
      let reason = RenderReason(error, in: queue.project)
      attempt.note(reason.description)
      try teller.end(.failed, reason: reason, worked: watch.worked)
      return reason != .diskFull
    }
  }
}
