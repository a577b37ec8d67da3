internal import Raster
internal import Regions

/// The faces in a picture, by the parts that only faces have: squares around their eyes and mouths, in cells.
struct Faces {
  /// The most that are looked for.
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
  init(facial: [Float], width: Int, height: Int, work: Work) throws(Cancelled) {
    var spots = try Self.spots(
      Plane(width: width, height: height, elements: facial), work: work)
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
  private static func spots(_ facial: Plane<Float>, work: Work) throws(Cancelled) -> [Spot] {
    let components = try RunComponents(
      of: BitPlane(facial, work: work) { $0 > 0.5 }, where: true, connectivity: .eight, work: work)
    return zip(components.statistics(), components.sums { facial[$0, $1] })
      .map { Spot(box: $0.box, mass: $1) }
  }
}
