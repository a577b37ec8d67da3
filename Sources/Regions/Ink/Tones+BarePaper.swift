// Bare paper is taken out of the darkness, so that a scan's line layer lies on any colour like a
// clean drawing's.
//
// Idea: what was drawn is the marks of ink, and tones as broad as they may be; within a stroke's width
// of it lies its soft edge; all else is paper, however dark a fold or a smudge. In the soft edge the paper's
// own noise is cut off: up to its level nothing is left, from twice that all, evenly in between.
//
// Cost: one pass where the paper is a scan's. A clean drawing's darkness is left exactly as it is.
// Not done: to keep tones so faint that the thresholds of ink take them for paper.

import Raster

extension Tones {
  /// Clears the darkness of bare paper.
  ///
  /// - Parameters:
  ///   - drawn: what stays.
  ///   - reach: how far its soft edge goes, in pixels.
  ///   - noise: up to this darkness a pixel of the soft edge may be paper.
  mutating func clearPaper(
    around drawn: BitPlane, reach: Int, noise: UInt8, work: Work
  ) throws(Cancelled) {
    let height = darkness.height
    let levels = (0...255).map { level -> UInt8 in
      let over = level - Int(noise)
      return UInt8(max(0, min(level, 2 * over)))
    }
    try work.forEachRow(of: &darkness) { y, row in
      var isNear = [Bool](repeating: false, count: row.count)
      for j in max(0, y - reach)...min(height - 1, y + reach) {
        drawn.forEachRun(inRow: j) { start, end, isSet in
          guard isSet else { return }
          for x in max(0, start - reach)..<min(isNear.count, end + reach) { isNear[x] = true }
        }
      }
      for x in row.indices { row[x] = isNear[x] ? levels[Int(row[x])] : 0 }
    }
  }
}
