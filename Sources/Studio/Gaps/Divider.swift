internal import Dispatch
internal import Raster
internal import Regions
internal import Synchronization

/// Divides a drawing while a slider moves, and does nothing else with it: a tenth of a second where
/// colouring takes one. A newer order cancels the one before it.
final class Divider: Sendable {
  private let threads: Int
  private let post: @Sendable (Action) -> Void
  private let queue = DispatchQueue(label: "nurie.division", qos: .userInitiated)
  /// Counts orders: work for any but the newest is cancelled.
  private let newest = Mutex(0)

  /// - Parameter post: called from another thread.
  init(threads: Int, post: @escaping @Sendable (Action) -> Void) {
    self.threads = threads
    self.post = post
  }

  func divide(_ order: DivisionOrder, _ lineArt: LineArt) {
    let number = newest.withLock { newest in
      newest += 1
      return newest
    }
    queue.async { [self] in
      giveWayToTheInterface()
      let work = Work(
        threads: threads, isCancelled: { self.newest.withLock { $0 != number } })
      // Cancelled: a newer order is answered.
      guard !work.isCancelled,
        let map = try? RegionMap(lineArt, gap: order.gap, edits: order.edits, work: work)
      else { return }
      post(.divided(order, map))
    }
  }

  /// Gives up what is under way.
  func cancel() { newest.withLock { $0 += 1 } }
}
