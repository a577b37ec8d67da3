/// The second half of the exact distance transform: within one row, the column whose nearest pixel is
/// nearest to each pixel.
///
/// Each column `i` of the row offers the parabola `(x - i)² + d(i)²`; their lower envelope is found with
/// a stack. O(columns), in whole numbers, so exact; of two columns equally near the left one wins.
struct LowerEnvelope {
  private var columns: [Int] = []
  /// `starts[k]`: the first x at which `columns[k]` is strictly nearer than those before it.
  private var starts: [Int] = []
  private var heights: [Int] = []

  /// - Parameters:
  ///   - range: the columns that may offer a pixel, and the x asked for.
  ///   - distance: a column's distance to its nearest pixel; `UInt16.max` where it has none.
  ///   - body: gets each x, left to right, its nearest column and the squared distance; is not called
  ///     where no column has a pixel.
  @inline(__always)
  mutating func solve(
    over range: Range<Int>, distance: (Int) -> UInt16,
    _ body: (_ x: Int, _ column: Int, _ squared: Int) -> Void
  ) {
    columns.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    heights.removeAll(keepingCapacity: true)
    for column in range {
      let own = distance(column)
      if own == .max { continue }
      let height = Int(own) * Int(own)
      var start = range.lowerBound
      while let last = columns.last {
        // The first x where this parabola is strictly below the last one.
        let numerator = height - heights[heights.count - 1] + column * column - last * last
        let denominator = 2 * (column - last)
        start = floorDivide(numerator, denominator) + 1
        if start > starts[starts.count - 1] { break }
        columns.removeLast()
        starts.removeLast()
        heights.removeLast()
        start = range.lowerBound
      }
      if start >= range.upperBound { continue }
      columns.append(column)
      starts.append(start)
      heights.append(height)
    }
    for index in columns.indices {
      let column = columns[index]
      let end = index + 1 < starts.count ? starts[index + 1] : range.upperBound
      for x in max(starts[index], range.lowerBound)..<end {
        body(x, column, (x - column) * (x - column) + heights[index])
      }
    }
  }

  private func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}
