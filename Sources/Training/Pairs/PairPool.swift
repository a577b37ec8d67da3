internal import Raster
internal import Synchronization

/// The drawn pairs of each step: a third of them new, a third from some steps ago, a third from twice as long ago.
///
/// Drawing a pair costs more than a third of learning from it, so each is used three times, under other warps and hands, far
/// enough apart. What a step gets follows from its number alone: where training goes on, the pairs of earlier steps are drawn
/// again.
final class PairPool: Sendable {
  /// Pairs a step.
  static let batch = 9
  /// The number of steps between two uses of a pair.
  static let lag = 128
  private static let uses = 3

  /// The places of a step's pairs that own pictures take instead, where there are any.
  private static let ownPlaces = [4, 7]

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

  /// The pairs of a step; they are drawn on the threads of `work` where they are not kept.
  func pairs(of step: Int, work: Work) -> [DrawnPair] {
    let seeds = Self.numbers(of: step).map { firstSeed &+ UInt64($0) }
    var known = kept.withLock { kept in seeds.map { kept[$0] } }
    if !own.isEmpty {
      for (turn, index) in Self.ownPlaces.enumerated() {
        known[index] = own[(step * Self.ownPlaces.count + turn) % own.count]
      }
    }
    let own = known
    let pairs = work.mapItems(of: seeds.count) {
      own[$0] ?? DrawnPair(seed: seeds[$0], side: self.side)
    }
    let oldest = firstSeed &+ UInt64(max(0, step - 2 * Self.lag) * Self.batch)
    kept.withLock { kept in
      // The first of each `uses` is the one that was drawn for this step.
      for index in stride(from: 0, to: Self.batch, by: Self.uses) {
        kept[seeds[index]] = pairs[index]
      }
      kept = kept.filter { $0.key >= oldest }
    }
    return pairs
  }

  /// Each step has `batch` numbers of its own; the first third of them is drawn for it. Before there are old pairs, the
  /// others are drawn too.
  static func numbers(of step: Int) -> [Int] {
    (0..<batch).map { index in
      let use = index % uses
      let origin = step - use * lag
      let own = index / uses
      return origin >= 0 ? origin * batch + own : step * batch + use * batch / uses + own
    }
  }
}
