internal import Dispatch
internal import Raster
internal import Regions

/// Divides a drawing while a slider moves, and does nothing else with it: a tenth of a second where
/// colouring takes one. The newest order only.
final class Divider: Sendable {
  private let post: @Sendable (Action) -> Void
  private let orders: NewestOnly

  /// - Parameter post: called from another thread.
  init(threads: Int, post: @escaping @Sendable (Action) -> Void) {
    self.post = post
    orders = NewestOnly(
      on: DispatchQueue(label: "nurie.division", qos: .userInitiated), threads: threads)
  }

  func divide(_ order: DivisionOrder, _ lineArt: LineArt) {
    orders.run { [post] work in
      // Cancelled: a newer order is answered.
      guard let map = try? RegionMap(lineArt, gap: order.gap, edits: order.edits, work: work)
      else { return }
      post(.divided(order, map))
    }
  }

  /// Gives up what is under way.
  func cancel() { orders.cancel() }
}
