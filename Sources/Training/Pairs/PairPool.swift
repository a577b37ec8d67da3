internal import Learning
internal import Raster
internal import Synchronization

/// The drawn pairs of each step, one a shard: a quarter of them new, the others from steps ago.
///
/// Drawing a pair costs more than a third of learning from it, so each is used four times, under other warps and hands, far
/// enough apart, and always by the same shard: no rank draws another's. What a step gets follows from its number alone: where
/// training goes on, the pairs of earlier steps are drawn again.
final class PairPool: Sendable {
  /// The number of steps between two uses of a pair.
  static let lag = 128
  static let uses = 4

  /// The shards that get own pictures instead, where there are any.
  private static let ownShards = [3, 6]

  private let side: Int
  private let own: [DrawnPair]
  private let firstSeed: UInt64
  private let kept = Mutex<[UInt64: DrawnPair]>([:])

  /// - Parameters:
  ///   - firstSeed: of the pairs; those that follow have the next ones.
  ///   - own: an artist's pictures, which are two of each step's pairs by turns.
  init(side: Int, firstSeed: UInt64, own: [DrawnPair] = []) {
    self.own = own
    self.side = side
    self.firstSeed = firstSeed
  }

  /// The pairs of some shards of a step; they are drawn on the threads of `work` where they are not kept.
  func pairs(
    of step: Int, _ shards: Range<Int> = 0..<Shards.count, work: Work
  ) -> [DrawnPair] {
    let known = kept.withLock { kept in
      shards.map { shard -> DrawnPair? in
        if let turn = Self.ownShards.firstIndex(of: shard), !own.isEmpty {
          return own[(step * Self.ownShards.count + turn) % own.count]
        }
        return kept[seed(of: step, shard)]
      }
    }
    let pairs = work.mapItems(of: shards.count) { index in
      known[index]
        ?? DrawnPair(seed: self.seed(of: step, shards.lowerBound + index), side: self.side)
    }
    let oldest = firstSeed &+ UInt64(max(0, step - (Self.uses - 1) * Self.lag) * Shards.count)
    kept.withLock { kept in
      for (shard, pair) in zip(shards, pairs) where Self.use(at: step, shard) == 0 {
        kept[seed(of: step, shard)] = pair
      }
      kept = kept.filter { $0.key >= oldest }
    }
    return pairs
  }

  private func seed(of step: Int, _ shard: Int) -> UInt64 {
    firstSeed &+ UInt64(Self.number(at: step, shard))
  }

  /// The number of a shard's pair: of the step that drew it, or of this one before there are old pairs.
  static func number(at step: Int, _ shard: Int) -> Int {
    let origin = step - use(at: step, shard) * lag
    return (origin >= 0 ? origin : step) * Shards.count + shard
  }

  /// How often a shard's pair was used before: shards draw new ones by turns, `lag` steps each.
  private static func use(at step: Int, _ shard: Int) -> Int { (step / lag + shard) % uses }
}
