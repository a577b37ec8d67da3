extension Tensor {
  /// Applies one linear map to the columns and one to the rows of every plane `[..., H, W]`.
  ///
  /// Each output row is first put together from whole input rows, then mapped along itself.
  ///
  /// - Returns: `[..., vertical.outputs, horizontal.outputs]`.
  /// - Complexity: O(planes · outputs · taps), one row of scratch a thread.
  public func resampled(_ vertical: LinearMap, _ horizontal: LinearMap) -> Tensor {
    require(
      Array(shape.suffix(2)) == [vertical.inputs, horizontal.inputs],
      "resample: \(shape) by maps from [\(vertical.inputs), \(horizontal.inputs)]")
    let (height, width) = (vertical.outputs, horizontal.outputs)
    let planes = shape.dropLast(2).reduce(1, *)
    let isVerticalOnly = horizontal.isIdentity
    return Tensor(shape.dropLast(2) + [height, width]) { out in
      read(self) { x in
        let columns = RowMap(horizontal)
        forEachBand(of: planes * height, cost: 4 * max(width, horizontal.inputs)) { rows in
          withUnsafeTemporaryAllocation(of: Float.self, capacity: horizontal.inputs) { scratch in
            for row in rows {
              let plane = x + row / height * vertical.inputs * horizontal.inputs
              let target = out + row * width
              if isVerticalOnly {
                vertical.sumRows(of: plane, width: width, row % height, into: target)
              } else {
                vertical.sumRows(
                  of: plane, width: horizontal.inputs, row % height, into: scratch.baseAddress!)
                columns.apply(scratch.baseAddress!, into: target)
              }
            }
          }
        }
      }
    }
  }
}

extension LinearMap {
  /// Output `row` of this map, whose inputs are whole rows of a plane.
  fileprivate func sumRows(
    of plane: UnsafePointer<Float>, width: Int, _ row: Int, into out: UnsafeMutablePointer<Float>
  ) {
    let taps = Int(starts[row])..<Int(starts[row + 1])
    guard let first = taps.first else {
      out.update(repeating: 0, count: width)
      return
    }
    scale(plane + Int(sources[first]) * width, by: weights[first], width, into: out)
    for tap in taps.dropFirst() {
      add(plane + Int(sources[tap]) * width, times: weights[tap], width, to: out)
    }
  }
}

private func scale(
  _ x: UnsafePointer<Float>, by weight: Float, _ count: Int, into out: UnsafeMutablePointer<Float>
) {
  for i in 0..<count { out[i] = weight * x[i] }
}

private func add(
  _ x: UnsafePointer<Float>, times weight: Float, _ count: Int, to out: UnsafeMutablePointer<Float>
) {
  for i in 0..<count { out[i] += weight * x[i] }
}

/// A map along one row. Where every output has at most two taps, they are stored in step, which
/// spares the inner loop.
private struct RowMap {
  private let map: LinearMap
  private let isShort: Bool
  /// Whether every output is an input.
  private let isChoice: Bool
  private var sources: [SIMD2<Int32>] = []
  private var weights: [SIMD2<Float>] = []

  init(_ map: LinearMap) {
    self.map = map
    isShort = (0..<map.outputs).allSatisfy { map.starts[$0 + 1] - map.starts[$0] <= 2 }
    isChoice =
      (0...map.outputs).allSatisfy { map.starts[$0] == Int32($0) }
      && map.weights.allSatisfy { $0 == 1 }
    guard isShort && map.inputs > 0 else { return }
    for output in 0..<map.outputs {
      var source = SIMD2<Int32>.zero
      var weight = SIMD2<Float>.zero
      for (lane, tap) in (Int(map.starts[output])..<Int(map.starts[output + 1])).enumerated() {
        source[lane] = map.sources[tap]
        weight[lane] = map.weights[tap]
      }
      sources.append(source)
      weights.append(weight)
    }
  }

  func apply(_ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>) {
    if isChoice {
      map.sources.withUnsafeBufferPointer { sources in
        for i in sources.indices { out[i] = x[Int(sources[i])] }
      }
    } else if isShort {
      sources.withUnsafeBufferPointer { sources in
        weights.withUnsafeBufferPointer { weights in
          for i in sources.indices {
            out[i] = weights[i].x * x[Int(sources[i].x)] + weights[i].y * x[Int(sources[i].y)]
          }
        }
      }
    } else {
      for i in 0..<map.outputs {
        var sum: Float = 0
        for tap in Int(map.starts[i])..<Int(map.starts[i + 1]) {
          sum += map.weights[tap] * x[Int(map.sources[tap])]
        }
        out[i] = sum
      }
    }
  }
}
