import Raster

/// What is counted of one component of paper, run by run.
struct PaperStatistics: Sendable, BitwiseCopyable {
  var area = 0
  var left = Int.max
  var top = Int.max
  var right = -1
  var bottom = -1
  private var sumX = 0
  private var sumY = 0

  mutating func add(start: Int, end: Int, y: Int) {
    let length = end - start
    area += length
    left = min(left, start)
    right = max(right, end - 1)
    top = min(top, y)
    bottom = max(bottom, y)
    sumX += (start + end - 1) * length / 2
    sumY += y * length
  }

  /// Adds what was counted of another component.
  mutating func add(_ other: PaperStatistics) {
    area += other.area
    left = min(left, other.left)
    right = max(right, other.right)
    top = min(top, other.top)
    bottom = max(bottom, other.bottom)
    sumX += other.sumX
    sumY += other.sumY
  }

  /// The statistics of regions that joins made of others: `table[old label]` is the new label.
  static func joined(_ statistics: [PaperStatistics], by table: [UInt16]) -> [PaperStatistics] {
    var result = [PaperStatistics](repeating: PaperStatistics(), count: Int(table.max() ?? 0))
    for (index, old) in statistics.enumerated() { result[Int(table[index + 1]) - 1].add(old) }
    return result
  }

  var box: Box { Box(x: left, y: top, width: right - left + 1, height: bottom - top + 1) }

  var centroid: (x: Double, y: Double) {
    (Double(sumX) / Double(area), Double(sumY) / Double(area))
  }
}

extension PaperComponents {
  /// The statistics of each component, in their order.
  ///
  /// - Complexity: O(runs).
  func statistics() -> [PaperStatistics] {
    var result = [PaperStatistics](repeating: PaperStatistics(), count: count)
    for y in 0..<rowStarts.count - 1 {
      for run in rowRuns(y) {
        result[Int(runs[run].component)].add(
          start: Int(runs[run].start), end: Int(runs[run].end), y: y)
      }
    }
    return result
  }
}
