/// The terms that are summed along a row.
///
/// A type of its own for each, so that the loop is compiled for it.
protocol RowTerm {
  func one(_ i: Int) -> Float
  /// Eight from `i` on.
  func eight(_ i: Int) -> SIMD8<Float>
}

/// The sum of `count` terms from `start` on: 32 sums side by side, so that none waits for the last, then these in pairs;
/// quick, and always in the same order.
@inline(__always)
func rowSum(_ term: some RowTerm, _ count: Int, from start: Int = 0) -> Float {
  var (a, b, c, d) = (SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero)
  let whole = count / 8 * 8
  let blocks = count / 32 * 32
  for i in stride(from: start, to: start + blocks, by: 32) {
    a += term.eight(i)
    b += term.eight(i + 8)
    c += term.eight(i + 16)
    d += term.eight(i + 24)
  }
  for i in stride(from: start + blocks, to: start + whole, by: 8) { a += term.eight(i) }
  let lanes = (a + b) + (c + d)
  var rest: Float = 0
  for i in start + whole..<start + count { rest += term.one(i) }
  let four = lanes.lowHalf + lanes.highHalf
  return (four[0] + four[2]) + (four[1] + four[3]) + rest
}

enum RowTerms {
  /// e to the element less the largest.
  struct Exponential: RowTerm {
    let x: UnsafePointer<Float>
    let largest: Float
    @inline(__always)
    func one(_ i: Int) -> Float { exponential(x[i] - largest) }
    @inline(__always)
    func eight(_ i: Int) -> SIMD8<Float> {
      SIMD8(
        one(i), one(i + 1), one(i + 2), one(i + 3), one(i + 4), one(i + 5), one(i + 6), one(i + 7))
    }
  }
}
