internal import Raster
internal import Synchronization

/// Counts items that several threads finish, and tells their work's caller the share done.
final class SharedProgress: Sendable {
  private let total: Int
  private let work: Work
  private let done = Atomic<Int>(0)

  init(of total: Int, work: Work) {
    self.total = total
    self.work = work
  }

  /// One more is done.
  func add() {
    let count = done.add(1, ordering: .relaxed).newValue
    work.report(Double(count) / Double(total))
  }
}
