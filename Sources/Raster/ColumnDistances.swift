// The distance of each pixel to the nearest pixel of one kind above or below it: the first half of the exact distance
// transform; `LowerEnvelope` is the second.
//
// Idea: one sweep down and one up would do, but the plane of what the first found is as large as a picture's labels,
// and goes through memory three times. So the sweeps only note where they stand every 32 rows; from there any 32 rows
// are swept again, both ways, in a buffer that stays in the processor's cache.
// Cost: two sweeps of one row of counters, one on each of two threads, and two of 32 rows by whoever asks for them;
// an eighth of a byte a pixel.

struct ColumnDistances: Sendable {
  private static let blockHeight = 32

  private let plane: BitPlane
  /// Turns the bits of the kind measured to into ones.
  private let flip: UInt64
  /// Where the sweep down stands above each block of rows, and the one up below it: `[blocks, W]`.
  private var above: [UInt16]
  private var below: [UInt16]

  /// - Parameters:
  ///   - value: what to measure the distance to: pixels set, or pixels not set.
  ///   - outside: whether the plane is surrounded by such pixels.
  init(in plane: BitPlane, to value: Bool, outside: Bool, work: Work) throws(Cancelled) {
    self.plane = plane
    flip = value ? 0 : .max
    above = []
    below = []
    let (width, height) = (plane.width, plane.height)
    let blocks = (height + Self.blockHeight - 1) / Self.blockHeight
    let far: UInt16 = outside ? 0 : .max
    let unswept = self
    let sweeps = work.mapBands(of: 2, smallest: 1) { sweeps in
      sweeps.map { sweep -> [UInt16] in
        var notes = [UInt16](repeating: far, count: blocks * width)
        var running = [UInt16](repeating: far, count: width)
        var counters = running.mutableSpan
        for order in 0..<blocks {
          if work.isCancelled { break }
          let block = sweep == 0 ? order : blocks - 1 - order
          for x in 0..<width { notes[block * width + x] = counters[x] }
          let rows = unswept.rows(of: block)
          for step in 0..<rows.count {
            unswept.step(
              sweep == 0 ? rows.lowerBound + step : rows.upperBound - 1 - step, &counters)
          }
        }
        return notes
      }
    }.flatMap { $0 }
    try work.checkCancelled()
    above = sweeps[0]
    below = sweeps[1]
  }

  /// Calls `body` with some rows, from the top, up to 32 at a time.
  ///
  /// - Parameter body: gets the rows and their distances `[rows, W]` in pixels: 0 at pixels of the kind,
  ///   `UInt16.max` where the column has none within 65,534 rows.
  /// - Complexity: O(rows · W), and at most 31 rows more at each end.
  @inline(__always)
  func forEachBlock(in rows: Range<Int>, _ body: (_ rows: Range<Int>, Span<UInt16>) -> Void) {
    let width = plane.width
    var swept = [UInt16](repeating: 0, count: Self.blockHeight * width)
    var running = [UInt16](repeating: 0, count: width)
    let end = (rows.upperBound + Self.blockHeight - 1) / Self.blockHeight
    for block in rows.lowerBound / Self.blockHeight..<end {
      sweep(block, into: &swept, &running)
      let all = self.rows(of: block)
      let asked = all.clamped(to: rows)
      let start = (asked.lowerBound - all.lowerBound) * width
      body(asked, swept.span.extracting(start..<start + asked.count * width))
    }
  }

  /// The same, row by row.
  @inline(__always)
  func forEachRow(in rows: Range<Int>, _ body: (_ y: Int, _ distances: Span<UInt16>) -> Void) {
    let width = plane.width
    forEachBlock(in: rows) { rows, distances in
      for y in rows {
        let start = (y - rows.lowerBound) * width
        body(y, distances.extracting(start..<start + width))
      }
    }
  }

  private func rows(of block: Int) -> Range<Int> {
    block * Self.blockHeight..<min(plane.height, (block + 1) * Self.blockHeight)
  }

  /// The distances of a block of rows.
  private func sweep(_ block: Int, into swept: inout [UInt16], _ running: inout [UInt16]) {
    let width = plane.width
    let rows = rows(of: block)
    var swept = swept.mutableSpan
    var counters = running.mutableSpan
    for x in 0..<width { counters[x] = below[block * width + x] }
    for y in rows.reversed() {
      step(y, &counters)
      let start = (y - rows.lowerBound) * width
      var row = swept._mutatingExtracting(start..<start + width)
      for x in 0..<width { row[x] = counters[x] }
    }
    for x in 0..<width { counters[x] = above[block * width + x] }
    for y in rows {
      step(y, &counters)
      let start = (y - rows.lowerBound) * width
      var row = swept._mutatingExtracting(start..<start + width)
      for x in 0..<width { row[x] = min(row[x], counters[x]) }
    }
  }

  /// One row of a sweep: each counter one more than at the row before, or 0.
  private func step(_ y: Int, _ counters: inout MutableSpan<UInt16>) {
    for x in 0..<counters.count { counters[x] &+= counters[x] == .max ? 0 : 1 }
    for index in 0..<plane.wordsPerRow {
      var word = plane.words[y * plane.wordsPerRow + index] ^ flip
      while word != 0 {
        // Pixels of a kind stand in runs.
        let start = index << 6 + word.trailingZeroBitCount
        let length = (~(word >> UInt64(start & 63))).trailingZeroBitCount
        for x in start..<min(counters.count, start + length) { counters[x] = 0 }
        word = length + start & 63 >= 64 ? 0 : word & (.max << UInt64(start & 63 + length))
      }
    }
  }
}
