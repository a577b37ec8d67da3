internal import Coloring
internal import Dispatch
internal import Raster
internal import Synchronization
internal import TerminalUI

/// Composes results with some of their layers, the newest order only.
final class Composer: Sendable {
  private let threads: Int
  private let post: @Sendable (Action) -> Void
  private let queue = DispatchQueue(label: "nurie.composition", qos: .userInitiated)
  /// Counts orders: work for any but the newest is cancelled.
  private let newest = Mutex(0)

  /// - Parameter post: called from any thread.
  init(threads: Int, post: @escaping @Sendable (Action) -> Void) {
    self.threads = threads
    self.post = post
  }

  func compose(_ order: CompositionOrder, _ result: ColoringResult) {
    let number = newest.withLock { newest in
      newest += 1
      return newest
    }
    queue.async { [self] in
      giveWayToTheInterface()
      let work = Work(threads: threads) { self.newest.withLock { $0 != number } }
      guard !work.isCancelled,
        let image = try? result.composed(of: order.layers, on: order.background, work: work),
        let picture = try? Pyramid(image, work: work)
      else { return }
      post(.composed(Composition(order: order, picture: picture)))
    }
  }
}
