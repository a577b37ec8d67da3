// The exact Euclidean distance transform, and with it the nearest seed of every pixel.
//
// Idea: the nearest seed within each column comes from one sweep down and one up. Along a row each
// column's seed then is a parabola, and the lower envelope of the parabolas is built left to right on
// a stack, one division a parabola, and read back right to left.
// Cost: linear, whatever the seeds; 4 bytes a pixel beside the result. Both passes use all threads:
// the first over blocks of columns that sweep whole rows of the block, the second over rows.
// Source: Meijster, Roerdink, Hesselink: A general algorithm for computing distance transforms in
// linear time (2000), with the seed's row kept in place of its distance.
// Not done: other metrics, distances below a pixel.

extension Plane where Element == Bool {
  /// The square of each pixel's distance to the nearest `true` pixel.
  ///
  /// - Returns: `[H, W]`, pixels²; 0 on a seed, `Int32.max` everywhere where there is no seed.
  ///   Distances over 46,340 px saturate at `Int32.max`.
  /// - Complexity: O(width · height).
  public func squaredDistances(work: Work) throws(Cancelled) -> Plane<Int32> {
    var result = Plane<Int32>(width: width, height: height, repeating: .max)
    try transformDistances(seeds: self, into: &result, work: work) { x, y, seedX, seedY in
      let square = (x &- seedX) &* (x &- seedX) &+ (y &- seedY) &* (y &- seedY)
      return Int32(truncatingIfNeeded: Swift.min(square, Int(Int32.max)))
    }
    return result
  }

  /// Each pixel's nearest `true` pixel, as an index into `elements`.
  ///
  /// Of seeds equally far the one farther left is taken, in one column the upper one.
  ///
  /// - Returns: `[H, W]`; `y * width + x` of the seed, -1 everywhere where there is none.
  /// - Complexity: O(width · height).
  public func nearestSeeds(work: Work) throws(Cancelled) -> Plane<Int32> {
    let width = width
    var result = Plane<Int32>(width: width, height: height, repeating: -1)
    try transformDistances(seeds: self, into: &result, work: work) { _, _, seedX, seedY in
      Int32(truncatingIfNeeded: seedY &* width &+ seedX)
    }
    return result
  }
}

extension Plane where Element == UInt16 {
  /// The plane with every 0 replaced by the nearest value that is not 0: labels grown until they meet
  /// halfway between. Of labels equally far the one farther left wins, in one column the upper one.
  ///
  /// - Returns: `[H, W]`; all 0 where there is no label at all.
  /// - Complexity: O(width · height).
  public func nearestLabels(work: Work) throws(Cancelled) -> Plane<UInt16> {
    try grownLabels(self, work: work)
  }
}

extension Plane where Element == Int32 {
  /// The plane with every 0 replaced by the nearest value that is not 0: labels grown until they meet
  /// halfway between. Of labels equally far the one farther left wins, in one column the upper one.
  ///
  /// - Returns: `[H, W]`; all 0 where there is no label at all.
  /// - Complexity: O(width · height).
  public func nearestLabels(work: Work) throws(Cancelled) -> Plane<Int32> {
    try grownLabels(self, work: work)
  }
}

private func grownLabels<Label: FixedWidthInteger>(
  _ plane: Plane<Label>, work: Work
) throws(Cancelled) -> Plane<Label> {
  let width = plane.width
  let labels = plane.elements
  var result = plane
  try transformDistances(seeds: plane.map { $0 != 0 }, into: &result, work: work) {
    _, _, seedX, seedY in labels[seedY &* width &+ seedX]
  }
  return result
}

/// The row of a seed that is not there: far enough that any other is nearer, near enough that
/// differences of rows stay in range.
private let nowhere: Int32 = -(1 << 30)

/// Fills `result` with `value(x, y, seedX, seedY)` for each pixel and its nearest seed; leaves it as
/// it is where there are no seeds.
@inline(__always)
private func transformDistances<Value>(
  seeds: Plane<Bool>, into result: inout Plane<Value>, work: Work,
  value: @Sendable (Int, Int, Int, Int) -> Value
) throws(Cancelled) {
  let seedRows = try nearestSeedRows(of: seeds, work: work)
  let width = seeds.width
  let height = seeds.height
  result.elements.withUnsafeMutableBufferPointer { buffer in
    // Bands are disjoint, so no two threads touch the same row.
    nonisolated(unsafe) let buffer = buffer
    work.forEachBand(of: height) { rows in
      var envelope = Envelope(width: width)
      for y in rows {
        if y & 31 == 0 && work.isCancelled { return }
        let range = y * width..<(y + 1) * width
        let count = envelope.build(seedRows: seedRows.elements.span.extracting(range), y: y)
        if count == 0 { return }
        var row = MutableSpan(_unsafeElements: UnsafeMutableBufferPointer(rebasing: buffer[range]))
        envelope.read(count: count, y: y, into: &row, value: value)
      }
    }
  }
  try work.checkCancelled()
}

