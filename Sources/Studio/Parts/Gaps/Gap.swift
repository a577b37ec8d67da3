internal import Raster
public import Regions

/// A gap in the strokes, and what was decided about it.
public struct Gap: Hashable, Sendable {
  /// Its two ends.
  public var closing: Closing
  /// Whether it is to be closed, by what the artist said last.
  public var isClosed: Bool
  /// Whether the artist closed it, and nobody else would have.
  public var isByHand: Bool
  /// Whether it is no gap, but a piece of a border that nobody drew and a network called for.
  public var isLearned: Bool
  /// Whether the drawing has it, at the limit of now and with the strokes of now.
  public var isFound: Bool

  /// The open length of the way from end to end, in pixels: what the limit is compared with.
  public var length: Double
}

extension Closing {
  var length: Double { Double(from.squaredDistance(to: to)).squareRoot() }

  var middle: SIMD2<Double> {
    SIMD2(Double(from.x + to.x) + 1, Double(from.y + to.y) + 1) / 2
  }
}

extension LineArt {
  /// The length of a closing that lies over paper, in pixels.
  ///
  /// - Complexity: O(its length).
  fileprivate func openLength(of closing: Closing) -> Double {
    let way = Point(closing.to.x - closing.from.x, closing.to.y - closing.from.y)
    let steps = max(abs(way.x), abs(way.y))
    if steps == 0 { return 0 }
    let open = (0...steps).count { step in
      let pixel = Point(
        closing.from.x + way.x * step / steps, closing.from.y + way.y * step / steps)
      return strokes.contains(pixel) && strokes[pixel] == .paper
    }
    return closing.length * Double(open) / Double(steps + 1)
  }
}

extension Gap {
  /// The gaps of a drawing: what the engine closed, what the artist rejected of it, what the artist closed.
  ///
  /// - Parameters:
  ///   - lineArt: the drawing's strokes.
  ///   - known: the edits that `map` was made with.
  ///   - edits: those of now; they decide.
  /// - Returns: the longest first: they are the ones to doubt.
  static func list(
    in map: RegionMap, of lineArt: LineArt, madeWith known: RegionEdits, now edits: RegionEdits
  ) -> [Gap] {
    let opened = Set(edits.opened)
    let wasClosed = Set(known.closed)
    let learned = Set(map.learned)
    var gaps: [Gap] = []
    func add(_ closing: Closing, isClosed: Bool, isByHand: Bool = false, isFound: Bool) {
      gaps.append(
        Gap(
          closing: closing, isClosed: isClosed, isByHand: isByHand,
          isLearned: !isByHand && learned.contains(closing), isFound: isFound,
          length: lineArt.openLength(of: closing)))
    }
    for closing in map.closings where !wasClosed.contains(closing) {
      add(closing, isClosed: !opened.contains(closing), isFound: true)
    }
    let found = Set(map.closings)
    let unplaced = Set(map.orphans.opened)
    for closing in edits.opened where !found.contains(closing) {
      add(closing, isClosed: false, isFound: !unplaced.contains(closing))
    }
    // A gap that was rejected and is accepted again stays where it is until the engine has closed it.
    for closing in known.opened
    where !opened.contains(closing) && !found.contains(closing) && !unplaced.contains(closing) {
      add(closing, isClosed: true, isFound: true)
    }
    let orphaned = Set(map.orphans.closed)
    for closing in edits.closed {
      add(closing, isClosed: true, isByHand: true, isFound: !orphaned.contains(closing))
    }
    return gaps.sorted { a, b in
      let (p, q) = (a.closing, b.closing)
      return (-a.length, p.from.y, p.from.x, p.to.y, p.to.x)
        < (-b.length, q.from.y, q.from.x, q.to.y, q.to.x)
    }
  }
}
