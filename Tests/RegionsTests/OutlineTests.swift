import Raster
import Regions
import TestSupport
import Testing

@Suite struct OutlineTests {
  @Test func aRectangleHasFourCorners() {
    let outline = map("aaaa", "abba", "aaaa").outline(of: 2)
    #expect(
      outline == [
        Contour(points: [Point(1, 1), Point(3, 1), Point(3, 2), Point(1, 2)], isHole: false)
      ])
  }

  @Test func aHoleGoesTheOtherWay() {
    let outline = map("aaaa", "abba", "aaaa").outline(of: 1)
    #expect(outline.map(\.isHole) == [false, true])
    #expect(outline[1].points == [Point(1, 2), Point(3, 2), Point(3, 1), Point(1, 1)])
  }

  @Test func pixelsThatTouchByCornersStayApart() {
    #expect(map("ba", "ab").outline(of: 1).count == 2)
    #expect(map("aaa", "aba", "aab", "aaa").outline(of: 2).count == 2)
  }

  @Test(arguments: 1...40) func theContoursEncloseExactlyTheRegion(seed: Int) {
    var random = SeededNumbers(seed: UInt64(seed))
    let (width, height) = randomSize(in: 1...8, &random)
    var labels = Plane(width: width, height: height, repeating: UInt16(1))
    for index in labels.elements.indices.dropFirst() {
      labels.elements[index] = UInt16.random(in: 1...2, using: &random)
    }
    let contours = bareMap(labels).outline(of: 1)
    for y in 0..<height {
      for x in 0..<width {
        // The even-odd rule: how many vertical edges lie left of the pixel's middle.
        let crossings = contours.reduce(0) { $0 + edges(of: $1, leftOf: x, inRow: y) }
        #expect((crossings % 2 == 1) == (labels[x, y] == 1))
      }
    }
    #expect(contours.count { !$0.isHole } == partsByEdges(labels))
  }

  private func edges(of contour: Contour, leftOf x: Int, inRow y: Int) -> Int {
    zip(contour.points, contour.points.dropFirst() + contour.points.prefix(1)).count { a, b in
      a.x == b.x && a.x <= x && min(a.y, b.y) <= y && y < max(a.y, b.y)
    }
  }

  /// How many parts of label 1 there are that hang together by edges.
  private func partsByEdges(_ labels: Plane<UInt16>) -> Int {
    var left = Set(labels.elements.indices.filter { labels.elements[$0] == 1 })
    var parts = 0
    while let seed = left.popFirst() {
      parts += 1
      var open = [seed]
      while let pixel = open.popLast() {
        let x = pixel % labels.width
        var near = [pixel - labels.width, pixel + labels.width]
        if x > 0 { near.append(pixel - 1) }
        if x < labels.width - 1 { near.append(pixel + 1) }
        open += near.filter { left.remove($0) != nil }
      }
    }
    return parts
  }
}
