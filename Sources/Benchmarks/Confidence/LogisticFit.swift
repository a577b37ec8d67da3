import Foundation

/// A logistic of some inputs, fitted by maximum likelihood; no input counts against.
///
/// Newton's method with a little of a ridge; an input whose weight would be negative is left out, and the rest
/// fitted anew.
/// Cost: O(rounds · rows · inputs²).
struct LogisticFit {
  struct Row {
    let inputs: [Double]
    let isTrue: Bool
    /// Above 0.
    let weight: Double
  }

  private static let ridge = 1e-6
  private static let rounds = 40

  /// One for each input, at least 0.
  private(set) var weights: [Double]
  private(set) var bias: Double

  /// - Precondition: there is a row, and all have as many inputs.
  init(_ rows: [Row]) {
    let count = rows[0].inputs.count
    var used = Array(0..<count)
    while true {
      let fitted = Self.fitted(rows, used)
      if let worst = used.indices.min(by: { fitted[$0] < fitted[$1] }), fitted[worst] < 0 {
        used.remove(at: worst)
        continue
      }
      weights = [Double](repeating: 0, count: count)
      for (place, input) in used.enumerated() { weights[input] = fitted[place] }
      bias = fitted[used.count]
      return
    }
  }

  /// The chance that a row is true, 0…1.
  func chance(of inputs: [Double]) -> Double {
    1 / (1 + exp(-zip(weights, inputs).reduce(bias) { $0 + $1.0 * $1.1 }))
  }

  /// The weights of some inputs, and the bias after them.
  private static func fitted(_ rows: [Row], _ used: [Int]) -> [Double] {
    let size = used.count + 1
    let whole = rows.reduce(0) { $0 + $1.weight }
    var fit = [Double](repeating: 0, count: size)
    for _ in 0..<rounds {
      var gradient = [Double](repeating: 0, count: size)
      var curvature = [[Double]](repeating: gradient, count: size)
      for place in used.indices {
        gradient[place] = ridge * fit[place]
        curvature[place][place] = ridge
      }
      for row in rows {
        let inputs = used.map { row.inputs[$0] } + [1]
        let chance = 1 / (1 + exp(-zip(fit, inputs).reduce(0) { $0 + $1.0 * $1.1 }))
        let weight = row.weight / whole
        for first in 0..<size {
          gradient[first] += weight * (chance - (row.isTrue ? 1 : 0)) * inputs[first]
          let bend = weight * chance * (1 - chance) * inputs[first]
          for second in 0..<size { curvature[first][second] += bend * inputs[second] }
        }
      }
      let step = solution(of: curvature, gradient)
      for place in 0..<size { fit[place] -= step[place] }
      if step.allSatisfy({ abs($0) < 1e-9 }) { break }
    }
    return fit
  }

  /// The solution of linear equations, by elimination with the largest pivot.
  private static func solution(of matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let size = right.count
    for column in 0..<size {
      let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in 0..<size where row != column {
        let factor = rows[row][column] / rows[column][column]
        for place in column...size { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return rows.indices.map { rows[$0][size] / rows[$0][$0] }
  }
}
