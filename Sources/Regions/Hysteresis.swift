// Which pixels are marks, by two thresholds.
//
// Idea: a stroke is certain where it is strong, and goes on where it is weaker as long as it hangs
// together with a certain part (Canny 1986): the faint ends of a pencil stroke stay, grain of the
// paper does not become ink. Anti-aliasing surrounds a black line with pixels that are weak too, but
// are fringe, not line: a pixel between paper and something more than two and a half times as strong is
// none. So a grey line and a black one both get their true width, and meet where they meet.
//
// Cost: three passes; 1 byte and two bits a pixel, 12 bytes a run.

import Raster

/// The thresholds of marks, 0…255.
struct MarkLevels: Hashable, Sendable {
  /// What is weaker is paper.
  var weak: UInt8
  /// What is this strong is a mark for certain.
  var strong: UInt8

  /// Whether a pixel is the soft edge of a mark on one side of it, with paper on the other.
  @inline(__always)
  func isFringe(_ level: UInt8, between one: UInt8, and other: UInt8) -> Bool {
    min(one, other) < weak && 5 * Int(level) < 2 * Int(max(one, other))
  }
}

extension BitPlane {
  /// The marks of a plane of strengths.
  init(marksOf strength: Plane<UInt8>, _ levels: MarkLevels, work: Work) throws(Cancelled) {
    let weak = try BitPlane(weakMarksOf: strength, levels, work: work)
    var background = weak
    background.invert()
    // Marks hang together by their corners too.
    let marks = try PaperComponents(barriers: background, connectivity: .eight, work: work)
    let width = strength.width
    let strengths = strength.elements.span
    var isCertain = [Bool](repeating: false, count: marks.count)
    for y in 0..<strength.height {
      for run in marks.rowRuns(y) {
        let component = Int(marks.runs[run].component)
        if isCertain[component] { continue }
        for x in Int(marks.runs[run].start)..<Int(marks.runs[run].end)
        where strengths[y * width + x] >= levels.strong {
          isCertain[component] = true
          break
        }
      }
    }
    marks.fill(&background) { !isCertain[$0] }
    background.invert()
    self = background
  }

  /// What is weak at least and no fringe.
  private init(weakMarksOf strength: Plane<UInt8>, _ levels: MarkLevels, work: Work)
    throws(Cancelled)
  {
    self.init(width: strength.width, height: strength.height)
    let (width, height, wordsPerRow) = (width, height, wordsPerRow)
    words.withUnsafeMutableBufferPointer { words in
      // Bands of rows are disjoint.
      nonisolated(unsafe) let words = words
      work.forEachBand(of: height) { rows in
        for y in rows where !work.isCancelled {
          let all = strength.elements.span
          let row = all.extracting(y * width..<(y + 1) * width)
          let above = max(0, y - 1) * width
          let below = min(height - 1, y + 1) * width
          for first in stride(from: 0, to: width, by: 64) {
            let end = min(first + 64, width)
            // Most words are bare paper.
            var strongestOfWord: UInt8 = 0
            for x in first..<end { strongestOfWord = max(strongestOfWord, row[x]) }
            if strongestOfWord < levels.weak { continue }
            var word: UInt64 = 0
            for x in first..<end where row[x] >= levels.weak {
              let level = row[x]
              let (left, right) = (row[max(0, x - 1)], row[min(width - 1, x + 1)])
              let (up, down) = (all[above + x], all[below + x])
              let isFringe =
                levels.isFringe(level, between: left, and: right)
                || levels.isFringe(level, between: up, and: down)
              if !isFringe { word |= 1 << UInt64(x - first) }
            }
            words[y * wordsPerRow + first >> 6] = word
          }
        }
      }
    }
    try work.checkCancelled()
  }

  /// Sets what was not set, and the other way round.
  mutating func invert() {
    let tail = width & 63
    for index in words.indices { words[index] = ~words[index] }
    if tail != 0 {
      for y in 0..<height { words[(y + 1) * wordsPerRow - 1] &= 1 << UInt64(tail) - 1 }
    }
  }
}
