extension Tensor {
  /// The place of the largest of each `kernel` × `kernel` pixels, in planes `[..., H, W]`; of equal
  /// ones the first.
  ///
  /// - Returns: a list of indices into `H · W` for each plane, and the sides of the pooled planes.
  public func largestIndices(
    kernel: Int, stride: Int
  ) -> (indices: Indices, height: Int, width: Int) {
    let sides = Array(shape.suffix(2))
    require(
      sides.count == 2 && kernel >= 1 && stride >= 1 && kernel <= sides[0] && kernel <= sides[1],
      "max pooling: kernel \(kernel), stride \(stride), \(shape)")
    let planes = shape.dropLast(2).reduce(1, *)
    let width = (sides[1] - kernel) / stride + 1
    let height = (sides[0] - kernel) / stride + 1
    var found = [Int32](repeating: 0, count: planes * height * width)
    found.withUnsafeMutableBufferPointer { found in
      let out = found.baseAddress!
      read(self) { x in
        forEachBand(of: planes * height, cost: width * kernel * kernel) { rows in
          for row in rows {
            let plane = x + row / height * sides[0] * sides[1]
            for column in 0..<width {
              let first = row % height * stride * sides[1] + column * stride
              var best = first
              for y in 0..<kernel {
                for x in first + y * sides[1]..<first + y * sides[1] + kernel
                where plane[x] > plane[best] { best = x }
              }
              out[row * width + column] = Int32(best)
            }
          }
        }
      }
    }
    return (Indices(found, sets: max(1, planes)), height, width)
  }
}
