internal import Renders

// A drawing takes time nearly in proportion to its pixels, so what waits is guessed from the pace of those done last; what
// runs tells itself how much it has left.

extension StudioState {
  private static let compared = 5

  /// About how many seconds until nothing runs or waits any more; nil where nothing runs, or nothing is known yet.
  public var queueRemaining: Int? {
    let active = renders.queue.active
    let running = active.filter { $0.state == .running }
    if running.isEmpty { return nil }
    let left = running.compactMap { $0.remaining(at: wallTime) }
    if left.count < running.count { return nil }
    let waiting = active.filter { $0.state == .queued }.compactMap(\.job.pixels).reduce(0, +)
    if waiting == 0 { return left.max() }
    guard let pace else { return nil }
    return (left.reduce(0, +) + Int(Double(waiting) * pace)) / running.count
  }

  /// Seconds a pixel of the renders done last.
  private var pace: Double? {
    let done = renders.queue.renders.lazy.reversed().compactMap { render -> (Double, Int)? in
      guard render.state == .done, let worked = render.progress?.worked,
        let pixels = render.job.pixels, pixels > 0
      else { return nil }
      return (worked, pixels)
    }.prefix(Self.compared)
    let pixels = done.reduce(0) { $0 + $1.1 }
    return pixels > 0 ? done.reduce(0) { $0 + $1.0 } / Double(pixels) : nil
  }
}
