import Tensors

/// Products of matrices, one for each of a batch.
///
/// - Parameters:
///   - a: `[..., M, K]`, or `[..., K, M]` where `transposingA`.
///   - b: `[..., K, N]`, or `[..., N, K]` where `transposingB`. The axes before the last two are
///     the same, or
///     one variable has none: then it serves for all of the other's.
/// - Returns: `[..., M, N]`.
public func matrixProduct(
  _ a: Variable, _ b: Variable, transposingA: Bool = false, transposingB: Bool = false
) -> Variable {
  func product(_ x: Variable, _ y: Variable, _ first: Bool, _ second: Bool) -> Variable {
    matrixProduct(x, y, transposingA: first, transposingB: second)
  }
  return .recorded(
    Tensors.matrixProduct(
      a.value, b.value, transposingA: transposingA, transposingB: transposingB),
    (
      a,
      { [shape = a.shape] g in
        (transposingA ? product(b, g, transposingB, true) : product(g, b, false, !transposingB))
          .sum(to: shape)
      }
    ),
    (
      b,
      { [shape = b.shape] g in
        (transposingB ? product(g, a, true, transposingA) : product(a, g, !transposingA, false))
          .sum(to: shape)
      }
    ))
}

/// `x · weightᵀ + bias`.
///
/// - Parameters:
///   - x: `[..., I]`.
///   - weight: `[O, I]`.
///   - bias: `[O]`.
/// - Returns: `[..., O]`.
public func linear(_ x: Variable, _ weight: Variable, bias: Variable? = nil) -> Variable {
  require(
    weight.shape.count == 2 && x.shape.last == weight.shape[1],
    "linear: \(x.shape) by a weight of \(weight.shape)")
  let rows = x.reshaped([-1, weight.shape[1]])
  let product = matrixProduct(rows, weight, transposingB: true)
    .reshaped(x.shape.dropLast() + [weight.shape[0]])
  return bias.map { product + $0 } ?? product
}
