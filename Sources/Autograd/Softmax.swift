public import Tensors

/// The logarithm of `softmax`, without its underflow.
public func logSoftmax(_ x: Variable, axis: Int = -1) -> Variable {
  LogSoftmax(source: x.withoutValue, result: x.value.logSoftmax(axis: axis), axis: axis).variable
}

/// The backward pass needs the result alone.
private struct LogSoftmax {
  let source: Variable
  let result: Tensor
  let axis: Int

  var variable: Variable {
    .recorded(result, (source, { $0 - exp(self.variable) * $0.sum(over: axis) }))
  }
}

/// eˣ divided by its sum over `axis`.
public func softmax(_ x: Variable, axis: Int = -1) -> Variable { exp(logSoftmax(x, axis: axis)) }

/// Softmax over the elements whose mask is 1; the others get 0, and all of them do where none has
/// 1.
///
/// - Parameter mask: 0 or 1, of a shape that broadcasts to `x`'s.
public func softmax(_ x: Variable, mask: Tensor, axis: Int = -1) -> Variable {
  softmax(masked(x, mask), axis: axis) * Variable(mask)
}

/// `x` where the mask is 1, elsewhere a number so low that nothing of it is left after exp.
///
/// - Parameter mask: 0 or 1, of a shape that broadcasts to `x`'s.
public func masked(_ x: Variable, _ mask: Tensor) -> Variable {
  let mask = Variable(mask)
  return x * mask + (mask - 1) * 1e30
}
