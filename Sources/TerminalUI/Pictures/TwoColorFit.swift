import Raster

/// A cell's subcells in two colours.
struct TwoColorFit {
  /// Bit `i` is set where subcell `i` has the first colour.
  private(set) var mask: Int
  private(set) var first: RGBA
  private(set) var second: RGBA

  /// The fit of least squared error over the channels' codes.
  ///
  /// - Parameters:
  ///   - count: subcells; at most 8.
  ///   - outside: bits of subcells without a colour; where there are any, all others get the first.
  /// - Complexity: O(2^(count - 1)) divisions where there are more than two colours.
  init(_ colors: InlineArray<8, RGBA>, count: Int, outside: Int) {
    let all = (1 << count) - 1
    mask = all
    first = colors[0]
    second = colors[0]
    if outside != 0 {
      mask = all & ~outside
      first = Self.representative(colors, mask)
      return
    }
    // Nearly all cells of a drawing have one colour or two.
    var others = 0
    var hasMore = false
    for index in 1..<count where colors[index] != first {
      if others == 0 { second = colors[index] }
      hasMore = hasMore || colors[index] != second
      others |= 1 << index
    }
    if !hasMore {
      mask = all & ~others
      return
    }
    // The sum of each set's colours, from that of the set without its lowest member.
    var sums = InlineArray<256, SIMD4<Int32>>(repeating: .zero)
    for set in 1...all {
      sums[set] = sums[set & (set - 1)] &+ colors[set.trailingZeroBitCount].codes
    }
    var best = (mask: all, score: -1.0)
    // Subcell 0 is always among the first.
    for candidate in stride(from: 1, through: all, by: 2) {
      let rest = all & ~candidate
      let score = Self.score(sums[candidate], candidate) + Self.score(sums[rest], rest)
      if score > best.score { best = (candidate, score) }
    }
    mask = best.mask
    first = Self.representative(colors, mask)
    second = Self.representative(colors, all & ~mask)
  }

  /// Names the second colour the first.
  mutating func exchange(_ all: Int) {
    (first, second) = (second, first)
    mask = all & ~mask
  }

  /// The square of a group's sum over its number: the larger, the less error its mean leaves.
  private static func score(_ sum: SIMD4<Int32>, _ mask: Int) -> Double {
    mask == 0 ? 0 : Double((sum &* sum).wrappedSum()) / Double(mask.nonzeroBitCount)
  }

  private static func sum(_ colors: InlineArray<8, RGBA>, _ mask: Int) -> (SIMD4<Int32>, Int) {
    var sum = SIMD4<Int32>.zero
    var count = 0
    for index in 0..<8 where mask >> index & 1 == 1 {
      sum &+= colors[index].codes
      count += 1
    }
    return (sum, count)
  }

  /// The colour of a group that is nearest to its mean.
  private static func representative(_ colors: InlineArray<8, RGBA>, _ mask: Int) -> RGBA {
    let (sum, count) = sum(colors, mask)
    var best = (color: RGBA.clear, error: Int32.max)
    for index in 0..<8 where mask >> index & 1 == 1 {
      let off = colors[index].codes &* Int32(count) &- sum
      let error = (off &* off).wrappedSum()
      if error < best.error { best = (colors[index], error) }
    }
    return best.color
  }
}

extension RGBA {
  fileprivate var codes: SIMD4<Int32> { SIMD4(Int32(r), Int32(g), Int32(b), 0) }
}
