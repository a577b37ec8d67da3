import Raster
import TestSupport
import Testing

@Suite struct DistanceTests {
  @Test(arguments: [true, false], [true, false])
  func distancesAgreeWithTryingEveryPixel(value: Bool, outside: Bool) throws {
    var dice = SeededNumbers(seed: 1)
    for round in 0..<30 {
      let plane = BitPlane.random(upTo: 24, oneIn: [1, 2, 5, 40, 300][round % 5], &dice)
      let targets = plane.points.filter { plane[$0] == value }
      for threads in [1, 3] {
        let distances = try plane.distances(
          to: value, outside: outside, work: Work(threads: threads))
        for here in plane.points {
          var squares = targets.map { here.squaredDistance(to: $0) }
          if outside {
            let sides = [here.x + 1, here.y + 1, plane.width - here.x, plane.height - here.y]
            squares += sides.map { $0 * $0 }
          }
          let truth = squares.min().map { Float(Double($0).squareRoot()) } ?? .infinity
          #expect(distances[here] == truth)
        }
      }
    }
  }

  @Test(arguments: 1...20) func labelsGrowFromTheNearestPixel(seed: Int) throws {
    var dice = SeededNumbers(seed: UInt64(seed))
    let mask = BitPlane.random(upTo: 24, oneIn: 1 + seed % 3, &dice)
    var labels = Plane<UInt16>(width: mask.width, height: mask.height, repeating: 0)
    for point in mask.points where !mask[point] { labels[point] = UInt16(1 + dice.roll(9)) }
    // Of equals the first in this order counts: leftmost column, upper pixel.
    let sources = mask.points.filter { !mask[$0] }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    var truth = labels
    for point in mask.points where mask[point] {
      let nearest = sources.min { point.squaredDistance(to: $0) < point.squaredDistance(to: $1) }
      if let nearest { truth[point] = labels[nearest] }
    }
    for threads in [1, 3] {
      var grown = labels
      try grown.growNearest(over: mask, work: Work(threads: threads))
      #expect(grown == truth)
    }
  }

  @Test func labelsMeetHalfway() throws {
    var labels = Plane<UInt16>(width: 7, height: 1, elements: [0, 3, 0, 0, 0, 9, 0])
    try labels.growNearest(over: BitPlane("#.###.#"), work: Work(threads: 1))
    #expect(labels.elements == [3, 3, 3, 3, 9, 9, 9])
  }

  @Test func stopsWhenCancelled() {
    let work = Work(threads: 1, isCancelled: { true })
    #expect(throws: Cancelled.self) {
      try BitPlane(width: 10, height: 10).distances(to: true, work: work)
    }
  }
}
