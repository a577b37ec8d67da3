import Raster

/// A horizontal run of paper: columns `start ..< end` of one row.
struct PaperRun: Sendable, BitwiseCopyable {
  var start: Int32
  var end: Int32
  /// Which component it belongs to, counted from 0.
  var component: Int32
}

/// The connected components of paper.
///
/// Idea: line art is mostly long runs of paper, so components are found over runs, not pixels: runs of
/// neighbouring rows that share a column are one (4-connected, so that a line one pixel wide that only
/// touches at corners still divides). Components are numbered in the order of their first pixel.
/// Cost: O(runs · α), 12 bytes a run and 4 bytes while joining; a 1600×1600 drawing has some 40,000 runs, 1 ms.
struct PaperComponents: Sendable {
  private(set) var runs: [PaperRun] = []
  /// The runs of row `y` are `rowStarts[y] ..< rowStarts[y + 1]`.
  private(set) var rowStarts: [Int] = [0]
  /// How many components there are.
  private(set) var count = 0

  /// - Parameters:
  ///   - barriers: set where there is no paper.
  ///   - connectivity: which pixels touch.
  init(barriers: BitPlane, connectivity: Connectivity = .four, work: Work) throws(Cancelled) {
    rowStarts.reserveCapacity(barriers.height + 1)
    for y in 0..<barriers.height {
      if y & 255 == 0 { try work.checkCancelled() }
      barriers.forEachRun(inRow: y) { start, end, isSet in
        if !isSet { runs.append(PaperRun(start: Int32(start), end: Int32(end), component: 0)) }
      }
      rowStarts.append(runs.count)
    }
    var parents = [Int32](unsafeUninitializedCapacity: runs.count) { buffer, count in
      for index in 0..<runs.count { buffer.initializeElement(at: index, to: Int32(index)) }
      count = runs.count
    }
    for y in stride(from: 1, to: barriers.height, by: 1) {
      if y & 255 == 0 { try work.checkCancelled() }
      joinRow(y, reach: connectivity == .eight ? 1 : 0, &parents)
    }
    number(&parents)
  }

  /// The runs of one row.
  func rowRuns(_ y: Int) -> Range<Int> { rowStarts[y]..<rowStarts[y + 1] }

  /// The component at a pixel; nil where there is no paper.
  ///
  /// - Complexity: O(log runs in the row).
  func component(at point: Point) -> Int? {
    guard point.y >= 0, point.y + 1 < rowStarts.count else { return nil }
    var low = rowStarts[point.y]
    var high = rowStarts[point.y + 1]
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].end) <= point.x { low = middle + 1 } else { high = middle }
    }
    guard low < rowStarts[point.y + 1], Int(runs[low].start) <= point.x else { return nil }
    return Int(runs[low].component)
  }

  private func joinRow(_ y: Int, reach: Int32, _ parents: inout [Int32]) {
    var above = rowStarts[y - 1]
    for run in rowRuns(y) {
      while above < rowStarts[y], runs[above].end + reach <= runs[run].start { above += 1 }
      var other = above
      while other < rowStarts[y], runs[other].start < runs[run].end + reach {
        let a = Self.root(of: Int32(run), in: &parents)
        let b = Self.root(of: Int32(other), in: &parents)
        if a < b { parents[Int(b)] = a } else { parents[Int(a)] = b }
        other += 1
      }
    }
  }

  private mutating func number(_ parents: inout [Int32]) {
    // A root is the first run of its component, so it is numbered before any other run asks.
    for run in runs.indices {
      let root = Int(Self.root(of: Int32(run), in: &parents))
      if root == run {
        runs[run].component = Int32(count)
        count += 1
      } else {
        runs[run].component = runs[root].component
      }
    }
  }

  private static func root(of run: Int32, in parents: inout [Int32]) -> Int32 {
    var run = run
    while parents[Int(run)] != run {
      parents[Int(run)] = parents[Int(parents[Int(run)])]
      run = parents[Int(run)]
    }
    return run
  }
}
