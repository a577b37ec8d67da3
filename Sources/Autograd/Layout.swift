import Tensors

extension Variable {
  /// The same elements under another shape; one side may be -1: what remains.
  public func reshaped(_ shape: Int...) -> Variable { reshaped(shape) }

  public func reshaped(_ shape: [Int]) -> Variable {
    .recorded(value.reshaped(shape), (self, { [from = self.shape] in $0.reshaped(from) }))
  }

  /// Axis `i` of the result is axis `axes[i]` of this variable.
  public func permuted(_ axes: Int...) -> Variable { permuted(axes) }

  func permuted(_ axes: [Int]) -> Variable {
    var back = axes
    for (index, axis) in axes.enumerated() where axes.indices.contains(axis) { back[axis] = index }
    return .recorded(value.permuted(axes), (self, { [back] in $0.permuted(back) }))
  }

  /// The last two axes exchanged.
  public func transposed() -> Variable {
    .recorded(value.transposed(), (self, { $0.transposed() }))
  }

  /// The part of one axis that lies in `range`.
  public func sliced(_ range: Range<Int>, axis: Int) -> Variable {
    let result = value.sliced(range, axis: axis)
    let length = shape[axis < 0 ? axis + shape.count : axis]
    return .recorded(
      result,
      (self, { $0.padded(before: range.lowerBound, after: length - range.upperBound, axis: axis) }))
  }

  /// Zeros before and after along one axis.
  public func padded(before: Int, after: Int, axis: Int) -> Variable {
    let length = shape[axis < 0 ? axis + shape.count : axis]
    return .recorded(
      value.padded(before: before, after: after, axis: axis),
      (self, { $0.sliced(before..<before + length, axis: axis) }))
  }
}

/// Variables one after the other along an axis; images by their channels unless told.
public func concatenated(_ parts: Variable..., axis: Int = 1) -> Variable {
  concatenated(parts, axis: axis)
}

public func concatenated(_ parts: [Variable], axis: Int = 1) -> Variable {
  let result = Tensors.concatenated(parts.map(\.value), axis: axis)
  var start = 0
  return .recorded(
    result,
    parts.map { part in
      let length = part.shape[axis < 0 ? axis + part.shape.count : axis]
      let range = start..<start + length
      start += length
      return (part, { $0.sliced(range, axis: axis) })
    })
}
