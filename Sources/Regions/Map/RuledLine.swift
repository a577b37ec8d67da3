import Raster

/// A long straight line along a side of a drawing, or nearly: what a ruler draws, and a hand hardly ever.
///
/// Idea: the drawing is cut into strips across the line's direction. Where a line crosses a strip, it covers a column (or row) from end to end.
/// These places vote for lines of all slopes up to two degrees (Hough 1962). A line may be interrupted, for figures stand before it.
/// Cost: one pass over the words of the strokes, then some ten thousand votes.
struct RuledLine {
  enum Direction { case down, across }

  /// The width of a strip in pixels.
  private static let strip = 16
  /// The steepest slope, in pixels a pixel.
  private static let steepest = 0.035
  /// The distance in pixels at which a place still lies on a line.
  private static let tolerance = 1.6
  /// Every direction's lines at most.
  private static let most = 8

  /// The column of a line that goes down, or the row of one across, at the pixel 0 of its direction.
  let start: Double
  /// The pixels by which it grows with every pixel along.
  let slope: Double
  /// From where to where it goes, in pixels along; ends are known to a strip.
  let span: Range<Int>
  /// Half of its width in pixels.
  let halfWidth: Double

  /// Its place at a pixel along its direction.
  func place(at pixel: Int) -> Double { start + slope * Double(pixel) }

  /// The places at which it lies between two pixels along its direction.
  func places(from first: Int, to last: Int) -> ClosedRange<Double> {
    let (a, b) = (place(at: first), place(at: last))
    return min(a, b) - halfWidth...max(a, b) + halfWidth
  }

  /// Takes the line away from `strokes` where it only passes: between the picture's sides and strokes that go on beyond it.
  ///
  /// A fold of the paper, a horizon and a centre line pass; the edge of a table ends the figure behind it, and stays.
  ///
  /// - Parameter sides: of what the drawing stands in, in pixels along the line; a line that does not reach them both stays.
  /// - Complexity: O(its pixels).
  func erase(_ direction: Direction, from strokes: inout BitPlane, between sides: Range<Int>) {
    let slack = max(Self.strip, sides.count / 40)
    guard span.lowerBound <= sides.lowerBound + slack, span.upperBound >= sides.upperBound - slack
    else { return }
    func point(_ pixel: Int, _ place: Int) -> Point {
      direction == .down ? Point(place, pixel) : Point(pixel, place)
    }
    /// The stroke's pixels across the line at one pixel along; nil where there is none.
    func run(at pixel: Int) -> ClosedRange<Int>? {
      let middle = Int(place(at: pixel).rounded())
      let near = [0, -1, 1, -2, 2].map { middle + $0 }
      guard let inked = near.first(where: { strokes[point(pixel, $0)] }) else { return nil }
      var (first, last) = (inked, inked)
      let reach = Int(2 * halfWidth) + 8
      while middle - first < reach, strokes[point(pixel, first - 1)] { first -= 1 }
      while last - middle < reach, strokes[point(pixel, last + 1)] { last += 1 }
      return first...last
    }
    let thickest = Int((2 * halfWidth).rounded(.up)) + 1
    var runs: [(pixel: Int, places: ClosedRange<Int>)] = []
    /// Whether the stretch in `runs` began where the line may be taken away.
    var isOpen = true
    /// Where strokes that cross the line go: to smaller and to larger places.
    var (before, after) = (false, false)
    var isCrossing = false
    func erase() {
      for (pixel, places) in runs { for place in places { strokes[point(pixel, place)] = false } }
    }
    for pixel in sides {
      let found = run(at: pixel)
      if let found, found.count > thickest {
        if !isCrossing { (before, after, isCrossing) = (false, false, true) }
        let middle = place(at: pixel)
        if Double(found.lowerBound) < middle - halfWidth - 1.5 { before = true }
        if Double(found.upperBound) > middle + halfWidth + 1.5 { after = true }
        continue
      }
      if isCrossing {
        isCrossing = false
        if isOpen && before && after { erase() }
        runs = []
        isOpen = before && after
      }
      if let found { runs.append((pixel, found)) }
    }
    if isOpen && (!isCrossing || before && after) { erase() }
  }

