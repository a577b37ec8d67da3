import Testing

@testable import Figures

@Suite struct PolygonFillerTests {
  @Test func trianglesAreFilled() {
    #expect(
      filled([Vector(1, 0), Vector(5, 0), Vector(1, 4)], width: 6, height: 4) == [
        ".###..", ".##...", ".#....", "......",
      ])
  }

  /// A loop in the same sense is inside, however often it winds.
  @Test func overlapsAreInside() {
    let twice = [Vector(0, 0), Vector(4, 0), Vector(4, 3), Vector(0, 3)]
    #expect(filled(twice + twice, width: 4, height: 3) == ["####", "####", "####"])
  }

  @Test func outlinesAgreeWithWindingNumbers() {
    for seed in 0..<200 as Range<UInt64> {
      let chance = Chance(seed)
      let outline = (0..<chance.count("corners", 3, 9)).map {
        Vector(chance($0).value("x", -6, 22), chance($0).value("y", -6, 18))
      }
      #expect(
        filled(outline, width: 16, height: 12) == naive(outline, width: 16, height: 12), "\(seed)")
    }
  }

  private func filled(_ outline: [Vector], width: Int, height: Int) -> [String] {
    var filler = PolygonFiller(width: width, height: height)
    var rows = [[Character]](repeating: Array(repeating: ".", count: width), count: height)
    filler.spans(of: outline) { row, from, to in
      for column in from..<to { rows[row][column] = "#" }
    }
    return rows.map { String($0) }
  }

  /// Each pixel's winding number, from every edge.
  private func naive(_ outline: [Vector], width: Int, height: Int) -> [String] {
    (0..<height).map { row in
      String(
        (0..<width).map { column in
          let (x, y) = (Float(column) + 0.5, Float(row) + 0.5)
          var winding = 0
          for index in outline.indices {
            let a = outline[index]
            let b = outline[(index + 1) % outline.count]
            guard (a.y <= y) != (b.y <= y) else { continue }
            let (upper, lower) = a.y < b.y ? (a, b) : (b, a)
            let slope = (lower.x - upper.x) / (lower.y - upper.y)
            if upper.x + (y - upper.y) * slope <= x { winding += a.y < b.y ? 1 : -1 }
          }
          return winding == 0 ? Character(".") : "#"
        })
    }
  }
}
