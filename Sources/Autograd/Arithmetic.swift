import Tensors

// Sides that are 1 are repeated to the other's length; the gradient is summed over these again.

extension Variable {
  public static func + (a: Variable, b: Variable) -> Variable {
    recorded(
      BinaryFunction.add(a.value, b.value),
      (a, { [shape = a.shape] in $0.sum(to: shape) }),
      (b, { [shape = b.shape] in $0.sum(to: shape) }))
  }

  public static func - (a: Variable, b: Variable) -> Variable {
    recorded(
      BinaryFunction.subtract(a.value, b.value),
      (a, { [shape = a.shape] in $0.sum(to: shape) }),
      (b, { [shape = b.shape] in -$0.sum(to: shape) }))
  }

  public static func * (a: Variable, b: Variable) -> Variable {
    recorded(
      BinaryFunction.multiply(a.value, b.value),
      (a, { [shape = a.shape] in ($0 * b).sum(to: shape) }),
      (b, { [shape = b.shape] in ($0 * a).sum(to: shape) }))
  }

  public static func / (a: Variable, b: Variable) -> Variable {
    recorded(
      BinaryFunction.divide(a.value, b.value),
      (a, { [shape = a.shape] in ($0 / b).sum(to: shape) }),
      (b, { [shape = b.shape] in -($0 * a / (b * b)).sum(to: shape) }))
  }

  public static prefix func - (x: Variable) -> Variable { x * -1 }

  public static func += (a: inout Variable, b: Variable) { a = a + b }
  public static func -= (a: inout Variable, b: Variable) { a = a - b }
  public static func *= (a: inout Variable, b: Variable) { a = a * b }
}

/// The larger number of each pair; of equal ones the gradient goes to `a`.
public func maximum(_ a: Variable, _ b: Variable) -> Variable {
  select(a, b, BinaryFunction.maximum, isFirst: BinaryFunction.atLeast(a.value, b.value))
}

/// The smaller number of each pair; of equal ones the gradient goes to `a`.
public func minimum(_ a: Variable, _ b: Variable) -> Variable {
  select(a, b, BinaryFunction.minimum, isFirst: BinaryFunction.atLeast(b.value, a.value))
}

private func select(
  _ a: Variable, _ b: Variable, _ function: BinaryFunction, isFirst: Tensor
) -> Variable {
  let isFirst = Variable(isFirst)
  return .recorded(
    function(a.value, b.value),
    (a, { [shape = a.shape] in ($0 * isFirst).sum(to: shape) }),
    (b, { [shape = b.shape] in ($0 * (1 - isFirst)).sum(to: shape) }))
}
