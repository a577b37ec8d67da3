// Closing of a bit plane by a square, and the holes of one pixel in it.
//
// Idea: whole words are shifted, so 64 pixels are looked at in one step.
// Cost: O(words · side), a plane of bits beside the result; on one thread, for it is a fraction of a millisecond a megapixel.

extension BitPlane {
  /// The plane with all gaps filled that a square of `side` pixels does not fit into; what lies outside the plane counts as set.
  ///
  /// - Precondition: `side` is 1 … 64.
  /// - Complexity: O(words · side).
  public func closed(side: Int) -> BitPlane {
    precondition(1...64 ~= side, "a closing by \(side) pixels")
    guard side > 1 else { return self }
    var result = self
    // The square hangs to the right and down of a pixel, then to the left and up: so an even side stays in place.
    result.spread(side, sets: true)
    result.spread(side, sets: false)
    return result
  }

  /// Every pixel set that has a set one within `side` pixels to the left and above; or every pixel cleared that has a clear one as
  /// near to the right and below.
  private mutating func spread(_ side: Int, sets: Bool) {
    let perRow = wordsPerRow
    let padding: UInt64 = width & 63 == 0 ? 0 : ~0 << UInt64(width & 63)
    var rows = words
    for y in 0..<height {
      let row = y * perRow
      for _ in 1..<side {
        if sets {
          for index in stride(from: perRow - 1, through: 0, by: -1) {
            let carried = index > 0 ? rows[row + index - 1] >> 63 : 0
            rows[row + index] |= rows[row + index] << 1 | carried
          }
        } else {
          for index in 0..<perRow {
            let isLast = index == perRow - 1
            let own = rows[row + index] | (isLast ? padding : 0)
            let carried = (isLast ? 1 : rows[row + index + 1] & 1) << 63
            rows[row + index] = own & (own >> 1 | carried)
          }
        }
      }
      rows[row + perRow - 1] &= ~padding
    }
    for y in 0..<height {
      for index in 0..<perRow {
        var word = rows[y * perRow + index]
        for step in 1..<side {
          let other = sets ? y - step : y + step
          guard other >= 0, other < height else { break }
          let there = rows[other * perRow + index]
          word = sets ? word | there : word & there
        }
        words[y * perRow + index] = word
      }
    }
  }

  /// The number of pixels that are not set while the four beside them are.
  ///
  /// - Complexity: O(words).
  public var pinholeCount: Int {
    var count = 0
    for y in stride(from: 1, to: height - 1, by: 1) {
      let row = y * wordsPerRow
      for index in 0..<wordsPerRow {
        let centre = words[row + index]
        var holes = ~centre & words[row - wordsPerRow + index] & words[row + wordsPerRow + index]
        guard holes != 0 else { continue }
        let left = centre << 1 | (index > 0 ? words[row + index - 1] >> 63 : 0)
        let right =
          centre >> 1 | (index + 1 < wordsPerRow ? words[row + index + 1] << 63 : 0)
        holes &= left & right
        count += holes.nonzeroBitCount
      }
    }
    return count
  }
}
