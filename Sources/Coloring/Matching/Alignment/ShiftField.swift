import Glibc
import Raster

/// A shift for each cell of a grid, and its refinement by what the cells look like.
struct ShiftField: Sendable {
  let width: Int
  let height: Int
  var shifts: [SIMD2<Float>]
  /// The mean agreement of the figure's cells after the last refinement, -1…1.
  private(set) var agreement: Float = 0

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    shifts = Array(repeating: .zero, count: width * height)
  }

  /// The field on a grid twice as fine, smoothed.
  func doubled() -> ShiftField {
    var fine = ShiftField(width: 2 * width, height: 2 * height)
    for y in 0..<fine.height {
      for x in 0..<fine.width {
        fine.shifts[y * fine.width + x] = shifts[y / 2 * width + x / 2] * 2
      }
    }
    fine.shifts = FeatureGrid.softened(
      fine.shifts, width: fine.width, height: fine.height, weight: 0.3)
    return fine
  }

  /// Moves each cell to where it agrees best with `b`, near its neighbours.
  ///
  /// - Parameters:
  ///   - figure: which cells matter to their neighbours.
  ///   - radius: how far from where it is a cell may go, in cells.
  mutating func refine(
    from a: CellDescriptors, to b: CellDescriptors, figure: [Float], radius: Int,
    sharpness: Float, stiffness: Float, rounds: Int, work: Work
  ) throws(Cancelled) {
    let window = ShiftWindow(radius: radius)
    let starts = shifts.map { SIMD2(Int($0.x.rounded()), Int($0.y.rounded())) }
    let (width, height) = (width, height)
    let count = window.blocks.count
    // By cell, its window's blocks one after the other.
    let costs = try Plane(
      width: width * count, height: height, repeating: SIMD8<Float>(repeating: .infinity),
      smallest: 1, work: work
    ) { y, row in
      Self.fillCosts(&row, y: y, a, b, starts: starts, window: window)
    }
    let weights = Self.weights(figure, width: width, height: height)
    var means = shifts
    for _ in 0..<rounds {
      let current = means
      let expected = try Plane(
        width: width, height: height, repeating: SIMD2<Float>.zero, smallest: 4, work: work
      ) { y, row in
        var energies = [SIMD8<Float>](repeating: .zero, count: count)
        for x in 0..<width {
          let cell = y * width + x
          row[x] = window.expected(
            costs.elements.span.extracting(cell * count..<(cell + 1) * count),
            around: current[cell], start: SIMD2<Float>(starts[cell]), sharpness: sharpness,
            stiffness: stiffness, &energies)
        }
      }
      means = Self.smoothed(expected.elements, weights: weights, width: width, height: height)
    }
    shifts = means
    agreement = Self.agreement(a, b, at: means, figure: figure)
  }

  /// One less the descriptors' product, for each cell of a row and each offset.
  private static func fillCosts(
    _ costs: inout MutableSpan<SIMD8<Float>>, y: Int, _ a: CellDescriptors, _ b: CellDescriptors,
    starts: [SIMD2<Int>], window: ShiftWindow
  ) {
    let length = a.length
    let valuesA = a.values.span
    let valuesB = b.values.span
    for x in 0..<a.width {
      let cell = y * a.width + x
      for (index, offset) in window.offsets.enumerated() {
        let u = min(max(x + starts[cell].x + offset.x, 0), a.width - 1)
        let v = min(max(y + starts[cell].y + offset.y, 0), a.height - 1)
        let other = (v * a.width + u) * length
        var product = SIMD8<Float>.zero
        for part in 0..<length { product += valuesA[cell * length + part] * valuesB[other + part] }
        costs[x * window.blocks.count + index / 8][index % 8] = 1 - product.sum()
      }
    }
  }

  /// 1 in the figure and two cells around it, little elsewhere.
  private static func weights(_ figure: [Float], width: Int, height: Int) -> [Float] {
    var weights = [Float](repeating: 0.02, count: width * height)
    for y in 0..<height {
      for x in 0..<width where figure[y * width + x] > 0 {
        for v in max(0, y - 2)...min(height - 1, y + 2) {
          for u in max(0, x - 2)...min(width - 1, x + 2) { weights[v * width + u] = 1 }
        }
      }
    }
    return weights
  }

  /// Weighted means of neighbours (a Gaussian of about 1.2 cells).
  private static func smoothed(
    _ shifts: [SIMD2<Float>], weights: [Float], width: Int, height: Int
  ) -> [SIMD2<Float>] {
    var sums = zip(shifts, weights).map { SIMD4($0.x * $1, $0.y * $1, $1, 0) }
    for _ in 0..<2 {
      sums = FeatureGrid.softened(sums, width: width, height: height, weight: 0.3)
    }
    return sums.map { SIMD2($0.x, $0.y) / $0.z }
  }

  private static func agreement(
    _ a: CellDescriptors, _ b: CellDescriptors, at shifts: [SIMD2<Float>], figure: [Float]
  ) -> Float {
    var sum: Float = 0
    var count: Float = 0
    for y in 0..<a.height {
      for x in 0..<a.width where figure[y * a.width + x] > 0 {
        let cell = y * a.width + x
        let u = min(max(x + Int(shifts[cell].x.rounded()), 0), a.width - 1)
        let v = min(max(y + Int(shifts[cell].y.rounded()), 0), a.height - 1)
        let length = a.length
        for part in 0..<length {
          sum += (a.values[cell * length + part] * b.values[(v * a.width + u) * length + part])
            .sum()
        }
        count += 1
      }
    }
    return count > 0 ? sum / count : 0
  }
}
