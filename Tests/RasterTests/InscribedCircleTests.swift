import Raster
import TestSupport
import Testing

@Suite struct InscribedCircleTests {
  /// Every pixel that is another's tried for every pixel, the first best in reading order.
  private func naive(
    _ labels: Plane<UInt16>, count: Int, isBound: (_ bound: Point, _ label: UInt16) -> Bool
  ) -> [(center: Point, squared: Int)] {
    let points = (0..<labels.height).flatMap { y in (0..<labels.width).map { Point($0, y) } }
    var best = [(center: Point, squared: Int)](repeating: (Point(0, 0), -1), count: count)
    for here in points where labels[here] != 0 && !isBound(here, labels[here]) {
      let edge = min(here.x + 1, here.y + 1, labels.width - here.x, labels.height - here.y)
      let squared = points.filter { isBound($0, labels[here]) }
        .reduce(edge * edge) { min($0, here.squaredDistance(to: $1)) }
      if squared > best[Int(labels[here]) - 1].squared {
        best[Int(labels[here]) - 1] = (here, squared)
      }
    }
    return best
  }

  private func expect(_ circles: [InscribedCircle], toBe truth: [(center: Point, squared: Int)]) {
    #expect(circles.map(\.squaredRadius) == truth.map(\.squared))
    #expect(circles.map(\.center) == truth.map(\.center))
  }

  @Test(arguments: 1...20) func circlesStayAmongTheirLabel(seed: Int) throws {
    var dice = SeededNumbers(seed: UInt64(seed))
    var labels = Plane<UInt16>(width: 1 + dice.roll(40), height: 1 + dice.roll(40), repeating: 0)
    for label in 0..<UInt16(8) {
      let (left, top) = (dice.roll(labels.width), dice.roll(labels.height))
      for y in top..<min(labels.height, top + 15) {
        for x in left..<min(labels.width, left + 15) { labels[x, y] = label }
      }
    }
    let truth = naive(labels, count: 8) { labels[$0] != $1 }
    for threads in [1, 3] {
      expect(try labels.inscribedCircles(count: 8, work: Work(threads: threads)), toBe: truth)
    }
  }

  /// Blocks of pixels give the circles of the pixels, those cut off at the edges too.
  @Test(arguments: 1...20) func circlesOfBlocksAreThoseOfTheirPixels(seed: Int) throws {
    var dice = SeededNumbers(seed: UInt64(seed))
    let scale = 1 + dice.roll(4)
    let pixels = Magnification(scale: scale, width: 1 + dice.roll(90), height: 1 + dice.roll(90))
    var blocks = Plane<UInt16>(
      width: (pixels.width + scale - 1) / scale, height: (pixels.height + scale - 1) / scale,
      repeating: 0)
    for label in 0..<UInt16(8) {
      let (left, top) = (dice.roll(blocks.width), dice.roll(blocks.height))
      for y in top..<min(blocks.height, top + 30) {
        for x in left..<min(blocks.width, left + 30) { blocks[x, y] = label }
      }
    }
    let labels = try blocks.enlarged(to: pixels, work: Work(threads: 1))
    for y in 0..<labels.height {
      for x in 0..<labels.width { #expect(labels[x, y] == blocks[x / scale, y / scale]) }
    }
    let truth = try labels.inscribedCircles(count: 8, work: Work(threads: 1))
    for threads in [1, 3] {
      let found = try blocks.inscribedCircles(
        count: 8, in: pixels, work: Work(threads: threads))
      #expect(found.map(\.squaredRadius) == truth.map(\.squaredRadius))
      #expect(found.map(\.center) == truth.map(\.center))
    }
  }

  @Test(arguments: 1...20) func circlesStayBetweenBarriers(seed: Int) throws {
    var dice = SeededNumbers(seed: UInt64(seed))
    let barriers = BitPlane.random(upTo: 40, oneIn: 2 + dice.roll(8), &dice)
    let components = try RunComponents(of: barriers, where: false, work: Work(threads: 1))
    let labels = try components.painted(
      (0..<UInt16(components.count)).map { $0 + 1 }, work: Work(threads: 1))
    let truth = naive(labels, count: components.count) { bound, _ in barriers[bound] }
    for threads in [1, 3] {
      let circles = try labels.inscribedCircles(
        count: components.count, between: barriers, work: Work(threads: threads))
      expect(circles, toBe: truth)
    }
  }
}
