// The largest circle within each label.
//
// Idea: an exact distance transform of which only each label's maximum is kept. A pixel is no farther from its label's
// border than the nearest end of its row's run and of its column's; so most runs cannot beat the label's best so far and
// are passed over. Nor is it farther than the pixel above by more than one: so are whole rows, the more of them the
// smaller the label is there.
// Cost: two sweeps over the plane, then well under O(width · height).

/// A circle that lies within one label.
public struct InscribedCircle: Sendable, BitwiseCopyable {
  /// The label's pixel that is farthest from all that is not the label's; of equals the first in reading order.
  public fileprivate(set) var center = Point(0, 0)
  /// The square of its distance to the nearest pixel that is not, in pixels²; -1 for a label without pixels.
  public fileprivate(set) var squaredRadius = -1

  /// In pixels; at least 1 for a label that has pixels.
  public var radius: Double { Double(squaredRadius).squareRoot() }
}

extension Plane where Element == UInt16 {
  /// The largest circle in each label, what lies outside the plane counting as another.
  ///
  /// - Parameter pixels: what the plane stands for; nil for itself. Circles are in its pixels.
  /// - Returns: `[count]`, by label from 1.
  /// - Precondition: no label is over `count`.
  /// - Complexity: O(width · height), shared between the threads; 4 bytes a value of the plane.
  public func inscribedCircles(count: Int, in pixels: Magnification? = nil, work: Work)
    throws(Cancelled) -> [InscribedCircle]
  {
    let pixels = pixels ?? Magnification(scale: 1, width: width, height: height)
    pixels.check(self)
    let (above, below) = try columnRuns(work: work)
    let labels = elements
    let bands = work.mapBands(of: height) { rows in
      var search = CircleSearch(count: count)
      // Of a row of the plane, and of one of pixels.
      var nearest = [UInt16](repeating: 0, count: width)
      var distances = [UInt16](repeating: 0, count: pixels.width)
      func look(_ row: Int, isAhead: Bool) {
        let elements = row * width..<(row + 1) * width
        self.look(
          along: labels.span.extracting(elements), above: above.span.extracting(elements),
          below: below.span.extracting(elements), row: row, isAhead: isAhead, pixels, &nearest,
          &distances, &search)
      }
      for first in stride(from: rows.lowerBound, to: rows.upperBound, by: CircleSearch.reach) {
        if work.isCancelled { break }
        let some = first..<Swift.min(rows.upperBound, first + CircleSearch.reach)
        look((some.lowerBound + some.upperBound) / 2, isAhead: true)
        for row in some { look(row, isAhead: false) }
      }
      return search.best
    }
    try work.checkCancelled()
    return largest(of: bands, count: count)
  }

  /// Looks for circles in the pixels of one row of the plane.
  ///
  /// - Parameters:
  ///   - above: as `columnRuns` has them, of this row.
  ///   - isAhead: whether only the row's first row of pixels is looked at, ahead of those before it.
  ///   - nearest: room for the distances of one row of the plane.
  ///   - distances: room for those of one row of pixels.
  private func look(
    along labels: Span<UInt16>, above: Span<UInt16>, below: Span<UInt16>, row: Int,
    isAhead: Bool, _ pixels: Magnification, _ nearest: inout [UInt16], _ distances: inout [UInt16],
    _ search: inout CircleSearch
  ) {
    for y in pixels.rows(of: row).prefix(isAhead ? 1 : .max) {
      var start = 0
      for end in 1...labels.count where end == labels.count || labels[end] != labels[start] {
        let run = start..<end
        start = end
        guard labels[run.lowerBound] != 0 else { continue }
        let label = Int(labels[run.lowerBound]) - 1
        guard isAhead || search.mayFind(label, inRow: y) else { continue }
        let columns =
          pixels.columns(of: run.lowerBound).lowerBound..<pixels.columns(of: end - 1).upperBound
        // A run whose farthest pixel cannot beat its label's circle so far is not looked at pixel by pixel.
        var farthest = 0
        for x in run {
          let up = y - (row + 1 - Int(above[x])) * pixels.scale + 1
          let down = Swift.min(pixels.height, (row + Int(below[x])) * pixels.scale) - y
          nearest[x] = UInt16(clamping: Swift.min(up, down))
          let beside = Swift.min(
            (x + 1) * pixels.scale - columns.lowerBound, columns.upperBound - x * pixels.scale)
          farthest = Swift.max(farthest, Swift.min(Int(nearest[x]), beside))
        }
        guard search.isLarger(farthest, than: label) else {
          if !isAhead { search.pass(label, inRow: y, farthest: farthest) }
          continue
        }
        distances.withUnsafeMutableBufferPointer { distances in
          for x in run { distances[pixels.columns(of: x)].update(repeating: nearest[x]) }
        }
        search.look(label, inRow: y, columns, distances: distances.span, isAhead: isAhead)
      }
    }
  }

