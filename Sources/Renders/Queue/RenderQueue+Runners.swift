import ImageFormats
import Projects

// A queue keeps no workers: each render names its runner, and the runner is asked for what the folder cannot say.

extension RenderQueue {
  /// Sees to it that waiting renders are taken, each by its own runner.
  ///
  /// - Parameters:
  ///   - jobs: how many workers there may be on this machine.
  ///   - asked: the runner whose failure counts, by name; what keeps another from it becomes the warning. Nil for all.
  /// - Throws: the first `RenderError` of those that runners gave, after all were asked: one that can start none keeps no other
  ///   from it. Its renders go on waiting, and the next call tries again.
  @discardableResult public func startWorkers(
    jobs: Int = 1, for asked: String? = nil
  ) throws -> StartedWork {
    var started = StartedWork()
    var failure: (any Error)?
    for (runner, renders) in byRunner(foldersOnly().filter(RenderQueue.isFree)) {
      do {
        started.add(try runner.start(renders, of: self, jobs: jobs))
      } catch {
        if let asked, renders.first?.job.runner != asked {
          started.add(StartedWork(warning: printable("\(error)")))
        } else {
          failure = failure ?? error
        }
      }
    }
    if let failure { throw failure }
    return started
  }

  /// Takes renders back that have not begun. Those that run hear of it through their folders.
  ///
  /// - Throws: `RenderError` where a runner refuses: their workers end when they begin, since the folder says so.
  public func takeBack(_ renders: [Render]) throws {
    for (runner, renders) in byRunner(renders.filter { !$0.isBegun }) {
      try runner.takeBack(renders, of: self)
    }
  }

  /// Asks runners what became of renders that they have elsewhere; each asks at most every few seconds.
  ///
  /// - Parameters:
  ///   - renders: as they were last seen; nil has them read.
  ///   - always: asks even where the last answer is fresh.
  /// - Complexity: a command of each batch system: some milliseconds, or some seconds where it is busy.
  public func askRunners(about renders: [Render]? = nil, always: Bool = false) {
    for (runner, renders) in byRunner((renders ?? foldersOnly()).filter(\.isOpen)) {
      runner.ask(about: renders, of: self, always: always)
    }
  }

  /// Adds what runners know to what the folders say.
  func judge(_ renders: inout [Render], at now: Int) {
    let open = renders.indices.filter { renders[$0].isOpen }
    for (name, indices) in Dictionary(grouping: open, by: { renders[$0].job.runner }) {
      let states = runners[name].states(of: indices.map { renders[$0] }, in: self, at: now)
      for (index, state) in zip(indices, states) { renders[index].state = state }
    }
  }

  /// Renders with their runners, those of the smallest number first.
  private func byRunner(_ renders: [Render]) -> [(runner: any Runner, renders: [Render])] {
    Dictionary(grouping: renders, by: \.job.runner)
      .sorted { $0.value[0].number < $1.value[0].number }
      .map { (runners[$0.key], $0.value) }
  }
}

extension Render {
  /// Whether a worker is at it, as its folder says.
  fileprivate var isBegun: Bool {
    state == .running || state == .paused && progress?.state == .paused
  }

  /// Whether a runner's word can change what it is taken for.
  fileprivate var isOpen: Bool {
    switch state {
    case .queued, .waiting, .running, .interrupted, .unknown: true
    case .paused, .done, .failed, .cancelled: false
    }
  }
}
