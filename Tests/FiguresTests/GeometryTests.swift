import Raster
import Testing

@testable import Figures

@Suite struct GeometryTests {
  @Test func loopsAreCutOff() {
    let line = [Vector(0, 0), Vector(4, 0), Vector(4, 2), Vector(2, 2), Vector(2, -2)]
    #expect(withoutLoops(line) == [Vector(0, 0), Vector(2, 0), Vector(2, -2)])
    let open = [Vector(0, 0), Vector(1, 1), Vector(2, 0), Vector(3, 1)]
    #expect(withoutLoops(open) == open)
  }

  @Test func sectionsFollowTheLine() {
    let line = [Vector(0, 0), Vector(2, 0), Vector(2, 2)]
    #expect(section(line, 0.25, 0.75) == [Vector(1, 0), Vector(2, 0), Vector(2, 1)])
    #expect(section(line, 0, 1) == [Vector(0, 0), Vector(2, 0), Vector(2, 2)])
  }

  @Test func ribbonsPlaceTheirEdges() {
    let ribbon = Ribbon(spine: [Vector(0, 0), Vector(0, 4)], v: [0, 1]) { _ in 1 }
    #expect(ribbon(0, 0.5) == Vector(0, 2))
    #expect(ribbon(1, 0) == Vector(1, 0) && ribbon(-1, 0) == Vector(-1, 0))
  }

  @Test func limbsReachTheirTargets() {
    let target = Place(1, 1.2, 0.3)
    let limb = FigureLimb(
      side: 1, root: .zero, target: target, pole: Place(0, 0, 1), upper: 1, lower: 1
    ) { _ in 0.1 }
    #expect((limb.end - target).length < 1e-4)
    #expect(abs((limb.joint - limb.root).length - 1) < 1e-4)
    #expect(abs((limb.end - limb.joint).length - 1) < 1e-4)
    let far = FigureLimb(
      side: 1, root: .zero, target: Place(9, 0, 0), pole: Place(0, 0, 1), upper: 1, lower: 1
    ) { _ in 0.1 }
    #expect(far.end.length < 2)
  }

  /// A flood fill, pixel by pixel.
  @Test func componentsAgreeWithFloodFill() {
    for seed in 0..<50 as Range<UInt64> {
      let chance = Chance(seed)
      let values = (0..<17 * 11).map { UInt16(chance($0).count("value", 0, 2)) }
      let plane = Plane(width: 17, height: 11, elements: values)
      #expect(ViewTruth.components(plane) == flooded(plane), "\(seed)")
    }
  }

  private func flooded(_ values: Plane<UInt16>) -> Plane<UInt16> {
    var labels = Plane<UInt16>(width: values.width, height: values.height, repeating: 0)
    var count: UInt16 = 0
    for y in 0..<values.height {
      for x in 0..<values.width where labels[x, y] == 0 {
        count += 1
        var open = [Point(x, y)]
        labels[x, y] = count
        while let here = open.popLast() {
          for (dx, dy) in [(0, -1), (-1, 0), (1, 0), (0, 1)] {
            let next = Point(here.x + dx, here.y + dy)
            guard labels.contains(next), labels[next] == 0, values[next] == values[x, y] else {
              continue
            }
            labels[next] = count
            open.append(next)
          }
        }
      }
    }
    return labels
  }
}