  /// The largest circle in each label that holds no pixel of `barriers`, what lies outside the plane
  /// counting as such.
  ///
  /// - Parameter barriers: lies between all labels.
  /// - Returns: `[count]`, by label from 1.
  /// - Precondition: labels outside `barriers` are 1 … `count`.
  /// - Complexity: O(width · height), shared between the threads.
  public func inscribedCircles(count: Int, between barriers: BitPlane, work: Work)
    throws(Cancelled) -> [InscribedCircle]
  {
    let columns = try ColumnDistances(in: barriers, to: true, outside: true, work: work)
    let bands = work.mapBands(of: height) { rows in
      var search = CircleSearch(count: count)
      columns.forEachBlock(in: rows) { rows, distances in
        if work.isCancelled { return }
        func look(_ y: Int, isAhead: Bool) {
          let row = (y - rows.lowerBound) * width
          barriers.forEachRun(inRow: y) { start, end, isSet in
            if isSet { return }
            let label = Int(elements[y * width + start]) - 1
            guard isAhead || search.mayFind(label, inRow: y) else { return }
            search.look(
              label, inRow: y, start..<end, distances: distances.extracting(row..<row + width),
              isAhead: isAhead)
          }
        }
        look((rows.lowerBound + rows.upperBound) / 2, isAhead: true)
        for y in rows { look(y, isAhead: false) }
      }
      return search.best
    }
    try work.checkCancelled()
    return largest(of: bands, count: count)
  }

  /// The number of values of its label that stand one above the other from each value up, and from each value down, itself among
  /// them: at least 1, at most 65,535.
  private func columnRuns(work: Work) throws(Cancelled) -> (above: [UInt16], below: [UInt16]) {
    let (width, height) = (width, height)
    let runs = work.mapBands(of: 2, smallest: 1) { directions in
      directions.map { direction -> [UInt16] in
        var runs = [UInt16](repeating: 1, count: width * height)
        let labels = elements.span
        var run = runs.mutableSpan
        for row in 1..<Swift.max(1, height) {
          if row & 255 == 0, work.isCancelled { break }
          let here = (direction == 0 ? row : height - 1 - row) * width
          let before = direction == 0 ? here - width : here + width
          for x in 0..<width {
            let longer = run[before + x] &+ (run[before + x] == .max ? 0 : 1)
            run[here + x] = labels[here + x] == labels[before + x] ? longer : 1
          }
        }
        return runs
      }
    }.flatMap { $0 }
    try work.checkCancelled()
    return (runs[0], runs[1])
  }
}

/// Bands are in reading order, so of equals the earlier one stays.
private func largest(of bands: [[InscribedCircle]], count: Int) -> [InscribedCircle] {
  (0..<count).map { label in
    bands.dropFirst().reduce(bands[0][label]) {
      $1[label].squaredRadius > $0.squaredRadius ? $1[label] : $0
    }
  }
}

/// Each label's largest circle, looked for row by row from the top.
private struct CircleSearch {
  /// The rows that one look ahead is good for.
  static let reach = 16

  private(set) var best: [InscribedCircle]
  /// For each label the last row that was looked at, and the first one after it that may hold a larger circle.
  private var rows: [(last: Int, next: Int)]
  private var envelope = LowerEnvelope()

  init(count: Int) {
    best = Array(repeating: InscribedCircle(), count: count)
    rows = Array(repeating: (-1, 0), count: count)
  }

  /// Whether a row may hold a larger circle of the label than was found above it.
  @inline(__always)
  func mayFind(_ label: Int, inRow y: Int) -> Bool {
    y >= rows[label].next || y == rows[label].last
  }

  /// Whether a pixel so far from the border is the middle of a larger circle of the label.
  @inline(__always)
  func isLarger(_ distance: Int, than label: Int) -> Bool {
    distance * distance > best[label].squaredRadius
  }

  /// Notes that no pixel of a run is farther from the border than `farthest`.
  @inline(__always)
  mutating func pass(_ label: Int, inRow y: Int, farthest: Int) {
    // A row farther on, every pixel is at most one farther from the border.
    let next = y + 1 + max(0, Int(best[label].radius) - farthest)
    rows[label] = (y, rows[label].last == y ? min(rows[label].next, next) : next)
  }

  /// Looks at a run of a label.
  ///
  /// - Parameters:
  ///   - columns: of the run; what bounds it lies on both sides.
  ///   - distances: `[W]`, each column's to the nearest pixel that bounds a circle.
  ///   - isAhead: whether the rows before are still to be looked at, and this one again: then a circle only says what a
  ///     smaller one need not be looked for, and of equals the first is still to be found.
  @inline(__always)
  mutating func look(
    _ label: Int, inRow y: Int, _ columns: Range<Int>, distances: Span<UInt16>, isAhead: Bool
  ) {
    let (start, end) = (columns.lowerBound, columns.upperBound)
    var farthest = 0
    for x in columns {
      farthest = max(farthest, min(Int(distances[x]), min(x &- start &+ 1, end &- x)))
    }
    defer { if !isAhead { pass(label, inRow: y, farthest: farthest) } }
    guard isLarger(farthest, than: label) else { return }
    func distance(_ column: Int) -> UInt16 { columns.contains(column) ? distances[column] : 0 }
    var largest = 0
    envelope.solve(over: start - 1..<end + 1, distance: distance) { x, _, squared in
      largest = max(largest, squared)
      let squared = isAhead ? squared - 1 : squared
      if squared > best[label].squaredRadius {
        best[label] = InscribedCircle(center: Point(x, y), squaredRadius: squared)
      }
    }
    // Now it is known.
    farthest = Int(Double(largest).squareRoot().rounded(.up))
  }
}
