import Dispatch
public import Raster
import Synchronization

/// The share of the machine that the operations of the current call may use.
///
/// Operations take no `Work` of their own, so that networks read like formulas: they use the one
/// that the nearest `Compute.with` around them set, and one thread where there is none. Threads
/// that an operation or anybody else starts see none either, so nested use does not oversubscribe.
///
/// Once the work is cancelled, operations return at once and their values mean nothing: who gave
/// the work asks it (`checkCancelled`) before using them.
public enum Compute {
  /// The work that operations called now share.
  @TaskLocal public static var work = Work(threads: 1)

  /// The pool from which tensors made now take their memory.
  @TaskLocal static var memory = MemoryPool.shared

  /// Runs `body` with `work` for every operation in it; results never depend on it.
  ///
  /// - Parameter memory: what its tensors are made in; that of the caller unless told.
  public static func with<Result>(
    _ work: Work, memory: MemoryPool? = nil, _ body: () throws -> Result
  ) rethrows -> Result {
    try $work.withValue(work) {
      try $memory.withValue(memory ?? Self.memory) { try body() }
    }
  }
}

/// Calls `body` with disjoint ranges that cover `0 ..< count`, on the threads of `Compute.work`.
///
/// - Parameters:
///   - cost: about how many element operations one item is; bands are at least 32,768 of these.
///   - body: must make each item the same way wherever the bands are cut.
func forEachBand(of count: Int, cost: Int, _ body: (Range<Int>) -> Void) {
  let work = Compute.work
  let smallest = max(1, 32_768 / max(1, cost))
  if work.threads == 1 || count < 2 * smallest {
    if !work.isCancelled && count > 0 { body(0..<count) }
    return
  }
  // More bands than threads: one that the machine keeps waiting leaves its share to the others.
  let bands = min(count / smallest, 4 * work.threads)
  work.forEachTile(of: bands) { band in
    body(count * band / bands..<count * (band + 1) / bands)
  }
}

/// Calls `body` once for each of `0 ..< count` coarse tiles: the next one goes to whichever thread of `Compute.work` is
/// free.
func forEachTile(of count: Int, _ body: (Int) -> Void) {
  Compute.work.forEachTile(of: count, body)
}

/// Calls `body` once for each of `0 ..< count`, several at a time: operations in it have one thread.
///
/// For what is made of several tensors by small operations, each too little for two threads. Once the work is cancelled, some
/// are not called.
package func forEachAlone(of count: Int, _ body: (Int) -> Void) {
  let (work, memory) = (Compute.work, Compute.memory)
  let alone = Work(threads: 1, isCancelled: { work.isCancelled })
  forEachTile(of: count) { index in Compute.with(alone, memory: memory) { body(index) } }
}

extension Work {
  /// Calls `body` with disjoint ranges that cover `0 ..< count`, of `smallest` items and more.
  ///
  /// - Parameter body: must make each item the same way wherever the ranges are cut.
  func forEachShare(of count: Int, smallest: Int = 16, _ body: (Range<Int>) -> Void) {
    let shares = max(1, min(2 * threads, count / max(1, smallest)))
    forEachTile(of: shares) { body(count * $0 / shares..<count * ($0 + 1) / shares) }
  }

  /// Calls `body` once for each of `0 ..< count` coarse tiles: the next one goes to whichever thread is free.
  ///
  /// - Parameter body: must make each tile the same way on any thread, and write only what belongs to it.
  func forEachTile(of count: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      nonisolated(unsafe) let body = body
      let next = Atomic(0)
      @Sendable func takeTiles() {
        while !isCancelled {
          let tile = next.wrappingAdd(1, ordering: .relaxed).oldValue
          if tile >= count { return }
          body(tile)
        }
      }
      let threads = min(count, self.threads)
      if threads <= 1 { return takeTiles() }
      if ThreadTeam.shared.run(on: threads, takeTiles) { return }
      DispatchQueue.concurrentPerform(iterations: threads) { _ in takeTiles() }
    }
  }
}
