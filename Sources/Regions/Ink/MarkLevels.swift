// Marks, by two thresholds.
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
  /// Pixels below this are paper.
  var weak: UInt8
  /// Pixels of this strength are a mark for certain.
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
    try self.init(weakMarksOf: strength, levels, work: work)
    // Marks hang together by their corners too.
    let marks = try RunComponents(of: self, where: true, connectivity: .eight, work: work)
    let width = strength.width
    let strengths = strength.elements.span
    var isCertain = [Bool](repeating: false, count: marks.count)
    for y in 0..<strength.height {
      for run in marks.rowRuns(y) {
        let component = Int(marks.runs[run].component)
        if isCertain[component] { continue }
        for x in marks.runs[run].columns
        where strengths[y * width + x] >= levels.strong {
          isCertain[component] = true
          break
        }
      }
    }
    set(marks, to: false) { !isCertain[$0] }
  }

  /// The pixels that are weak at least and no fringe.
  private init(weakMarksOf strength: Plane<UInt8>, _ levels: MarkLevels, work: Work)
    throws(Cancelled)
  {
    let (width, height) = (strength.width, strength.height)
    try self.init(width: width, height: height, work: work) { y, columns in
      let all = strength.elements.span
      let row = all.extracting(y * width..<(y + 1) * width)
      // Most words are bare paper.
      var strongest: UInt8 = 0
      for x in columns { strongest = max(strongest, row[x]) }
      if strongest < levels.weak { return 0 }
      let above = max(0, y - 1) * width
      let below = min(height - 1, y + 1) * width
      var word: UInt64 = 0
      for x in columns where row[x] >= levels.weak {
        let level = row[x]
        let (left, right) = (row[max(0, x - 1)], row[min(width - 1, x + 1)])
        let (up, down) = (all[above + x], all[below + x])
        let isFringe =
          levels.isFringe(level, between: left, and: right)
          || levels.isFringe(level, between: up, and: down)
        if !isFringe { word |= 1 << UInt64(x - columns.lowerBound) }
      }
      return word
    }
  }
}
