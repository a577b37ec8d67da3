// The seeded watershed: labels flood a relief from below until they meet.
//
// Idea: pixels wait in one first-in, first-out queue a level; a pixel is labelled when it is first
// reached, and waits at its own height or the flood's, whichever is higher, so the levels are gone
// through once, upward.
// Cost: linear; 4 to 8 bytes a pixel flooded beside the result, and a bit a pixel. One thread: about 15 ns
// a pixel flooded; seeds that touch no other pixel cost next to nothing.
// Source: Meyer: Topographic distance and watershed lines (1994), without the lines.

extension Plane where Element == UInt16 {
  /// The labels, 0 for none, grown over `relief` until every pixel has one.
  ///
  /// A pixel goes to the label that reaches it over the lowest pass; on level ground to the nearest, by
  /// steps to the four neighbours; of two at once to the one whose pixels come first in raster order.
  ///
  /// - Parameter relief: `[H, W]`; ridges, high, are where labels meet.
  /// - Returns: `[H, W]`; all 0 where there is no label at all.
  /// - Complexity: O(width · height).
  public consuming func watershed(
    over relief: Plane<UInt8>, work: Work
  ) throws(Cancelled) -> Plane<UInt16> {
    var result = self
    try result.flood(over: relief, work: work)
    return result
  }
}

extension Plane where Element == Int32 {
  /// The labels, 0 for none, grown over `relief` until every pixel has one.
  ///
  /// A pixel goes to the label that reaches it over the lowest pass; on level ground to the nearest, by
  /// steps to the four neighbours; of two at once to the one whose pixels come first in raster order.
  ///
  /// - Parameter relief: `[H, W]`; ridges, high, are where labels meet.
  /// - Returns: `[H, W]`; all 0 where there is no label at all.
  /// - Complexity: O(width · height).
  public consuming func watershed(
    over relief: Plane<UInt8>, work: Work
  ) throws(Cancelled) -> Plane<Int32> {
    var result = self
    try result.flood(over: relief, work: work)
    return result
  }
}

extension Plane where Element: FixedWidthInteger {
  fileprivate mutating func flood(over relief: Plane<UInt8>, work: Work) throws(Cancelled) {
    precondition(
      width == relief.width && height == relief.height,
      "seeds of \(width)×\(height) on a relief of \(relief.width)×\(relief.height)")
    let (width, height) = (width, height)
    let dry = try BitPlane(self, work: work) { $0 == 0 }
    var labels: [Element] = []
    swap(&labels, &storage)
    /// The pixels that have been reached, by level.
    var waiting = [[Int32]](repeating: [], count: 256)

    for y in 0..<height {
      if y & 63 == 0 { try work.checkCancelled() }
      dry.forEachBeside(inRow: y) { x in
        let index = y * width + x
        forEachNeighbour(of: index, x: x, y: y, width: width, height: height) { next in
          if labels[next] != 0 { return }
          labels[next] = labels[index]
          waiting[Int(relief.storage[next])].append(Int32(truncatingIfNeeded: next))
        }
      }
    }
    for level in waiting.indices {
      var count = 0
      while count < waiting[level].count {
        let index = Int(waiting[level][count])
        count &+= 1
        if count & 0xFFFF == 0 { try work.checkCancelled() }
        let y = index / width
        let x = index &- y &* width
        forEachNeighbour(of: index, x: x, y: y, width: width, height: height) { next in
          if labels[next] != 0 { return }
          labels[next] = labels[index]
          let reached = max(level, Int(relief.storage[next]))
          waiting[reached].append(Int32(truncatingIfNeeded: next))
        }
      }
      waiting[level] = []
    }
    storage = labels
  }
}

extension BitPlane {
  /// Calls `body` with each pixel of row `y` that is not set and shares a side with one that is, left to right.
  ///
  /// - Complexity: O(words of the row + pixels found).
  @inline(__always)
  fileprivate func forEachBeside(inRow y: Int, _ body: (_ x: Int) -> Void) {
    let row = y * wordsPerRow
    for index in 0..<wordsPerRow {
      let word = words[row + index]
      var beside = word << 1 | word >> 1
      if index > 0 { beside |= words[row + index - 1] >> 63 }
      if index + 1 < wordsPerRow { beside |= words[row + index + 1] << 63 }
      if y > 0 { beside |= words[row + index - wordsPerRow] }
      if y + 1 < height { beside |= words[row + index + wordsPerRow] }
      beside &= ~word
      while beside != 0 {
        let x = index << 6 + beside.trailingZeroBitCount
        if x < width { body(x) }
        beside &= beside - 1
      }
    }
  }
}

/// The neighbours that share a side: above, left, right, below.
@inline(__always)
private func forEachNeighbour(
  of index: Int, x: Int, y: Int, width: Int, height: Int, _ body: (Int) -> Void
) {
  if y > 0 { body(index &- width) }
  if x > 0 { body(index &- 1) }
  if x &+ 1 < width { body(index &+ 1) }
  if y &+ 1 < height { body(index &+ width) }
}
