import Glibc
import Raster

/// Shares out the drawing's regions over the reference's, all at once.
///
/// Idea: entropic optimal transport with soft columns (Chizat et al. 2018). Each row gives all of its weight away,
/// in proportion to affinity times price; a column that is given more than its capacity has the price
/// (capacity / load) ^ strictness, any other 1. So many regions of the drawing may share one of the reference, but
/// two do not both take what fits one of them well and something else better. A column without a capacity is
/// never dear: the dustbin.
/// Cost: O(rounds · entries). Rows are sparse: what is not listed has no affinity.
struct SoftAssignment: Sendable {
  struct Entry: Sendable {
    let column: Int
    let affinity: Double
  }

  /// The share of each row's weight given to each of its entries; sums to 1, or 0 for an empty row.
  let shares: [[Double]]

  /// - Parameters:
  ///   - rows: each row's entries, affinities at least 0.
  ///   - weights: what each row has to give, above 0.
  ///   - capacities: by column; nil takes everything.
  ///   - strictness: 0 (columns take all that comes) and up.
  init(
    rows: [[Entry]], weights: [Double], capacities: [Double?], strictness: Double, rounds: Int,
    work: Work
  ) throws(Cancelled) {
    precondition(rows.count == weights.count, "\(weights.count) weights for \(rows.count) rows")
    var prices = [Double](repeating: 1, count: capacities.count)
    var shares = Self.shares(rows, prices)
    // Solved for the price with the demand held: the plain power would overshoot and never settle.
    let step = strictness / (1 + strictness)
    for _ in 0..<rounds {
      try work.checkCancelled()
      var loads = [Double](repeating: 0, count: capacities.count)
      for (row, entries) in rows.enumerated() {
        for (index, entry) in entries.enumerated() {
          loads[entry.column] += weights[row] * shares[row][index]
        }
      }
      for column in capacities.indices {
        guard let capacity = capacities[column], loads[column] > 0 else { continue }
        let wanted = loads[column] / prices[column]
        prices[column] = min(1, pow(max(capacity, 1e-9) / wanted, step))
      }
      shares = Self.shares(rows, prices)
    }
    self.shares = shares
  }

  private static func shares(_ rows: [[Entry]], _ prices: [Double]) -> [[Double]] {
    rows.map { entries in
      let wanted = entries.map { $0.affinity * prices[$0.column] }
      let total = wanted.reduce(0, +)
      return total > 0 ? wanted.map { $0 / total } : wanted.map { _ in 0 }
    }
  }
}
