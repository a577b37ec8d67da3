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
  /// Whether the drawing has it, at the limit of now and with the strokes of now.
  public var isFound: Bool

  /// From end to end, in pixels.
  public var length: Double { closing.length }
}

extension Closing {
  var length: Double { Double(from.squaredDistance(to: to)).squareRoot() }

  var middle: SIMD2<Double> {
    SIMD2(Double(from.x + to.x) + 1, Double(from.y + to.y) + 1) / 2
  }
}

extension Gap {
  /// The gaps of a drawing: what the engine closed, what the artist rejected of it, what the artist closed.
  ///
  /// - Parameters:
  ///   - known: the edits that `map` was made with.
  ///   - edits: those of now; they decide.
  /// - Returns: the longest first: they are the ones to doubt.
  static func list(in map: RegionMap, madeWith known: RegionEdits, now edits: RegionEdits) -> [Gap]
  {
    let opened = Set(edits.opened)
    let wasClosed = Set(known.closed)
    var gaps: [Gap] = []
    for closing in map.closings where !wasClosed.contains(closing) {
      gaps.append(
        Gap(
          closing: closing, isClosed: !opened.contains(closing), isByHand: false, isFound: true))
    }
    let found = Set(map.closings)
    let unplaced = Set(map.orphans.opened)
    for closing in edits.opened where !found.contains(closing) {
      gaps.append(
        Gap(
          closing: closing, isClosed: false, isByHand: false,
          isFound: !unplaced.contains(closing)))
    }
    let orphaned = Set(map.orphans.closed)
    for closing in edits.closed {
      gaps.append(
        Gap(
          closing: closing, isClosed: true, isByHand: true, isFound: !orphaned.contains(closing)))
    }
    return gaps.sorted { a, b in
      let (p, q) = (a.closing, b.closing)
      return (-a.length, p.from.y, p.from.x, p.to.y, p.to.x)
        < (-b.length, q.from.y, q.from.x, q.to.y, q.to.x)
    }
  }
}
