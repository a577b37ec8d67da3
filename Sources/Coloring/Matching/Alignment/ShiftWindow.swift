import Glibc
import Raster

/// The shifts that a cell may take from where it is, row by row, eight at a time.
struct ShiftWindow: Sendable {
  let offsets: [SIMD2<Int>]
  private let places: [SIMD2<Float>]
  /// Columns and rows of the offsets; what is left of the last block repeats its first.
  let blocks: [(x: SIMD8<Float>, y: SIMD8<Float>)]

  init(radius: Int) {
    let offsets = (-radius...radius).flatMap { y in (-radius...radius).map { SIMD2($0, y) } }
    self.offsets = offsets
    places = offsets.map { SIMD2<Float>($0) }
    blocks = stride(from: 0, to: offsets.count, by: 8).map { first in
      let block = (first..<first + 8).map { offsets[$0 < offsets.count ? $0 : first] }
      return (SIMD8(block.map { Float($0.x) }), SIMD8(block.map { Float($0.y) }))
    }
  }

  /// The mean shift of a cell under its costs and the pull of its neighbours.
  ///
  /// - Parameters:
  ///   - costs: of each offset, by blocks; infinite for what is left of the last.
  ///   - mean: of the neighbours' shifts.
  ///   - start: the shift that offsets are counted from.
  ///   - energies: room for one number an offset, by blocks.
  func expected(
    _ costs: Span<SIMD8<Float>>, around mean: SIMD2<Float>, start: SIMD2<Float>, sharpness: Float,
    stiffness: Float, _ energies: inout [SIMD8<Float>]
  ) -> SIMD2<Float> {
    let pull = start - mean
    var least = SIMD8<Float>(repeating: .infinity)
    for block in blocks.indices {
      let awayX = blocks[block].x + pull.x
      let awayY = blocks[block].y + pull.y
      let energy = costs[block] + (awayX * awayX + awayY * awayY) * stiffness
      least.replace(with: energy, where: energy .< least)
      energies[block] = energy
    }
    var lowest = least[0]
    for lane in 1..<8 { lowest = min(lowest, least[lane]) }
    var sum = SIMD2<Float>.zero
    var total: Float = 0
    energies.withUnsafeBytes { energies in
      for index in offsets.indices {
        let above = energies.load(fromByteOffset: index * 4, as: Float.self) - lowest
        // Less than a thousandth of the best does not move the mean.
        guard above * sharpness < 7 else { continue }
        let weight = expf(-sharpness * above)
        sum += places[index] * weight
        total += weight
      }
    }
    return start + sum / total
  }
}
