/// The counts of one component, or one region, run by run.
public struct RunStatistics: Sendable, BitwiseCopyable {
  /// Pixels.
  public private(set) var area = 0
  private var left = Int.max
  private var top = Int.max
  private var right = -1
  private var bottom = -1
  private var sumX = 0
  private var sumY = 0

  /// Nothing counted.
  public init() {}

  /// Adds a rectangle of pixels.
  ///
  /// - Precondition: neither range is empty.
  public mutating func add(_ columns: Range<Int>, _ rows: Range<Int>) {
    area += columns.count * rows.count
    left = min(left, columns.lowerBound)
    right = max(right, columns.upperBound - 1)
    top = min(top, rows.lowerBound)
    bottom = max(bottom, rows.upperBound - 1)
    sumX += (columns.lowerBound + columns.upperBound - 1) * columns.count / 2 * rows.count
    sumY += (rows.lowerBound + rows.upperBound - 1) * rows.count / 2 * columns.count
  }

  /// Adds what was counted of another component.
  public mutating func add(_ other: RunStatistics) {
    area += other.area
    left = min(left, other.left)
    right = max(right, other.right)
    top = min(top, other.top)
    bottom = max(bottom, other.bottom)
    sumX += other.sumX
    sumY += other.sumY
  }

  /// The smallest box around it. Traps where nothing was counted.
  public var box: Box { Box(x: left, y: top, width: right - left + 1, height: bottom - top + 1) }

  /// The mean of its pixels' places; not a number where nothing was counted.
  public var centroid: (x: Double, y: Double) {
    (Double(sumX) / Double(area), Double(sumY) / Double(area))
  }
}

extension RunComponents {
  /// The statistics of each component, `[count]`.
  ///
  /// - Complexity: O(runs).
  public func statistics() -> [RunStatistics] {
    var result = [RunStatistics](repeating: RunStatistics(), count: count)
    for y in 0..<height {
      for run in rowRuns(y) {
        result[Int(runs[run].component)].add(runs[run].columns, y..<y + 1)
      }
    }
    return result
  }

  /// The perimeter of each component in pixel sides, `[count]`; the plane's edge counts.
  ///
  /// - Complexity: O(runs).
  public func perimeters() -> [Int] {
    var result = [Int](repeating: 0, count: count)
    for run in runs { result[Int(run.component)] += 2 + 2 * run.columns.count }
    for y in stride(from: 1, to: height, by: 1) {
      forEachContact(ofRow: y, reach: 0) { run, above in
        let shared = runs[above].columns.clamped(to: runs[run].columns).count
        result[Int(runs[run].component)] -= 2 * shared
      }
    }
    return result
  }

  /// Goes through the pixels of all components, row by row.
  ///
  /// - Complexity: O(pixels of components).
  @inlinable
  public func forEachPixel(_ body: (_ component: Int, _ x: Int, _ y: Int) -> Void) {
    for y in 0..<height {
      for index in rowRuns(y) {
        let run = runs[index]
        for x in run.columns { body(Int(run.component), x, y) }
      }
    }
  }

  /// The sum over the pixels of each component, `[count]`, added row by row.
  ///
  /// - Complexity: O(pixels of components).
  @inlinable
  public func sums<Value: AdditiveArithmetic>(_ value: (_ x: Int, _ y: Int) -> Value) -> [Value] {
    var sums = [Value](repeating: .zero, count: count)
    forEachPixel { component, x, y in sums[component] += value(x, y) }
    return sums
  }
}
