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
}
