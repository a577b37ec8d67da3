import Raster

extension Work {
  /// `transform` of each of `0 ..< count`, on several threads at a time, in order.
  func map<Value: Sendable>(
    _ count: Int, smallest: Int = 1, _ transform: @Sendable (Int) -> Value
  ) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Bands are disjoint, so no two threads touch the same element.
      nonisolated(unsafe) let base = buffer
      forEachBand(of: count, smallest: smallest) { band in
        for index in band { base.initializeElement(at: index, to: transform(index)) }
      }
      initialized = count
    }
  }

  /// The same, asked for cancellation before each element.
  func mapUnlessCancelled<Value: Sendable>(
    _ count: Int, _ transform: @Sendable (Int) -> Value
  ) throws(Cancelled) -> [Value] {
    let values = map(count) { isCancelled ? nil : transform($0) }.compactMap(\.self)
    guard values.count == count else { throw Cancelled() }
    return values
  }
}
