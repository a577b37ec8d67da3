import ImageFormats
import Projects

/// The state of a render, by its folder and by what its batch system last said.
struct BatchJudgement {
  let render: Render
  /// Nil where nobody has asked.
  let answer: BatchAnswer?
  /// Seconds since 1970 by this machine's clock.
  let now: Int

  /// The seconds that a scheduler may take to know of a new job.
  static let grace = 5
  /// The seconds that handing over may take.
  private static let handing = 60

  /// - Parameter lastWord: the last line that the job printed before its worker began.
  func state(lastWord: () -> String?) -> Render.State {
    let name = render.job.runner
    guard let ticket = render.ticket else {
      return render.state == .queued
        ? .waiting(.batch(name, .notHandedOver))
        : render.state
    }
    guard ticket.job != nil else {
      if now - ticket.time < BatchJudgement.handing {
        return unlessRunning(.waiting(.batch(name, .handingOver)))
      }
      return unlessRunning(.interrupted(.batch(name, .handingOverEnded)))
    }
    guard let answer else { return unlessRunning(.waiting(.batch(name, .notAsked))) }
    if let problem = answer.problem { return unlessRunning(.waiting(problem)) }
    guard let sight = answer.sight(of: ticket) else {
      if answer.time <= ticket.time + BatchJudgement.grace, render.attempt <= ticket.attempts {
        return unlessRunning(.waiting(.batch(name, .handedOver)))
      }
      return ended(nil, lastWord)
    }
    switch sight.phase {
    case .waiting:
      if sight.isDelayed == true { return unlessRunning(.waiting(.batch(name, .delayed))) }
      return unlessRunning(
        .waiting(sight.reason.isEmpty ? .batch(name, .queued) : .told(sight.reason)))
    case .running:
      // Its word goes before a silence that two clocks may have made.
      if case .unknown = render.state { return .running }
      // It ends with its worker, or is started again.
      if case .interrupted(let how) = render.state {
        return .waiting(.batch(name, .holds(how)))
      }
      return unlessRunning(.waiting(.batch(name, .started)))
    case .ended: return ended(sight.description, lastWord)
    }
  }

  private func unlessRunning(_ state: Render.State) -> Render.State {
    render.state == .running ? .running : state
  }

  /// Its job is over, and no result is there.
  ///
  /// - Parameter said: the scheduler's last word; nil where it does not know the job.
  private func ended(_ said: String?, _ lastWord: () -> String?) -> Render.State {
    func interrupted(_ what: RenderReason, printed: String? = nil) -> Render.State {
      .interrupted(
        .jobEnded(what: what, batch: render.job.runner, said: said, printed: printed))
    }
    switch render.state {
    case .interrupted(let how): return interrupted(how)
    // A worker of this machine is asked of the kernel, which knows better.
    case .running where render.worker?.host == LockHolder.own().host: return .running
    case .running, .unknown: return interrupted(.workerEnded(process: nil))
    default:
      return interrupted(.neverBegan, printed: lastWord())
    }
  }

  static func lastWord(in folder: String) -> String? {
    readTail("\(folder)/\(BatchScript.log)", bytes: 4096).flatMap { tail in
      tail.split(separator: UInt8(ascii: "\n")).last.map { printable(bytes: $0) }
    }
  }
}
