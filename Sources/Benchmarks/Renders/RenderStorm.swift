import Foundation
import Glibc
import ImageFormats
import Projects
import Raster
import Renders

/// A queue of small renders whose workers are killed and stopped at random, until all are published.
struct RenderStorm {
  struct Report {
    var kills = 0
    var stops = 0
    var seconds = 0.0
    var attempts = 0
    /// Attempts that were done after another had published.
    var duplicates = 0
    /// Renders by what became of them.
    var published = 0
    var reported = 0
    /// Must be none: results that were replaced, and renders of which nobody can say what became.
    var replaced = 0
    var lost = 0
  }

  private let queue: RenderQueue
  private let workers: Int
  private var random: SeededNumbers
  private var report = Report()
  /// Stopped workers, and when they go on.
  private var stopped: [(process: pid_t, until: Double)] = []
  /// The file of each published result.
  private var results: [Int: UInt64] = [:]

  init(_ queue: RenderQueue, workers: Int, seed: UInt64) {
    self.queue = queue
    self.workers = workers
    random = SeededNumbers(seed: seed)
  }

  /// - Parameter limit: seconds after which the workers are left alone.
  mutating func run(limit: Double) throws -> Report {
    let began = LockWatch.now
    var started = 0.0
    while true {
      let now = LockWatch.now
      let renders = queue.renders()
      look(at: renders)
      if !renders.contains(where: { $0.isActive || $0.isInterrupted }), stopped.isEmpty { break }
      if now - started > 0.3 {
        started = now
        try queue.resume(renders.filter(\.isInterrupted))
        try queue.startWorkers(jobs: workers)
      }
      if now - began < limit { try disturb(renders, now) }
      for worker in stopped where worker.until <= now { kill(worker.process, SIGCONT) }
      stopped.removeAll { $0.until <= now }
      usleep(50_000)
    }
    report.seconds = LockWatch.now - began
    // Late attempts are still at it.
    usleep(1_500_000)
    conclude(queue.renders())
    return report
  }

  private mutating func disturb(_ renders: [Render], _ now: Double) throws {
    let running = renders.filter { $0.state == .running }
    guard let victim = running.randomElement(using: &random), let worker = victim.worker,
      let attempt = victim.attemptFolder
    else { return }
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      kill(worker.process, SIGKILL)
      report.kills += 1
    case 1, 2:
      kill(worker.process, SIGSTOP)
      report.stops += 1
      stopped.append((worker.process, now + Double.random(in: 0...1.5, using: &random)))
      // Every other time somebody takes it for lost.
      if Bool.random(using: &random) {
        try Data().write(to: URL(filePath: attempt + "/given-up"))
      }
    default: break
    }
  }

  private mutating func look(at renders: [Render]) {
    for render in renders where render.state == .done {
      var status = stat()
      guard stat(render.result, &status) == 0 else { continue }
      if results.updateValue(UInt64(status.st_ino), forKey: render.number) ?? UInt64(status.st_ino)
        != UInt64(status.st_ino)
      {
        report.replaced += 1
      }
    }
  }

  private mutating func conclude(_ renders: [Render]) {
    look(at: renders)
    for render in renders {
      report.attempts += render.attempt
      report.duplicates += render.duplicates
      switch render.state {
      case .done where access(render.result, F_OK) == 0: report.published += 1
      case .failed, .cancelled, .interrupted, .unknown: report.reported += 1
      default: report.lost += 1
      }
    }
  }
}
