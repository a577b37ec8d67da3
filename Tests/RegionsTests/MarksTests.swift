import Raster
import TestSupport
import Testing

@testable import Regions

@Suite struct MarksTests {
  @Test(arguments: 1...40) func marksAgreeWithTheNaiveTwin(seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let (width, height) = randomSize(in: 1...80, &random)
    let strength = Plane(
      width: width, height: height,
      elements: (0..<width * height).map { _ in
        [UInt8(0), 0, 0, 30, 45, 60, 81, 90, 200].randomElement(using: &random) ?? 0
      })
    let levels = MarkLevels(weak: 40, strong: 80)
    let marks = try BitPlane(marksOf: strength, levels, work: Work(threads: 3))
    let naive = naiveMarks(strength, levels)
    for y in 0..<height {
      for x in 0..<width { #expect(marks[x, y] == naive[x, y]) }
    }
  }

  private func naiveMarks(_ strength: Plane<UInt8>, _ levels: MarkLevels) -> Plane<Bool> {
    func around(_ p: Point) -> [Point] {
      (-1...1).flatMap { dy in (-1...1).map { Point(p.x + $0, p.y + dy) } }
        .filter { strength.contains($0) }
    }
    let all = (0..<strength.height).flatMap { y in (0..<strength.width).map { Point($0, y) } }
    let weak = all.filter { point in
      let isFringe = [Point(1, 0), Point(-1, 0), Point(0, 1), Point(0, -1)].contains { step in
        let there = Point(point.x + step.x, point.y + step.y)
        let opposite = Point(point.x - step.x, point.y - step.y)
        let paper = strength.contains(opposite) ? strength[opposite] : strength[point]
        return strength.contains(there) && paper < levels.weak
          && Double(strength[point]) < 0.4 * Double(strength[there])
      }
      return strength[point] >= levels.weak && !isFringe
    }
    var left = Set(weak)
    var marks = strength.map { _ in false }
    var open = weak.filter { strength[$0] >= levels.strong }
    for point in open { left.remove(point) }
    while let point = open.popLast() {
      marks[point] = true
      open += around(point).filter { left.remove($0) != nil }
    }
    return marks
  }

  @Test(arguments: [1, 2, 3, 4, 7, 12]) func aStrokeIsAsWideAsItIsDrawn(width: Int) throws {
    var level = BitPlane(width: 200, height: 200)
    var slanting = level
    var diagonal = level
    for y in 0..<200 {
      for x in 0..<200 {
        level[x, y] = 50..<50 + width ~= y && 10..<190 ~= x
        // Slopes of 1 and of 1 in 2, measured across.
        diagonal[x, y] = Double(abs(x - y)) <= Double(width) * 0.5.squareRoot()
        slanting[x, y] = Double(abs(2 * x - y - 100)) <= Double(width) * 1.25.squareRoot()
      }
    }
    #expect(try level.medianStrokeWidth(work: Work(threads: 1)) == Double(width))
    #expect(abs(try diagonal.medianStrokeWidth(work: Work(threads: 1)) - Double(width)) <= 0.75)
    #expect(abs(try slanting.medianStrokeWidth(work: Work(threads: 1)) - Double(width)) <= 0.75)
  }

  @Test func spottedBlackDoesNotWidenTheStrokes() throws {
    var plane = BitPlane(width: 200, height: 200)
    for y in 0..<200 {
      for x in 0..<200 {
        plane[x, y] = (60..<140 ~= x && 60..<140 ~= y) || 20..<23 ~= x || 170..<173 ~= y
      }
    }
    #expect(try plane.medianStrokeWidth(work: Work(threads: 1)) == 3)
  }

  @Test func nothingHasTheWidthOfOne() throws {
    #expect(try BitPlane(width: 9, height: 9).medianStrokeWidth(work: Work(threads: 1)) == 1)
  }
}
