/// A yes or no for every pixel, 64 pixels a word: ink or paper, a mask, what is to be measured from.
///
/// An eighth of the memory of a plane of bytes, and whole words of nothing are passed over at once,
/// which makes components, distances and thinning several times faster than over `Plane<Bool>`.
/// Hot loops take runs (`forEachRun`) or words, not single pixels.
public struct BitPlane: Sendable, Equatable {
  /// Columns; at least 1.
  public let width: Int
  /// Rows; at least 1.
  public let height: Int
  /// Words in each row; a row begins with a word of its own.
  public let wordsPerRow: Int
  /// Bit `x & 63` of `words[y * wordsPerRow + x >> 6]` is pixel `(x, y)`; bits past the width are 0.
  @usableFromInline
  var words: [UInt64]

  /// No pixel set.
  ///
  /// - Precondition: `width` and `height` are at least 1.
  @inlinable
  public init(width: Int, height: Int) {
    precondition(width >= 1 && height >= 1, "a plane of \(width)×\(height) bits")
    self.width = width
    self.height = height
    wordsPerRow = (width + 63) / 64
    words = Array(repeating: 0, count: wordsPerRow * height)
  }

  /// A plane made word by word.
  ///
  /// - Parameter word: gets a row and up to 64 columns of it; returns bit `x - columns.lowerBound` set
  ///   for each pixel to set.
  /// - Complexity: one call a word, shared between the threads.
  @inlinable
  @inline(__always)
  public init(
    width: Int, height: Int, work: Work, word: @Sendable (_ y: Int, _ columns: Range<Int>) -> UInt64
  ) throws(Cancelled) {
    self.init(width: width, height: height)
    let wordsPerRow = wordsPerRow
    words.withUnsafeMutableBufferPointer { words in
      // Bands of rows are disjoint.
      nonisolated(unsafe) let words = words
      work.forEachBand(of: height) { rows in
        for y in rows {
          if y & 31 == 0, work.isCancelled { return }
          for index in 0..<wordsPerRow {
            let columns = index << 6..<Swift.min(width, (index + 1) << 6)
            words[y * wordsPerRow + index] = word(y, columns)
          }
        }
      }
    }
    try work.checkCancelled()
  }

  /// The pixels of a plane that `isSet` says yes to.
  ///
  /// - Complexity: O(width · height), shared between the threads.
  @inlinable
  @inline(__always)
  public init<Element>(
    _ plane: Plane<Element>, work: Work, where isSet: @Sendable (Element) -> Bool
  ) throws(Cancelled) {
    try self.init(width: plane.width, height: plane.height, work: work) { y, columns in
      let start = y * plane.width + columns.lowerBound
      let pixels = plane.elements.span.extracting(start..<start + columns.count)
      var word: UInt64 = 0
      for bit in 0..<pixels.count where isSet(pixels[bit]) { word |= 1 << UInt64(bit) }
      return word
    }
  }

  /// Whether the pixel is set; false outside. Setting one outside does nothing.
  @inlinable
  public subscript(x: Int, y: Int) -> Bool {
    get {
      guard x >= 0, x < width, y >= 0, y < height else { return false }
      return words[y * wordsPerRow + x >> 6] >> UInt64(x & 63) & 1 != 0
    }
    set {
      guard x >= 0, x < width, y >= 0, y < height else { return }
      let bit: UInt64 = 1 << UInt64(x & 63)
      if newValue {
        words[y * wordsPerRow + x >> 6] |= bit
      } else {
        words[y * wordsPerRow + x >> 6] &= ~bit
      }
    }
  }

  /// Whether the pixel is set; false outside. Setting one outside does nothing.
  @inlinable
  public subscript(point: Point) -> Bool {
    get { self[point.x, point.y] }
    set { self[point.x, point.y] = newValue }
  }

  /// The number of pixels that are set.
  ///
  /// - Complexity: O(words).
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Calls `body` for each maximal run of one value in row `y`, left to right.
  ///
  /// - Parameter body: gets the first column, the one past the last, and whether the run is set.
  /// - Complexity: O(words of the row + runs).
  @inlinable
  @inline(__always)
  public func forEachRun(inRow y: Int, _ body: (_ start: Int, _ end: Int, _ isSet: Bool) -> Void) {
    precondition(y >= 0 && y < height, "row \(y) of \(height)")
    var start = 0
    var isSet = false
    for index in 0..<wordsPerRow {
      let word = words[y * wordsPerRow + index]
      // A bit of `edges` is set where the value differs from the pixel to the left.
      var edges = word ^ (word << 1 | (isSet ? 1 : 0))
      if index == wordsPerRow - 1, width & 63 != 0 { edges &= 1 << UInt64(width & 63) - 1 }
      while edges != 0 {
        let x = index << 6 + edges.trailingZeroBitCount
        if x > start { body(start, x, isSet) }
        isSet.toggle()
        start = x
        edges &= edges - 1
      }
    }
    if width > start { body(start, width, isSet) }
  }

  /// Whether any pixel of row `y` is set.
  ///
  /// - Complexity: O(words of the row).
  public func isAnySet(inRow y: Int) -> Bool {
    words[y * wordsPerRow..<(y + 1) * wordsPerRow].contains { $0 != 0 }
  }

  /// Sets, too, what is set in `other`.
  ///
  /// - Precondition: both have one size.
  public mutating func formUnion(_ other: BitPlane) {
    precondition(
      width == other.width && height == other.height,
      "\(width)×\(height) bits united with \(other.width)×\(other.height)")
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Clears what is set in `other`.
  ///
  /// - Precondition: both have one size.
  public mutating func subtract(_ other: BitPlane) {
    precondition(
      width == other.width && height == other.height,
      "\(other.width)×\(other.height) bits taken from \(width)×\(height)")
    for index in words.indices { words[index] &= ~other.words[index] }
  }
}
