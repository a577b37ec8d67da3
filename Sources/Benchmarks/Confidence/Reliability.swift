import Foundation

/// How far chances hold what they say.
struct Reliability {
  struct Case {
    let chance: Double
    let isRight: Bool
    let weight: Double
  }

  let cases: [Case]

  /// Ten bins of chances: the mean chance, the share that is right, the bin's share of all; nil where a bin is empty.
  var bins: [(chance: Double, right: Double, share: Double)?] {
    let whole = cases.reduce(0) { $0 + $1.weight }
    return (0..<10).map { bin in
      let own = cases.filter { min(9, Int($0.chance * 10)) == bin }
      let weight = own.reduce(0) { $0 + $1.weight }
      guard weight > 0 else { return nil }
      return (
        own.reduce(0) { $0 + $1.chance * $1.weight } / weight,
        own.reduce(0) { $0 + ($1.isRight ? $1.weight : 0) } / weight, weight / whole
      )
    }
  }

  /// The mean distance of a bin's chance from what is right of it (ECE), 0 at best.
  var error: Double {
    bins.reduce(0) { $0 + ($1.map { $0.share * abs($0.chance - $0.right) } ?? 0) }
  }

  /// The chance that what is right has the higher chance than what is wrong (AUC), 1 at best, ½ by lot.
  var order: Double {
    let (right, wrong) = cases.reduce(into: (0.0, 0.0)) { sums, one in
      if one.isRight { sums.0 += one.weight } else { sums.1 += one.weight }
    }
    var (below, found) = (0.0, 0.0)
    for one in cases.sorted(by: { $0.chance < $1.chance }) {
      if one.isRight { found += one.weight * below } else { below += one.weight }
    }
    return right * wrong > 0 ? found / (right * wrong) : 0
  }

  /// A line for each bin, with a bar as long as what is right of it and a mark where its chance is.
  var diagram: String {
    let side = 40
    return bins.enumerated().map { index, bin in
      let name = String(format: "%.1f-%.1f ", Double(index) / 10, Double(index + 1) / 10)
      guard let bin else { return name }
      var bar = Array(repeating: Character(" "), count: side + 1)
      for place in 0..<Int(bin.right * Double(side) + 0.5) { bar[place] = "=" }
      bar[Int(bin.chance * Double(side) + 0.5)] = "|"
      return name
        + String(format: "%.2f right %.2f of %.3f ", bin.chance, bin.right, bin.share)
        + String(bar)
    }.joined(separator: "\n")
  }
}
