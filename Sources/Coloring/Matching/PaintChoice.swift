import Glibc

/// The counterpart that a region takes: the best of the best paint.
///
/// Idea: what an artist sees is the paint, so regions of one paint (the pleats of a skirt) stand together
/// against one of another. A paint has the p-norm of its regions' scores: with p = 1 hair would win everywhere by
/// its mere number of strands, with p = ∞ the pleats would lose against one hand. A pleat's own share
/// breaks the tie.
struct PaintChoice {
  private static let power = 2.0

  /// The chosen first, then by score.
  let order: [Int]
  /// The p-norm of the best paint's scores, and their sum; 0 where there is none.
  let best: Double
  let share: Double

  /// - Parameters:
  ///   - scores: of each candidate, 0…1.
  ///   - paints: the paint of each, any numbers.
  init(scores: [Double], paints: [Int]) {
    var order = scores.indices.filter { scores[$0] > 1e-4 }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }
    var norms: [Int: Double] = [:]
    for index in order { norms[paints[index], default: 0] += pow(scores[index], Self.power) }
    norms = norms.mapValues { pow($0, 1 / Self.power) }
    // The first of equals: the one with the best single score.
    var place: Int?
    for (candidate, index) in order.enumerated() {
      guard let norm = norms[paints[index]] else { continue }
      if let place, norm <= norms[paints[order[place]]] ?? 0 { continue }
      place = candidate
    }
    if let place { order.insert(order.remove(at: place), at: 0) }
    let chosen = order.first.map { paints[$0] }
    self.order = order
    best = chosen.flatMap { norms[$0] } ?? 0
    share = order.reduce(0) { paints[$1] == chosen ? $0 + scores[$1] : $0 }
  }
}
