import Tensors

extension Variable {
  /// The sums that give `shape`: over the axes where it has 1 and over those on the left that it
  /// lacks.
  public func sum(to shape: [Int]) -> Variable {
    if shape == self.shape { return self }
    return .recorded(
      value.sum(to: shape), (self, { [from = self.shape] in $0.broadcast(to: from) }))
  }

  /// The elements repeated to `shape`.
  public func broadcast(to shape: [Int]) -> Variable {
    if shape == self.shape { return self }
    return .recorded(
      value.broadcast(to: shape), (self, { [from = self.shape] in $0.sum(to: from) }))
  }

  /// The sum of all elements, of shape `[]`.
  public func sum() -> Variable { sum(to: []) }

  /// The sum over `axes`, which stay with length 1; negative ones count from the end.
  public func sum(over axes: Int...) -> Variable { sum(to: keeping(axes)) }

  /// The mean of all elements, of shape `[]`.
  public func mean() -> Variable { sum() * (1 / Float(value.count)) }

  /// The mean over `axes`, which stay with length 1.
  public func mean(over axes: Int...) -> Variable { mean(to: keeping(axes)) }

  /// The means that give `shape`.
  public func mean(to shape: [Int]) -> Variable {
    sum(to: shape) * (Float(shape.reduce(1, *)) / Float(value.count))
  }

  /// log Σ eˣ over `axis`, which stays with length 1.
  public func logSumExp(axis: Int) -> Variable {
    let result = value.logSumExp(axis: axis)
    return .recorded(result, (self, { $0 * softmax(self, axis: axis) }))
  }

  public static func * (a: Variable, b: Float) -> Variable { a * Variable(Tensor(b)) }

  private func keeping(_ axes: [Int]) -> [Int] {
    var shape = self.shape
    for axis in axes {
      let resolved = axis < 0 ? axis + shape.count : axis
      require(shape.indices.contains(resolved), "reduction: axis \(axis) of \(shape)")
      shape[resolved] = 1
    }
    return shape
  }
}
