/// Sums, the other way round of broadcasting.
///
/// Axes that go next to each other are merged, then each run of axes is summed in one pass over
/// `[outer, length, inner]`. Long rows are cut into pieces of 4,096 whose sums are then summed, so
/// the order of additions (and the last bit) never depends on threads, and the error of a row grows
/// with the pieces, not with the elements.
extension Tensor {
  /// The sums that give `shape`: along each axis where it has 1 and this tensor more, and along the
  /// axes on the left that it lacks.
  public func sum(to shape: [Int]) -> Tensor {
    require(broadcastShape(self.shape, shape) == self.shape, "sum: \(self.shape) to \(shape)")
    guard shape != self.shape else { return self }
    let padded = Array(repeating: 1, count: self.shape.count - shape.count) + shape
    // Merged axes, from the left: length, and whether it goes.
    var axes: [(length: Int, goes: Bool)] = []
    for (length, kept) in zip(self.shape, padded) where length != 1 {
      if let last = axes.last, last.goes == (kept == 1) {
        axes[axes.count - 1].length *= length
      } else {
        axes.append((length, kept == 1))
      }
    }
    var result = self
    for (index, axis) in axes.enumerated().reversed() where axis.goes {
      let inner = axes[(index + 1)...].reduce(1) { $0 * ($1.goes ? 1 : $1.length) }
      result = result.summed(length: axis.length, inner: inner)
    }
    return result.reshaped(shape)
  }

  /// `[outer, length, inner]` summed over the length.
  private func summed(length: Int, inner: Int) -> Tensor {
    let outer = count / max(1, length * inner)
    let piece = 4096
    if inner == 1 && length > piece {
      let whole = length / piece * piece
      let pieces = (length + piece - 1) / piece
      let partial = Tensor([outer, pieces]) { out in
        read(self) { x in
          forEachBand(of: outer * pieces, cost: piece) { band in
            for index in band {
              let part = index % pieces
              let start = index / pieces * length + part * piece
              out[index] = ConvolutionKernels.fastest.sum(
                x + start, part * piece < whole ? piece : length - whole)
            }
          }
        }
      }
      return partial.summed(length: pieces, inner: 1)
    }
    return Tensor([outer, inner]) { out in
      read(self) { x in
        if inner == 1 {
          forEachBand(of: outer, cost: length) { rows in
            for row in rows {
              out[row] = ConvolutionKernels.fastest.sum(x + row * length, length)
            }
          }
        } else {
          // Columns in blocks, so that a long outer axis is not needed to use all threads.
          let block = 1024
          let blocks = (inner + block - 1) / block
          forEachBand(of: outer * blocks, cost: length * min(block, inner)) { band in
            for index in band {
              let start = index % blocks * block
              let width = min(block, inner - start)
              let target = out + index / blocks * inner + start
              target.update(repeating: 0, count: width)
              for row in 0..<length {
                let source = x + (index / blocks * length + row) * inner + start
                for i in 0..<width { target[i] += source[i] }
              }
            }
          }
        }
      }
    }
  }
}
