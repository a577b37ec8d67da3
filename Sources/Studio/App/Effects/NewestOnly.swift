internal import Dispatch
internal import Raster
internal import Synchronization

/// Work in the background of which only the newest counts: an order cancels the one before it, within the 50 ms that
/// the engine promises.
final class NewestOnly: Sendable {
  private let queue: DispatchQueue
  private let threads: Int
  /// Counts orders: work for any but the newest is cancelled.
  private let newest = Mutex(0)

  /// - Parameters:
  ///   - queue: a serial one.
  ///   - threads: for each order.
  init(on queue: DispatchQueue, threads: Int) {
    self.queue = queue
    self.threads = threads
  }

  /// Does `body` in place of what was asked for before; not at all where something newer is asked for first.
  ///
  /// - Parameters:
  ///   - delay: how long to wait for something newer; nil for not at all.
  ///   - threads: for this order alone.
  ///   - body: runs on the queue; it is cancelled by the next order.
  func run(
    after delay: DispatchTimeInterval? = nil, threads: Int? = nil,
    _ body: @escaping @Sendable (Work) -> Void
  ) {
    let number = newest.withLock { newest in
      newest += 1
      return newest
    }
    let order = { @Sendable [self] in
      giveWayToTheInterface()
      let work = Work(
        threads: threads ?? self.threads, isCancelled: { self.newest.withLock { $0 != number } })
      if !work.isCancelled { body(work) }
    }
    if let delay {
      queue.asyncAfter(deadline: .now() + delay, execute: order)
    } else {
      queue.async(execute: order)
    }
  }

  /// Gives up what is under way or waits.
  func cancel() { newest.withLock { $0 += 1 } }
}
