// The width of a drawing's strokes.
//
// Idea: a straight stroke of width w is cut by a row over a length h and by a column over a length v,
// and w = h · v / √(h² + v²), whatever its slant. So at the middle of every horizontal run of ink the
// column is measured, at the middle of every vertical run the row, and the median of all is
// the width: ends, crossings and black areas are few among them.
//
// Cost: a walk over the ink, each run crossed once, and no farther than the result depends on it; memory by
// columns.

import Raster

extension BitPlane {
  /// The median width of the strokes that are set, in pixels; at least 1, and 1 where there is none.
  ///
  /// - Complexity: O(pixels set + words), with a factor of at most `farthest` where long lines run along the
  ///   axes.
  func medianStrokeWidth(work: Work) throws(Cancelled) -> Double {
    /// A run so many times as long as the one across it gives the latter's length as the width.
    let farthest = 64
    /// Samples by width in steps of an eighth pixel.
    var counts: [Int] = []
    func add(_ across: Int, _ down: Int) {
      let (h, v) = (Double(across), Double(down))
      let step = Int((8 * h * v / (h * h + v * v).squareRoot()).rounded())
      if step >= counts.count { counts += repeatElement(0, count: step + 1 - counts.count) }
      counts[step] += 1
    }
    var above = [Int32](repeating: 0, count: width)
    for y in 0..<height {
      if y & 63 == 0 { try work.checkCancelled() }
      forEachRun(inRow: y) { start, end, isSet in
        guard isSet else { return }
        let middle = (start + end - 1) / 2
        let across = end - start
        add(across, length(from: middle, y, stepX: 0, stepY: 1, atMost: farthest * across))
        for x in start..<end {
          above[x] += 1
          if !self[x, y + 1] {
            let down = Int(above[x])
            above[x] = 0
            let row = y - (down - 1) / 2
            add(length(from: x, row, stepX: 1, stepY: 0, atMost: farthest * down), down)
          }
        }
      }
    }
    let half = (counts.reduce(0, +) + 1) / 2
    var seen = 0
    for (step, count) in counts.enumerated() {
      seen += count
      if seen >= half && half > 0 { return max(1, Double(step) / 8) }
    }
    return 1
  }

  /// The number of pixels that are set in a row with (x, y), both ways along a step; at most `limit` more are
  /// counted each way.
  private func length(from x: Int, _ y: Int, stepX: Int, stepY: Int, atMost limit: Int) -> Int {
    var length = 1
    for sign in [1, -1] {
      var (column, row) = (x + sign * stepX, y + sign * stepY)
      let end = length + limit
      while length < end && self[column, row] {
        length += 1
        (column, row) = (column + sign * stepX, row + sign * stepY)
      }
    }
    return length
  }
}
