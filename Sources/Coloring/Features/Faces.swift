internal import Raster
internal import Regions

/// Where faces are in a picture, by the parts that only faces have: squares around their eyes and mouths, in cells.
struct Faces {
  /// How many are looked for.
  private static let most = 3
  /// Eyes and mouth of fewer cells than this are no face to look at.
  private static let least: Float = 4
  /// The square's side in sides of the box of eyes and mouth.
  private static let around = 2.0

  /// Left upper corner and side of each, the largest first; they may stand out of the grid.
  let squares: [(x: Double, y: Double, side: Double)]

  /// - Parameters:
  ///   - facial: how surely each cell is part of an eye or a mouth, 0…1, `[height, width]`.
  /// - Complexity: O(cells), and the square of the number of places that look like an eye.
  init(facial: [Float], width: Int, height: Int) {
    var spots = Self.spots(facial, width: width, height: height)
    var isChanged = true
    while isChanged {
      isChanged = false
      search: for i in spots.indices {
        for j in spots.indices.dropFirst(i + 1) where spots[i].isNear(spots[j]) {
          spots[i].join(spots.remove(at: j))
          isChanged = true
          break search
        }
      }
    }
    squares = spots.filter { $0.mass >= Self.least }.sorted { $0.mass > $1.mass }.prefix(Self.most)
      .map { spot in
        let side = Self.around * Double(max(spot.box.width, spot.box.height))
        return (
          Double(spot.box.x) + Double(spot.box.width) / 2 - side / 2,
          Double(spot.box.y) + Double(spot.box.height) / 2 - side / 2, side
        )
      }
  }

  /// Cells of one eye, one mouth, or a whole face of them.
  private struct Spot {
    var box: Box
    var mass: Float

    /// Whether both may belong to one face: they are less apart than the larger one is long.
    func isNear(_ other: Spot) -> Bool {
      let across = max(box.x, other.box.x) - min(box.maxX, other.box.maxX)
      let down = max(box.y, other.box.y) - min(box.maxY, other.box.maxY)
      let long = [box.width, box.height, other.box.width, other.box.height].max()!
      return max(across, down) <= max(2, long)
    }

    mutating func join(_ other: Spot) {
      box = box.union(other.box)
      mass += other.mass
    }
  }

  /// Connected cells that are rather facial than not.
  private static func spots(_ facial: [Float], width: Int, height: Int) -> [Spot] {
    var seen = facial.map { $0 <= 0.5 }
    var spots: [Spot] = []
    for start in facial.indices where !seen[start] {
      seen[start] = true
      var open = [start]
      var spot = Spot(box: Box(x: start % width, y: start / width, width: 1, height: 1), mass: 0)
      while let cell = open.popLast() {
        let (x, y) = (cell % width, cell / width)
        spot.join(Spot(box: Box(x: x, y: y, width: 1, height: 1), mass: facial[cell]))
        for v in max(0, y - 1)...min(height - 1, y + 1) {
          for u in max(0, x - 1)...min(width - 1, x + 1) where !seen[v * width + u] {
            seen[v * width + u] = true
            open.append(v * width + u)
          }
        }
      }
      spots.append(spot)
    }
    return spots
  }
}
