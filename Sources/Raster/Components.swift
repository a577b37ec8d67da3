// Connected components by runs.
//
// Idea: each row is cut into runs of one value; runs of neighbouring rows that touch and agree are
// united (union-find, the smaller index as root), and the labels are painted run by run.
// Cost: linear up to the inverse Ackermann function; 12 bytes a run (a drawing has a few hundredths of
// a run a pixel, noise one). Runs are found and labels painted on all threads, united on one.
// Source: He, Chao, Suzuki: A run-based two-scan labeling algorithm (2008).

/// Which pixels touch.
public enum Connectivity: Sendable {
  /// Those that share a side.
  case four
  /// Those that share a side or a corner.
  case eight
}

/// The connected components of a plane.
public struct Components: Sendable {
  /// Each pixel's component, 1 … `count`, numbered in the order in which rows from the top, read from
  /// the left, meet them; 0 on pixels that belong to none.
  public let labels: Plane<Int32>
  /// The pixels of each component: `areas[label - 1]`.
  public let areas: [Int]
  /// The smallest box around each: `boxes[label - 1]`.
  public let boxes: [Box]

  public var count: Int { areas.count }
}

extension Plane where Element == Bool {
  /// The connected components of the `true` pixels.
  ///
  /// - Complexity: O(width · height).
  public func components(
    _ connectivity: Connectivity = .four, work: Work
  ) throws(Cancelled) -> Components {
    try findComponents(of: self, connectivity, work: work) { $0 }
  }
}

extension Plane where Element == UInt8 {
  /// The connected areas of one value each; 0 belongs to none.
  ///
  /// - Complexity: O(width · height).
  public func components(
    _ connectivity: Connectivity = .four, work: Work
  ) throws(Cancelled) -> Components {
    try findComponents(of: self, connectivity, work: work) { $0 != 0 }
  }
}

extension Plane where Element == UInt16 {
  /// The connected areas of one value each; 0 belongs to none.
  ///
  /// - Complexity: O(width · height).
  public func components(
    _ connectivity: Connectivity = .four, work: Work
  ) throws(Cancelled) -> Components {
    try findComponents(of: self, connectivity, work: work) { $0 != 0 }
  }
}

extension Plane where Element == Int32 {
  /// The connected areas of one value each; 0 belongs to none.
  ///
  /// - Complexity: O(width · height).
  public func components(
    _ connectivity: Connectivity = .four, work: Work
  ) throws(Cancelled) -> Components {
    try findComponents(of: self, connectivity, work: work) { $0 != 0 }
  }
}

/// Equal neighbours in one row: columns `start ..< end`.
private struct Run: BitwiseCopyable {
  var start: Int32
  var end: Int32
}

@inline(__always)
private func findComponents<Element: Equatable>(
  of plane: Plane<Element>, _ connectivity: Connectivity, work: Work,
  belongs: @Sendable (Element) -> Bool
) throws(Cancelled) -> Components {
  let (runs, firstRun) = try findRuns(of: plane, work: work, belongs: belongs)
  var sets = DisjointSets(count: runs.count)
  let reach: Int32 = connectivity == .eight ? 1 : 0
  for y in 1..<max(1, plane.height) {
    if y & 63 == 0 { try work.checkCancelled() }
    let upper = plane.elements.span.extracting((y - 1) * plane.width..<y * plane.width)
    let lower = plane.elements.span.extracting(y * plane.width..<(y + 1) * plane.width)
    var first = firstRun[y - 1]
    for index in firstRun[y]..<firstRun[y + 1] {
      let run = runs[index]
      while first < firstRun[y] && runs[first].end &+ reach <= run.start { first &+= 1 }
      var above = first
      while above < firstRun[y] && runs[above].start < run.end &+ reach {
        if upper[Int(runs[above].start)] == lower[Int(run.start)] { sets.unite(above, index) }
        above &+= 1
      }
    }
  }
  return try paintComponents(
    runs: runs, firstRun: firstRun, sets: &sets, width: plane.width, height: plane.height,
    work: work)
}

