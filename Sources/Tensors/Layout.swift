/// Moving elements without computing: axes in another order, parts of an axis, tensors in a row.
extension Tensor {
  /// The axes in the order `axes`: axis `i` of the result is axis `axes[i]` of this tensor.
  public func permuted(_ axes: [Int]) -> Tensor {
    require(axes.sorted() == Array(shape.indices), "permute: \(shape) by \(axes)")
    if axes == Array(shape.indices) { return self }
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in shape.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * shape[axis + 1]
    }
    let sides = axes.map { shape[$0] }
    let steps = axes.map { strides[$0] }
    let width = sides.last ?? 1
    let step = steps.last ?? 1
    return Tensor(sides) { out in
      read(self) { x in
        forEachBand(of: sides.dropLast().reduce(1, *), cost: 2 * width) { rows in
          for row in rows {
            var rest = row
            var offset = 0
            for axis in sides.indices.dropLast().reversed() {
              offset += rest % sides[axis] * steps[axis]
              rest /= sides[axis]
            }
            let target = out + row * width
            let source = x + offset
            for i in 0..<width { target[i] = source[i * step] }
          }
        }
      }
    }
  }

  /// The last two axes exchanged.
  public func transposed() -> Tensor {
    require(shape.count >= 2, "transpose: \(shape)")
    let rank = shape.count
    return permuted(Array(0..<rank - 2) + [rank - 1, rank - 2])
  }

  /// The part of one axis that lies in `range`.
  public func sliced(_ range: Range<Int>, axis: Int) -> Tensor {
    let (outer, length, inner) = around(axis, of: "slice")
    require(
      range.lowerBound >= 0 && range.upperBound <= length,
      "slice: \(range) of axis \(axis) of \(shape)")
    var sides = shape
    sides[axis < 0 ? axis + shape.count : axis] = range.count
    let width = range.count * inner
    return Tensor(sides) { out in
      read(self) { x in
        forEachBand(of: outer, cost: width) { rows in
          for row in rows {
            (out + row * width).update(
              from: x + (row * length + range.lowerBound) * inner, count: width)
          }
        }
      }
    }
  }

  /// Zeros before and after along one axis: what `sliced` does, backwards.
  public func padded(before: Int, after: Int, axis: Int) -> Tensor {
    let position = axis < 0 ? axis + shape.count : axis
    var sides = shape
    var parts = [self]
    if before > 0 {
      sides[position] = before
      parts.insert(.zeros(sides), at: 0)
    }
    if after > 0 {
      sides[position] = after
      parts.append(.zeros(sides))
    }
    return parts.count == 1 ? self : concatenated(parts, axis: axis)
  }
}

/// Tensors one after the other along an axis; they agree on all others.
public func concatenated(_ parts: [Tensor], axis: Int) -> Tensor {
  require(!parts.isEmpty, "concatenate: nothing")
  let (outer, _, inner) = parts[0].around(axis, of: "concatenate")
  let position = axis < 0 ? axis + parts[0].shape.count : axis
  var sides = parts[0].shape
  sides[position] = 0
  for part in parts {
    var expected = part.shape
    if expected.indices.contains(position) { expected[position] = parts[0].shape[position] }
    require(
      expected == parts[0].shape, "concatenate: \(parts[0].shape) and \(part.shape) along \(axis)")
    sides[position] += part.shape[position]
  }
  let stride = sides[position] * inner
  return Tensor(sides) { out in
    var start = 0
    for part in parts {
      let width = part.shape[position] * inner
      let target = out + start
      read(part) { x in
        forEachBand(of: outer, cost: width) { rows in
          for row in rows { (target + row * stride).update(from: x + row * width, count: width) }
        }
      }
      start += width
    }
  }
}
