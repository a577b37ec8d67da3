import Tensors

/// `gradient · f⁽ᵏ⁾(x)`; differentiating it again raises `k`.
private func apply(
  _ function: ScalarFunction, to x: Variable, order: Int = 0, times gradient: Variable? = nil
) -> Variable {
  let result = function(x.value, order: order, times: gradient?.value)
  let rule: (Variable) -> Variable = { incoming in
    apply(function, to: x, order: order + 1, times: gradient.map { incoming * $0 } ?? incoming)
  }
  guard let gradient else { return .recorded(result, (x, rule)) }
  return .recorded(
    result, (x, rule), (gradient, { apply(function, to: x, order: order, times: $0) }))
}

public func exp(_ x: Variable) -> Variable { apply(.exponential, to: x) }
/// The natural logarithm.
public func log(_ x: Variable) -> Variable { apply(.logarithm, to: x) }
public func sqrt(_ x: Variable) -> Variable { apply(.squareRoot, to: x) }
/// 1 / √x.
public func reciprocalSqrt(_ x: Variable) -> Variable { apply(.reciprocalSquareRoot, to: x) }
public func square(_ x: Variable) -> Variable { apply(.square, to: x) }
/// The gradient at 0 is 0.
public func abs(_ x: Variable) -> Variable { apply(.absolute, to: x) }
public func sigmoid(_ x: Variable) -> Variable { apply(.sigmoid, to: x) }
public func tanh(_ x: Variable) -> Variable { apply(.tanh, to: x) }
/// x · sigmoid(x).
public func silu(_ x: Variable) -> Variable { apply(.silu, to: x) }
/// log(1 + eˣ).
public func softplus(_ x: Variable) -> Variable { apply(.softplus, to: x) }
/// The nearest number in `range`.
public func clamp(_ x: Variable, _ range: ClosedRange<Float>) -> Variable {
  apply(.clamp(range), to: x)
}

/// The number where it is above 0, else 0.
public func relu(_ x: Variable) -> Variable { leakyRelu(x, slope: 0) }

/// The number where it is above 0, else `slope` times it.
///
/// - Parameter slope: not negative: the tape keeps the result, which the next operation has
///   anyway, and tells by its sign where the input was above 0.
public func leakyRelu(_ x: Variable, slope: Float = 0.2) -> Variable {
  require(slope >= 0, "leakyRelu: slope \(slope)")
  let result = ScalarFunction.leakyReLU(slope: slope)(x.value)
  return .recorded(result, (x, { gated($0, by: result, slope: slope) }))
}

/// `x` where `sign` is above 0, else `slope` times it.
func gated(_ x: Variable, by sign: Tensor, slope: Float) -> Variable {
  .recorded(
    gate(x.value, by: sign, slope: slope), (x, { gated($0, by: sign, slope: slope) }))
}
