internal import Coloring
internal import Dispatch
internal import Raster
internal import TerminalUI

/// Composes results with some of their layers, the newest order only.
final class Composer: Sendable {
  private let post: @Sendable (Action) -> Void
  private let orders: NewestOnly

  /// - Parameter post: called from any thread.
  init(threads: Int, post: @escaping @Sendable (Action) -> Void) {
    self.post = post
    orders = NewestOnly(
      on: DispatchQueue(label: "nurie.composition", qos: .userInitiated), threads: threads)
  }

  func compose(_ order: CompositionOrder, _ result: ColoringResult) {
    orders.run { [post] work in
      // Cancelled: a newer order is answered.
      guard let image = try? result.composed(of: order.layers, on: order.background, work: work),
        let picture = try? Pyramid(image, work: work)
      else { return }
      post(.composed(Composition(order: order, picture: picture)))
    }
  }

  /// Gives up what is under way.
  func cancel() { orders.cancel() }
}
