extension BitPlane {
  /// The runs of columns on which a line goes down through `rows`: every row has a pixel there, or right beside it.
  ///
  /// - Complexity: O(words of the rows).
  public func columnRuns(through rows: Range<Int>) -> [Range<Int>] {
    var covered = [UInt64](repeating: .max, count: wordsPerRow)
    for y in rows {
      let row = y * wordsPerRow
      for index in covered.indices where covered[index] != 0 {
        let word = words[row + index]
        let left = index > 0 ? words[row + index - 1] >> 63 : 0
        let right = index + 1 < wordsPerRow ? words[row + index + 1] << 63 : 0
        covered[index] &= word | word << 1 | word >> 1 | left | right
      }
    }
    var runs: [Range<Int>] = []
    for index in covered.indices {
      var word = covered[index]
      while word != 0 {
        let start = word.trailingZeroBitCount
        let length = (~(word >> UInt64(start))).trailingZeroBitCount
        let x = index << 6 + start
        guard x < width else { break }
        let end = Swift.min(width, x + length)
        if let last = runs.last, last.upperBound == x {
          runs[runs.count - 1] = last.lowerBound..<end
        } else {
          runs.append(x..<end)
        }
        let past = start + length
        word = past >= 64 ? 0 : word & (UInt64.max << UInt64(past))
      }
    }
    return runs
  }

  /// The runs of rows on which a line goes across through `columns`: every column has a pixel there, or right above or below it.
  ///
  /// - Precondition: all columns are in one word: between two multiples of 64.
  /// - Complexity: O(height).
  public func rowRuns(through columns: Range<Int>) -> [Range<Int>] {
    let index = columns.lowerBound >> 6
    precondition(
      !columns.isEmpty && columns.upperBound <= Swift.min(width, (index + 1) << 6),
      "columns \(columns) in one word of \(width)")
    let mask = (UInt64.max >> UInt64(64 - columns.count)) << UInt64(columns.lowerBound & 63)
    var runs: [Range<Int>] = []
    var above: UInt64 = 0
    var here = words[index] & mask
    for y in 0..<height {
      let below = y + 1 < height ? words[(y + 1) * wordsPerRow + index] & mask : 0
      if above | here | below == mask {
        if let last = runs.last, last.upperBound == y {
          runs[runs.count - 1] = last.lowerBound..<y + 1
        } else {
          runs.append(y..<y + 1)
        }
      }
      (above, here) = (here, below)
    }
    return runs
  }
}
