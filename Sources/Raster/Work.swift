import Dispatch

/// A computation stopped because its caller no longer wants the result.
public struct Cancelled: Error {
  public init() {}
}

/// The threads that a long computation may use, and its talk with its caller.
///
/// Every stage takes one. The result never depends on it: bands are cut by row, each row is computed
/// from the same inputs in the same order, and nothing is summed across bands in the order they end.
public struct Work: Sendable {
  /// Threads to use; at least 1.
  public let threads: Int
  private let cancelled: @Sendable () -> Bool
  private let reporter: @Sendable (Double) -> Void

  /// - Parameters:
  ///   - threads: at least 1.
  ///   - isCancelled: asked often, from any thread; must be quick.
  ///   - report: told the share done, 0…1, now and then, from any thread.
  public init(
    threads: Int, isCancelled: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (Double) -> Void = { _ in }
  ) {
    precondition(threads >= 1, "\(threads) threads")
    self.threads = threads
    cancelled = isCancelled
    reporter = report
  }

  /// Throws `Cancelled` once the caller has given up. Call it at least every 20 ms of work.
  public func checkCancelled() throws(Cancelled) {
    if cancelled() { throw Cancelled() }
  }

  /// Whether the caller has given up.
  public var isCancelled: Bool { cancelled() }

  /// Tells the caller that `share` (0…1) of this computation is done.
  public func report(_ share: Double) { reporter(share) }

  /// This work without telling how far it is.
  public var quiet: Work { Work(threads: threads, isCancelled: cancelled) }

  /// This work, its share 0…1 mapped into `range` of the caller's.
  public func within(_ range: ClosedRange<Double>) -> Work {
    Work(threads: threads, isCancelled: cancelled) { [reporter] share in
      reporter(range.lowerBound + share * (range.upperBound - range.lowerBound))
    }
  }

  /// Runs `body` once for each band of `0 ..< count`, on several threads at a time.
  ///
  /// - Parameters:
  ///   - count: how many rows (or other items) there are.
  ///   - smallest: the fewest items worth a thread of their own.
  ///   - body: gets disjoint ranges that cover `0 ..< count`; their cut depends on `threads`, so a
  ///     result must not.
  public func forEachBand(
    of count: Int, smallest: Int = 16, _ body: @Sendable (Range<Int>) -> Void
  ) {
    let bands = max(1, min(threads, count / max(1, smallest)))
    if bands == 1 {
      body(0..<count)
      return
    }
    DispatchQueue.concurrentPerform(iterations: bands) { band in
      body(count * band / bands..<count * (band + 1) / bands)
    }
  }

  /// The results of `body` for each band of `0 ..< count`, in the bands' order.
  ///
  /// - Parameter body: as for `forEachBand`. Where the bands are cut depends on `threads`, so what is
  ///   made of them all must not: sum whole numbers, or join lists.
  public func mapBands<Value: Sendable>(
    of count: Int, smallest: Int = 16, _ body: @Sendable (Range<Int>) -> Value
  ) -> [Value] {
    let bands = max(1, min(threads, count / max(1, smallest)))
    var values = [Value?](repeating: nil, count: bands)
    values.withUnsafeMutableBufferPointer { buffer in
      // Each band writes its own element only.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: bands) { band in
        buffer[band] = body(count * band / bands..<count * (band + 1) / bands)
      }
    }
    return values.compactMap(\.self)
  }

  /// Changes `plane` row by row, on several threads at a time. One that is made so, `Plane.init(…, work:, row:)` makes.
  ///
  /// - Parameter body: gets the row's number and the row, `[W]`; none should take more than 20 ms.
  /// - Throws: `Cancelled`, asked for before each row; the plane's values mean nothing then.
  public func forEachRow<Element>(
    of plane: inout Plane<Element>,
    _ body: @Sendable (_ y: Int, _ row: inout MutableSpan<Element>) -> Void
  ) throws(Cancelled) {
    let width = plane.width
    let height = plane.height
    plane.elements.withUnsafeMutableBufferPointer { buffer in
      // Bands are disjoint, so no two threads touch the same row.
      nonisolated(unsafe) let buffer = buffer
      forEachBand(of: height) { rows in
        for y in rows where !isCancelled {
          let start = y * width
          let slice = UnsafeMutableBufferPointer(rebasing: buffer[start..<start + width])
          var row = MutableSpan(_unsafeElements: slice)
          body(y, &row)
        }
      }
    }
    try checkCancelled()
  }
}