/// For each pixel the row of the nearest seed in its own column, the upper one of two equally near;
/// `nowhere` in a column without seeds.
private func nearestSeedRows(of seeds: Plane<Bool>, work: Work) throws(Cancelled) -> Plane<Int32> {
  let width = seeds.width
  let height = seeds.height
  var result = Plane<Int32>(width: width, height: height, repeating: nowhere)
  result.elements.withUnsafeMutableBufferPointer { buffer in
    // Bands are disjoint columns, so no two threads touch the same pixel.
    nonisolated(unsafe) let buffer = buffer
    work.forEachBand(of: width, smallest: 64) { columns in
      func slice(_ y: Int) -> UnsafeMutableBufferPointer<Int32> {
        let start = y * width
        return UnsafeMutableBufferPointer(
          rebasing: buffer[start + columns.lowerBound..<start + columns.upperBound])
      }
      let none = [Int32](repeating: nowhere, count: columns.count)
      for y in 0..<height {
        if y & 255 == 0 && work.isCancelled { return }
        let start = y * width + columns.lowerBound
        let seeds = seeds.elements.span.extracting(start..<start + columns.count)
        var row = MutableSpan(_unsafeElements: slice(y))
        let above = y == 0 ? none.span : Span(_unsafeElements: UnsafeBufferPointer(slice(y - 1)))
        sweepDown(seeds: seeds, above: above, y: Int32(y), row: &row)
      }
      for y in (0..<height - 1).reversed() {
        if y & 255 == 0 && work.isCancelled { return }
        var row = MutableSpan(_unsafeElements: slice(y))
        let below = Span(_unsafeElements: UnsafeBufferPointer(slice(y + 1)))
        sweepUp(below: below, y: Int32(y), row: &row)
      }
    }
  }
  try work.checkCancelled()
  return result
}

private func sweepDown(
  seeds: Span<Bool>, above: Span<Int32>, y: Int32, row: inout MutableSpan<Int32>
) {
  precondition(seeds.count == row.count && above.count == row.count)
  for x in 0..<row.count { row[x] = seeds[x] ? y : above[x] }
}

private func sweepUp(below: Span<Int32>, y: Int32, row: inout MutableSpan<Int32>) {
  precondition(below.count == row.count)
  for x in 0..<row.count {
    let here = row[x]
    let other = below[x]
    row[x] = other &- y < y &- here ? other : here
  }
}

/// The lower envelope of one row's parabolas; its array serves row after row.
private struct Envelope {
  /// Where one seed is the nearest: from column `start` to the start of the next piece.
  struct Piece: BitwiseCopyable {
    var start: Int
    /// The seed.
    var column: Int
    var row: Int
    /// The square of the row's distance to the seed's row.
    var height: Int
  }

  /// The pieces from left to right, as many as `build` said.
  private var pieces: [Piece]

  init(width: Int) {
    pieces = Array(repeating: Piece(start: 0, column: 0, row: 0, height: 0), count: width)
  }

  /// Builds the envelope of row `y`; returns the number of its pieces.
  mutating func build(seedRows: Span<Int32>, y: Int) -> Int {
    let width = seedRows.count
    precondition(pieces.count == width)
    var pieces = pieces.mutableSpan
    var count = 0
    for x in 0..<width {
      if seedRows[x] == nowhere { continue }
      let row = Int(seedRows[x])
      let height = (row &- y) &* (row &- y)
      var start = 0
      // Pieces that the new parabola undercuts already where they start are never lowest.
      while count > 0 {
        let top = pieces[count &- 1]
        let old = top.start &- top.column
        let new = top.start &- x
        if old &* old &+ top.height > new &* new &+ height {
          count &-= 1
          continue
        }
        // Right of where the two meet the new one is lower. Exact in doubles: both operands are
        // integers below 2⁵³, and the quotient is never so near an integer as to be rounded over it.
        let sum = (x &- top.column) &* (x &+ top.column) &+ height &- top.height
        start = 1 &+ Int(Double(sum) / Double(2 &* (x &- top.column)))
        break
      }
      if start >= width { continue }
      pieces[count] = Piece(start: start, column: x, row: row, height: height)
      count &+= 1
    }
    return count
  }

  /// Reads the envelope back: `value(x, y, seedX, seedY)` for each pixel of row `y`.
  @inline(__always)
  func read<Value>(
    count: Int, y: Int, into row: inout MutableSpan<Value>, value: (Int, Int, Int, Int) -> Value
  ) {
    let pieces = pieces.span
    for index in 0..<count {
      let piece = pieces[index]
      let end = index + 1 < count ? pieces[index + 1].start : row.count
      for x in piece.start..<end { row[x] = value(x, y, piece.column, piece.row) }
    }
  }
}
