import Synchronization

extension Work {
  /// The results of `body` for each of `0 ..< count`, in their order.
  ///
  /// A thread takes the next one when it is done with one: they need not be equally costly.
  public func mapItems<Value: Sendable>(
    of count: Int, _ body: @Sendable (Int) -> Value
  ) -> [Value] {
    if count == 0 { return [] }
    let next = Atomic(0)
    let made = mapBands(of: min(threads, count), smallest: 1) { _ in
      var own: [(index: Int, value: Value)] = []
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        if index >= count { return own }
        own.append((index, body(index)))
      }
    }
    return made.joined().sorted { $0.index < $1.index }.map(\.value)
  }
}
