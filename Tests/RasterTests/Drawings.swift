import Raster
import TestSupport

extension BitPlane {
  /// A plane in letters: `#` is set.
  init(_ rows: String...) {
    self.init(width: rows[0].count, height: rows.count)
    for (y, row) in rows.enumerated() {
      for (x, letter) in row.enumerated() where letter == "#" { self[x, y] = true }
    }
  }

  /// Every pixel set with a chance of one in `rarity`, each side 1 … `size`.
  static func random(upTo size: Int, oneIn rarity: Int, _ dice: inout SeededNumbers) -> BitPlane {
    var plane = BitPlane(width: 1 + dice.roll(size), height: 1 + dice.roll(size))
    for point in plane.points { plane[point] = dice.roll(rarity) == 0 }
    return plane
  }

  /// Random lines, wider than a word.
  static func scribble(_ dice: inout SeededNumbers) -> BitPlane {
    var plane = BitPlane(width: 8 + dice.roll(140), height: 8 + dice.roll(50))
    for _ in 0..<dice.roll(12) {
      let from = Point(dice.roll(plane.width), dice.roll(plane.height))
      let to = Point(dice.roll(plane.width), dice.roll(plane.height))
      let thickness = dice.roll(4)
      for step in 0...200 {
        let x = from.x + (to.x - from.x) * step / 200
        let y = from.y + (to.y - from.y) * step / 200
        for dx in 0...thickness { plane[x + dx, y] = true }
      }
    }
    return plane
  }

  /// All places, in reading order.
  var points: [Point] { (0..<height).flatMap { y in (0..<width).map { Point($0, y) } } }
}

extension Plane {
  /// A plane of random values, each side 1 … `size`.
  static func random(
    upTo size: Int, _ dice: inout SeededNumbers, value: (inout SeededNumbers) -> Element
  ) -> Plane<Element> {
    let width = 1 + dice.roll(size)
    let height = 1 + dice.roll(size)
    return Plane(
      width: width, height: height, elements: (0..<width * height).map { _ in value(&dice) })
  }
}
