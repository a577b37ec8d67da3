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

/// A map along one row.
///
/// Most maps do the same at every place: a blur, or every second output of a doubling. Such outputs are a run, whose loop has
/// its weights in registers. Where there are no runs, and every output has at most two taps, these are stored in step, which
/// spares the inner loop.
private struct RowMap {
  private let map: LinearMap
  private let runs: [Run]
  private let hasRuns: Bool
  private let isShort: Bool
  private var sources: [SIMD2<Int32>] = []
  private var weights: [SIMD2<Float>] = []

  init(_ map: LinearMap) {
    self.map = map
    let (plain, alternate) = (Run.all(of: map, apart: 1), Run.all(of: map, apart: 2))
    runs = plain.count <= alternate.count ? plain : alternate
    hasRuns = 4 * runs.count <= map.outputs + 12
    isShort = (0..<map.outputs).allSatisfy { map.starts[$0 + 1] - map.starts[$0] <= 2 }
    guard !hasRuns && isShort && map.inputs > 0 else { return }
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
    if hasRuns {
      map.sources.withUnsafeBufferPointer { sources in
        map.weights.withUnsafeBufferPointer { weights in
          for run in runs { run.apply(x, into: out, sources, weights) }
        }
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

/// Outputs of a row that have the same weights, for inputs that lie the same step further each time.
private struct Run {
  /// Outputs are `output`, `output + apart`, …: `count` of them.
  let output, apart: Int
  var count = 1
  /// Inputs from one output's to the next's.
  var step = 1
  /// The first output's taps are so many, from `tap` on.
  let tap, taps: Int

  /// The runs that make up all outputs, those that are `apart` in one.
  static func all(of map: LinearMap, apart: Int) -> [Run] {
    (0..<min(apart, map.outputs)).flatMap { first in
      var runs: [Run] = []
      for output in stride(from: first, to: map.outputs, by: apart)
      where runs.isEmpty || !runs[runs.count - 1].goesOn(at: output, of: map) {
        let tap = Int(map.starts[output])
        runs.append(
          Run(output: output, apart: apart, tap: tap, taps: Int(map.starts[output + 1]) - tap))
      }
      return runs
    }
  }

  /// Takes in the next output if it is like those before.
  private mutating func goesOn(at output: Int, of map: LinearMap) -> Bool {
    let first = Int(map.starts[output])
    guard Int(map.starts[output + 1]) - first == taps else { return false }
    if taps > 0 {
      let moved = Int(map.sources[first] - map.sources[tap])
      if count == 1 { step = moved }
      for index in 0..<taps
      where map.weights[first + index] != map.weights[tap + index]
        || Int(map.sources[first + index] - map.sources[tap + index]) != count * step
      {
        return false
      }
    }
    count += 1
    return true
  }

  func apply(
    _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>,
    _ sources: UnsafeBufferPointer<Int32>, _ weights: UnsafeBufferPointer<Float>
  ) {
    // Each with its own loop, for steps that are known become whole vectors.
    switch (apart, step) {
    case (1, 1): apply(x, into: out, sources, weights, apart: 1, step: 1)
    case (1, 2): apply(x, into: out, sources, weights, apart: 1, step: 2)
    case (2, 1): apply(x, into: out, sources, weights, apart: 2, step: 1)
    default: apply(x, into: out, sources, weights, apart: apart, step: step)
    }
  }

  @inline(__always)
  private func apply(
    _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>,
    _ sources: UnsafeBufferPointer<Int32>, _ weights: UnsafeBufferPointer<Float>, apart: Int,
    step: Int
  ) {
    let to = out + output
    func from(_ index: Int) -> UnsafePointer<Float> { x + Int(sources[tap + index]) }
    switch taps {
    case 0: for i in 0..<count { to[i * apart] = 0 }
    case 2:
      let (a, b) = (weights[tap], weights[tap + 1])
      let (p, q) = (from(0), from(1))
      for i in 0..<count { to[i * apart] = a * p[i * step] + b * q[i * step] }
    case 4:
      let (a, b, c, d) = (weights[tap], weights[tap + 1], weights[tap + 2], weights[tap + 3])
      let (p, q, r, s) = (from(0), from(1), from(2), from(3))
      for i in 0..<count {
        let j = i * step
        to[i * apart] = a * p[j] + b * q[j] + c * r[j] + d * s[j]
      }
    default:
      let (weight, p) = (weights[tap], from(0))
      for i in 0..<count { to[i * apart] = weight * p[i * step] }
      for index in 1..<taps {
        let (weight, p) = (weights[tap + index], from(index))
        for i in 0..<count { to[i * apart] += weight * p[i * step] }
      }
    }
  }
}
