import Autograd
import Foundation
import Tensors
import Testing

/// Compares an operation with its naive twin on random inputs of `shapes`: its values, its
/// gradients with central differences of the twin, and the gradients of its gradients with second
/// differences.
func checkOperation(
  _ shapes: [[Int]], range: ClosedRange<Float> = -1...1, order: Int = 2, seed: UInt64 = 7,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ operation: ([Variable]) -> Variable, twin: ([Naive]) -> Naive
) {
  var random = RandomStream(seed: seed, stream: 0)
  let inputs = shapes.map { Tensor.uniform($0, in: range, using: &random) }
  let naiveInputs = inputs.map { Naive($0) }
  let tracked = inputs.map { Variable($0).tracked() }
  let result = operation(tracked)
  let expected = twin(naiveInputs)
  #expect(result.shape == expected.shape, sourceLocation: sourceLocation)
  guard result.shape == expected.shape else { return }
  expectClose(result.value, expected, 1e-5, "value", sourceLocation)

  // L = Σ weights · operation(inputs); a direction in which to differentiate its gradient again.
  let weights = Tensor.uniform(result.shape, in: -1...1, using: &random)
  let directions = shapes.map { Tensor.uniform($0, in: -1...1, using: &random) }
  let naiveWeights = Naive(weights)
  let naiveDirections = directions.map { Naive($0) }
  /// L with every input moved by `along` times its direction, and one element by `step`.
  func loss(_ along: Double, _ input: Int, _ element: Int, _ step: Double) -> Double {
    var moved = zip(naiveInputs, naiveDirections).map { x, direction in
      x + direction.map { $0 * along }
    }
    moved[input].values[element] += step
    return (twin(moved) * naiveWeights).sum
  }
  let step = 1e-4
  let first = gradients(
    of: (result * Variable(weights)).sum(), with: tracked, recording: order == 2)
  for (index, shape) in shapes.enumerated() {
    let numbers = (0..<shape.reduce(1, *)).map {
      (loss(0, index, $0, step) - loss(0, index, $0, -step)) / (2 * step)
    }
    expectClose(
      first[index].value, Naive(shape, numbers), 1e-3, "gradient \(index)", sourceLocation)
  }
  guard order == 2 else { return }
  let slope = zip(first, directions).map { ($0 * Variable($1)).sum() }
    .reduce(Variable(0)) { $0 + $1 }
  let second = gradients(of: slope, with: tracked)
  for (index, shape) in shapes.enumerated() {
    let numbers = (0..<shape.reduce(1, *)).map { element in
      let ahead = loss(step, index, element, step) - loss(step, index, element, -step)
      let behind = loss(-step, index, element, step) - loss(-step, index, element, -step)
      return (ahead - behind) / (4 * step * step)
    }
    expectClose(
      second[index].value, Naive(shape, numbers), 1e-3, "second gradient \(index)",
      sourceLocation)
  }
}

/// The largest difference stays below `tolerance` of the largest expected number, or of 1e-2 where
/// all are small.
func expectClose(
  _ result: Tensor, _ expected: Naive, _ tolerance: Double, _ what: String,
  _ sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(result.shape == expected.shape, sourceLocation: sourceLocation)
  guard result.shape == expected.shape else { return }
  let scale = max(1e-2, expected.values.map(Swift.abs).max() ?? 0)
  var worst = 0.0
  for (value, expected) in zip(result.values, expected.values) {
    let difference = Swift.abs(Double(value) - expected)
    worst = difference.isNaN ? .infinity : max(worst, difference)
  }
  #expect(
    worst <= tolerance * scale, "\(what): off by \(worst / scale) of \(scale)",
    sourceLocation: sourceLocation)
}
