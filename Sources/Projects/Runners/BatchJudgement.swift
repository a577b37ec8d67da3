import ImageFormats

/// What a render is, by its folder and by what its batch system last said.
struct BatchJudgement {
  let render: Render
  /// Nil where nobody has asked.
  let answer: BatchAnswer?
  /// Seconds since 1970 by this machine's clock.
  let now: Int

  /// How many seconds a scheduler may take to know of a new job.
  static let grace = 5
  /// How many seconds handing over may take.
  private static let handing = 60

  /// - Parameter lastWord: the last line that the job printed before its worker began.
  func state(lastWord: () -> String?) -> Render.State {
    let name = printable(render.job.runner)
    guard let ticket = render.ticket else {
      return render.state == .queued
        ? .waiting("it was not handed to \(name) yet; nurie render --continue does so")
        : render.state
    }
    guard ticket.job != nil else {
      if now - ticket.time < BatchJudgement.handing {
        return unlessRunning(.waiting("it is being handed to \(name)"))
      }
      return unlessRunning(.interrupted("it was being handed to \(name) when that ended"))
    }
    guard let answer else { return unlessRunning(.waiting("nobody has asked \(name) yet")) }
    if let problem = answer.problem { return unlessRunning(.waiting(printable(problem))) }
    guard let sight = answer.sight(of: ticket) else {
      if answer.time <= ticket.time + BatchJudgement.grace, render.attempt <= ticket.attempts {
        return unlessRunning(.waiting("it was handed to \(name) just now"))
      }
      return ended("\(name) does not know its job any more", lastWord)
    }
    switch sight.phase {
    case .waiting:
      return unlessRunning(
        .waiting(sight.reason.isEmpty ? "in the queue of \(name)" : sight.reason))
    case .running:
      // Its word goes before a silence that two clocks may have made.
      if case .unknown = render.state { return .running }
      // It ends with its worker, or is started again.
      if case .interrupted(let how) = render.state {
        return .waiting("\(how), and \(name) has not let its job go yet")
      }
      return unlessRunning(.waiting("\(name) has started it, and its worker has not begun"))
    case .ended: return ended("\(name) says \(sight.description)", lastWord)
    }
  }

  private func unlessRunning(_ state: Render.State) -> Render.State {
    render.state == .running ? .running : state
  }

  /// Its job is over, and no result is there.
  private func ended(_ what: String, _ lastWord: () -> String?) -> Render.State {
    switch render.state {
    case .interrupted(let how): return .interrupted("\(how); \(what)")
    // A worker of this machine is asked of the kernel, which knows better.
    case .running where render.worker?.host == LockHolder.own().host: return .running
    case .running, .unknown: return .interrupted("its worker ended without a word; \(what)")
    default:
      let word = lastWord().map { "; it printed: \($0)" } ?? ""
      return .interrupted("its worker never began; \(what)\(word)")
    }
  }

  static func lastWord(in folder: String) -> String? {
    readTail("\(folder)/\(BatchScript.log)", bytes: 4096).flatMap { tail in
      tail.split(separator: UInt8(ascii: "\n")).last.map { printable(bytes: $0) }
    }
  }
}
