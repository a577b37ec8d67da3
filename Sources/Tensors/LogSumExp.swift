import Glibc

/// log Σ eˣ and log softmax along one axis, which cross-entropy, attention and Sinkhorn are made
/// of.
///
/// The largest element is taken out first, so nothing overflows, and log softmax is exact for large
/// numbers too, where their log Σ eˣ has few digits left for the difference.
extension Tensor {
  /// - Parameter axis: becomes 1 long; negative counts from the end.
  public func logSumExp(axis: Int) -> Tensor {
    var reduced = shape
    let (_, _, inner) = around(axis, of: "logSumExp")
    reduced[axis < 0 ? axis + shape.count : axis] = 1
    return Tensor(reduced) { out in
      forEachColumns(of: axis) { _, columns, largest, logarithms in
        let target = out + columns.outer * inner + columns.start
        for i in 0..<columns.width { target[i] = largest[i] + logarithms[i] }
      }
    }
  }

  /// The elements less their log Σ eˣ over `axis`.
  public func logSoftmax(axis: Int) -> Tensor {
    let (_, length, inner) = around(axis, of: "logSoftmax")
    return Tensor(shape) { out in
      forEachColumns(of: axis) { x, columns, largest, logarithms in
        if inner == 1 {
          let (largest, logarithm) = (largest[0], logarithms[0])
          let target = out + columns.outer * length
          for i in 0..<length { target[i] = x[i] - largest - logarithm }
        } else {
          let target = out + columns.outer * length * inner + columns.start
          for row in 0..<length {
            for i in 0..<columns.width {
              target[row * inner + i] = x[row * inner + i] - largest[i] - logarithms[i]
            }
          }
        }
      }
    }
  }

  /// Neighbouring columns of one of the matrices `[length, inner]` a tensor is made of.
  private struct ColumnBlock {
    let outer, start, width: Int
  }

  /// Calls `body` with the first element of each block of columns, their largest elements, and the
  /// logarithms of the sums of e to the elements less these.
  private func forEachColumns(
    of axis: Int,
    _ body: (
      UnsafePointer<Float>, ColumnBlock, UnsafePointer<Float>, UnsafePointer<Float>
    ) -> Void
  ) {
    let (outer, length, inner) = around(axis, of: "logSumExp")
    require(length > 0, "logSumExp: axis \(axis) of \(shape) is empty")
    let block = min(inner, 256)
    guard block > 0 else { return }
    let blocks = (inner + block - 1) / block
    read(self) { x in
      forEachBand(of: outer * blocks, cost: 8 * length * block) { band in
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * block) { scratch in
          let largest = scratch.baseAddress!
          for index in band {
            let start = index % blocks * block
            let columns = ColumnBlock(
              outer: index / blocks, start: start, width: min(block, inner - start))
            let first = x + columns.outer * length * inner + start
            if inner == 1 {
              scanRow(first, length, largest, largest + block)
            } else {
              scanColumns(first, length, inner, columns.width, largest, largest + block)
            }
            body(first, columns, largest, largest + block)
          }
        }
      }
    }
  }

  /// The sides before, at and after an axis, each as one.
  func around(_ axis: Int, of operation: String) -> (outer: Int, length: Int, inner: Int) {
    let resolved = axis < 0 ? axis + shape.count : axis
    require(shape.indices.contains(resolved), "\(operation): axis \(axis) of \(shape)")
    return (
      shape[..<resolved].reduce(1, *), shape[resolved], shape[(resolved + 1)...].reduce(1, *)
    )
  }
}

private func scanRow(
  _ x: UnsafePointer<Float>, _ length: Int, _ largest: UnsafeMutablePointer<Float>,
  _ logarithm: UnsafeMutablePointer<Float>
) {
  var top = x[0]
  for i in 1..<length { top = x[i] > top ? x[i] : top }
  largest[0] = top
  logarithm[0] = logf(rowSum(RowTerms.Exponential(x: x, largest: top), length))
}

private func scanColumns(
  _ x: UnsafePointer<Float>, _ length: Int, _ stride: Int, _ width: Int,
  _ largest: UnsafeMutablePointer<Float>, _ logarithms: UnsafeMutablePointer<Float>
) {
  for i in 0..<width { largest[i] = x[i] }
  for row in 1..<length {
    let values = x + row * stride
    for i in 0..<width { largest[i] = values[i] > largest[i] ? values[i] : largest[i] }
  }
  for i in 0..<width { logarithms[i] = 0 }
  for row in 0..<length {
    let values = x + row * stride
    for i in 0..<width { logarithms[i] += exponential(values[i] - largest[i]) }
  }
  for i in 0..<width { logarithms[i] = logf(logarithms[i]) }
}
