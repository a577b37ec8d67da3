// Hair-fine cuts through strokes are closed.
//
// Idea: ink nearer to ink than a quarter of a stroke's width belongs together: a seam that a moved selection left, a hair on the
// scanner. What a closing by so small a square fills is looked at piece by piece: a cut lies across a stroke and opens to
// paper at two places at least; the notch of a corner opens to one, and is left alone; so is a long lane between two lines.
//
// Cost: O(words), and O(pixels filled).

import Raster

extension BitPlane {
  /// Thinner strokes' ends are found whatever the cut.
  private static let thinnest = 2.5

  /// Sets the pixels of cuts through strokes.
  ///
  /// - Parameter strokeWidth: the drawing's usual one, in pixels.
  mutating func closeCuts(strokeWidth: Double, work: Work) throws(Cancelled) {
    guard strokeWidth >= Self.thinnest else { return }
    let closed = closed(side: 1 + min(63, Int((strokeWidth / 4).rounded(.up))))
    var filled = closed
    filled.subtract(self)
    let pieces = try RunComponents(of: filled, where: true, connectivity: .eight, work: work)
    // A cut at a slant of 15° is four times as long as the stroke is wide.
    let longest = 5 * strokeWidth + 2
    let isShort = pieces.statistics().map {
      PixelVector(Double($0.box.width), Double($0.box.height)).length <= longest
    }
    var pixels = [[Point]](repeating: [], count: pieces.count)
    pieces.forEachPixel { piece, x, y in if isShort[piece] { pixels[piece].append(Point(x, y)) } }
    for piece in pixels where closed.openings(of: piece) > 1 {
      for point in piece { self[point] = true }
    }
  }

  /// The places at which pixels of this plane open to what is not set.
  private func openings(of piece: [Point]) -> Int {
    var edge: Set<Point> = []
    for point in piece {
      for beside in point.neighbours
      where 0..<width ~= beside.x && 0..<height ~= beside.y && !self[beside] {
        edge.insert(beside)
      }
    }
    var count = 0
    while let first = edge.first {
      count += 1
      if count > 1 { break }
      edge.remove(first)
      var open = [first]
      while let point = open.popLast() {
        for y in point.y - 1...point.y + 1 {
          for x in point.x - 1...point.x + 1 where edge.remove(Point(x, y)) != nil {
            open.append(Point(x, y))
          }
        }
      }
    }
    return count
  }
}