/// All runs, row by row; those of row `y` are `runs[firstRun[y] ..< firstRun[y + 1]]`.
@inline(__always)
private func findRuns<Element: Equatable>(
  of plane: Plane<Element>, work: Work, belongs: @Sendable (Element) -> Bool
) throws(Cancelled) -> (runs: [Run], firstRun: [Int]) {
  let width = plane.width
  let height = plane.height
  // Counted first and stored then: a run's index is known before its neighbours' bands are done.
  var firstRun = [Int](repeating: 0, count: height + 1)
  firstRun.withUnsafeMutableBufferPointer { buffer in
    // Bands are disjoint, so no two threads write the same counts.
    nonisolated(unsafe) let buffer = buffer
    work.forEachBand(of: height) { rows in
      for y in rows {
        if y & 63 == 0 && work.isCancelled { return }
        var count = 0
        let row = plane.elements.span.extracting(y * width..<(y + 1) * width)
        forEachRun(in: row, belongs) { _ in count &+= 1 }
        buffer[y + 1] = count
      }
    }
  }
  try work.checkCancelled()
  for y in 0..<height { firstRun[y + 1] += firstRun[y] }

  var runs = [Run](repeating: Run(start: 0, end: 0), count: firstRun[height])
  runs.withUnsafeMutableBufferPointer { buffer in
    // A band's runs are its own.
    nonisolated(unsafe) let buffer = buffer
    let firstRun = firstRun
    work.forEachBand(of: height) { rows in
      for y in rows {
        if y & 63 == 0 && work.isCancelled { return }
        var next = firstRun[y]
        let row = plane.elements.span.extracting(y * width..<(y + 1) * width)
        forEachRun(in: row, belongs) { run in
          buffer[next] = run
          next &+= 1
        }
      }
    }
  }
  try work.checkCancelled()
  return (runs, firstRun)
}

@inline(__always)
private func forEachRun<Element: Equatable>(
  in row: Span<Element>, _ belongs: (Element) -> Bool, _ body: (Run) -> Void
) {
  var start = 0
  while start < row.count {
    let value = row[start]
    var end = start &+ 1
    while end < row.count {
      if row[end] != value { break }
      end &+= 1
    }
    if belongs(value) { body(Run(start: Int32(start), end: Int32(end))) }
    start = end
  }
}

/// Numbers the sets in the order of their first runs and paints the runs.
private func paintComponents(
  runs: [Run], firstRun: [Int], sets: inout DisjointSets, width: Int, height: Int, work: Work
) throws(Cancelled) -> Components {
  var labelOfRun = [Int32](repeating: 0, count: runs.count)
  var areas: [Int] = []
  var boxes: [Box] = []
  for y in 0..<height {
    if y & 63 == 0 { try work.checkCancelled() }
    for index in firstRun[y]..<firstRun[y + 1] {
      let run = runs[index]
      let start = Int(run.start)
      let length = Int(run.end - run.start)
      let box = Box(x: start, y: y, width: length, height: 1)
      // The root is the set's first run, so it has its number already when the others ask for it.
      let root = sets.representative(of: index)
      if root == index {
        areas.append(length)
        boxes.append(box)
        labelOfRun[index] = Int32(areas.count)
      } else {
        let label = labelOfRun[root]
        labelOfRun[index] = label
        areas[Int(label) - 1] += length
        boxes[Int(label) - 1] = boxes[Int(label) - 1].union(box)
      }
    }
  }
  var labels = Plane<Int32>(width: width, height: height, repeating: 0)
  work.forEachRow(of: &labels) { [labelOfRun] y, row in
    for index in firstRun[y]..<firstRun[y + 1] {
      let label = labelOfRun[index]
      for x in Int(runs[index].start)..<Int(runs[index].end) { row[x] = label }
    }
  }
  return Components(labels: labels, areas: areas, boxes: boxes)
}
