import Raster

/// A yes-or-no for every pixel, 64 pixels a word.
///
/// Bit `x & 63` of `words[y * wordsPerRow + x >> 6]` is pixel `(x, y)`; bits past the width are 0.
/// An eighth of the memory of a byte plane, and whole words of bare paper are passed over at once.
struct BitPlane: Sendable, Equatable {
  let width: Int
  let height: Int
  let wordsPerRow: Int
  var words: [UInt64]

  /// No pixel set.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    wordsPerRow = (width + 63) / 64
    words = Array(repeating: 0, count: wordsPerRow * height)
  }

  /// Whether the pixel is set; false outside.
  subscript(x: Int, y: Int) -> Bool {
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

  /// Whether the pixel is set; false outside.
  subscript(point: Point) -> Bool {
    get { self[point.x, point.y] }
    set { self[point.x, point.y] = newValue }
  }

  /// How many pixels are set.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Calls `body` for each maximal run of one value in row `y`, left to right.
  ///
  /// - Parameter body: gets the first column, the one past the last, and whether the run is set.
  func forEachRun(inRow y: Int, _ body: (_ start: Int, _ end: Int, _ isSet: Bool) -> Void) {
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
}

extension BitPlane {
  /// Everything that is not paper: ink and trace lines.
  ///
  /// - Complexity: O(W · H), shared between the threads.
  init(strokes: Plane<Stroke>, work: Work) {
    self.init(width: strokes.width, height: strokes.height)
    let width = width
    let wordsPerRow = wordsPerRow
    strokes.elements.withUnsafeBufferPointer { strokes in
      words.withUnsafeMutableBufferPointer { words in
        // Bands of rows are disjoint.
        nonisolated(unsafe) let words = words
        nonisolated(unsafe) let strokes = strokes
        work.forEachBand(of: height) { rows in
          for y in rows {
            for index in 0..<wordsPerRow {
              var word: UInt64 = 0
              let first = y * width + index << 6
              for bit in 0..<min(64, width - index << 6)
              where strokes[first + bit] != .paper {
                word |= 1 << UInt64(bit)
              }
              words[y * wordsPerRow + index] = word
            }
          }
        }
      }
    }
  }
}