  /// The lines of one direction that are longer than `least` pixels.
  static func lines(_ direction: Direction, in strokes: BitPlane, strokeWidth: Double, least: Int)
    -> [RuledLine]
  {
    let length = direction == .down ? strokes.height : strokes.width
    let across = direction == .down ? strokes.width : strokes.height
    let count = length / strip
    guard count >= 4 else { return [] }
    // Wider ones are black areas.
    let widest = max(Int(3 * strokeWidth) + 4, max(length, across) / 64)
    var places = (0..<count).map { index -> [(place: Double, width: Int)] in
      let pixels = index * strip..<(index + 1) * strip
      let runs =
        direction == .down
        ? strokes.columnRuns(through: pixels) : strokes.rowRuns(through: pixels)
      return runs.filter { $0.count <= widest }.map {
        (Double($0.lowerBound + $0.upperBound - 1) / 2, $0.count)
      }
    }
    var lines: [RuledLine] = []
    while lines.count < most,
      let line = longest(in: places, across: across, least: max(4, least / strip))
    {
      lines.append(line)
      for index in line.span.lowerBound / strip..<line.span.upperBound / strip {
        let place = line.place(at: index * strip + strip / 2)
        places[index].removeAll { abs($0.place - place) <= 2 * tolerance }
      }
    }
    return lines
  }

  /// The longest line of at least so many strips.
  private static func longest(
    in places: [[(place: Double, width: Int)]], across: Int, least: Int
  ) -> RuledLine? {
    let slopes = max(1, Int(steepest * Double(places.count * strip) / tolerance))
    var best: (votes: Int, start: Double, slope: Double) = (least - 1, 0, 0)
    for step in -slopes...slopes {
      let slope = steepest * Double(step) / Double(slopes)
      var votes: [Int: Int] = [:]
      for (index, here) in places.enumerated() {
        let drift = slope * Double(index * strip + strip / 2)
        // A strip has one vote in a bin, and votes for two bins, so that a line between bins is not split.
        var voted: Set<Int> = []
        for (place, _) in here {
          let bin = Int(((place - drift) / tolerance).rounded(.down))
          for bin in [bin, bin + 1] where voted.insert(bin).inserted {
            votes[bin, default: 0] += 1
          }
        }
      }
      guard let (bin, most) = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
        continue
      }
      if most > best.votes { best = (most, Double(bin) * tolerance, slope) }
    }
    guard best.votes >= least else { return nil }
    return line(near: best.start, best.slope, in: places, least: least)
  }

  /// The stretch of a line that is drawn, mostly.
  private static func line(
    near start: Double, _ slope: Double, in places: [[(place: Double, width: Int)]], least: Int
  ) -> RuledLine? {
    let widths = places.enumerated().map { index, here -> Int? in
      let place = start + slope * Double(index * strip + strip / 2)
      return here.filter { abs($0.place - place) <= tolerance + 0.5 }.map(\.width).max()
    }
    var best = (score: 0.0, span: 0..<0)
    var (score, first) = (0.0, 0)
    for (index, width) in widths.enumerated() {
      // A figure that stands before a line may hide more than half of it.
      score += width != nil ? 1 : -0.5
      if score <= 0 {
        (score, first) = (0, index + 1)
      } else if score > best.score {
        best = (score, first..<index + 1)
      }
    }
    guard best.span.count >= least else { return nil }
    let drawn = widths[best.span].compactMap { $0 }.sorted()
    return RuledLine(
      start: start, slope: slope, span: best.span.lowerBound * strip..<best.span.upperBound * strip,
      halfWidth: Double(drawn[drawn.count / 2]) / 2)
  }
}
