import Raster

/// A connected piece of a border that nobody drew: it is rejected as a whole.
struct BorderPiece {
  /// Its two ends: what it is named by.
  let closing: Closing
  let pixels: [Point]

  /// The connected pieces of a border's pixels, in the order of their first pixels.
  ///
  /// - Complexity: O(pixels · log pixels).
  static func pieces(of border: Set<Point>) -> [BorderPiece] {
    var pixels = border
    var pieces: [BorderPiece] = []
    for start in border.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) where pixels.contains(start) {
      var piece = [start]
      pixels.remove(start)
      var next = 0
      while next < piece.count {
        let point = piece[next]
        next += 1
        for dy in -1...1 {
          for dx in -1...1 {
            let neighbour = Point(point.x + dx, point.y + dy)
            if pixels.remove(neighbour) != nil { piece.append(neighbour) }
          }
        }
      }
      let from = piece.max { $0.squaredDistance(to: start) < $1.squaredDistance(to: start) }!
      let to = piece.max { $0.squaredDistance(to: from) < $1.squaredDistance(to: from) }!
      pieces.append(BorderPiece(closing: Closing(from: from, to: to), pixels: piece))
    }
    return pieces
  }
}

extension Plane where Element: Equatable {
  /// Whether one of the eight around a node is another than it.
  func isMixed(around i: Int, _ j: Int) -> Bool {
    for y in max(0, j - 1)...min(height - 1, j + 1) {
      for x in max(0, i - 1)...min(width - 1, i + 1) where self[x, y] != self[i, j] {
        return true
      }
    }
    return false
  }
}

extension GapClosing.Result {
  /// Draws the pieces of borders but for those that the artist rejected.
  mutating func add(_ pieces: [BorderPiece], on barriers: inout BitPlane, strokeWidth: Double) {
    let rejected = RegionEdits(opened: orphans).openedIndices(
      among: pieces.map(\.closing), strokeWidth: strokeWidth)
    orphans = rejected.orphans
    for (index, piece) in pieces.enumerated() where !rejected.indices.contains(index) {
      for pixel in piece.pixels { barriers[pixel] = true }
      closings.append(piece.closing)
      learned.append(piece.closing)
    }
  }
}
