import Raster
import Testing

@Suite struct DistanceTests {
  /// Every seed tried for every pixel.
  func naiveNearest(_ seeds: Plane<Bool>, _ x: Int, _ y: Int) -> Point? {
    var best: Point?
    let columnsFirst = (0..<seeds.width).flatMap { x in (0..<seeds.height).map { Point(x, $0) } }
    for seed in columnsFirst where seeds[seed] {
      let here = Point(x, y)
      if best.map({ here.squaredDistance(to: seed) < here.squaredDistance(to: $0) }) ?? true {
        best = seed
      }
    }
    return best
  }

  @Test func agreesWithTryingEverySeedWhateverTheThreads() throws {
    var dice = Dice(seed: 1)
    for round in 0..<60 {
      let rarity = [1, 2, 5, 40, 300][round % 5]
      let seeds = Plane<Bool>.random(upTo: 24, &dice) { $0.roll(rarity) == 0 }
      let nearest = (0..<seeds.height).flatMap { y in
        (0..<seeds.width).map { x in naiveNearest(seeds, x, y) }
      }
      for threads in [1, 3] {
        let work = Work(threads: threads)
        let indices = try seeds.nearestSeeds(work: work)
        let squares = try seeds.squaredDistances(work: work)
        for (index, seed) in nearest.enumerated() {
          let here = Point(index % seeds.width, index / seeds.width)
          #expect(indices[here] == seed.map { Int32($0.y * seeds.width + $0.x) } ?? -1)
          #expect(squares[here] == seed.map { Int32(here.squaredDistance(to: $0)) } ?? Int32.max)
        }
      }
    }
  }

  @Test func labelsGrowUntilTheyMeetHalfway() throws {
    let labels = Plane<UInt16>(width: 7, height: 1, elements: [0, 3, 0, 0, 0, 9, 0])
    #expect(try labels.nearestLabels(work: Work(threads: 2)).elements == [3, 3, 3, 3, 9, 9, 9])
  }

  @Test func aPlaneWithoutLabelsStaysEmpty() throws {
    let labels = Plane<Int32>(width: 3, height: 2, repeating: 0)
    #expect(try labels.nearestLabels(work: Work(threads: 1)) == labels)
  }

  @Test func veryLongDistancesSaturate() throws {
    var seeds = Plane(width: 60_000, height: 1, repeating: false)
    seeds[0, 0] = true
    let squares = try seeds.squaredDistances(work: Work(threads: 2))
    #expect(squares[46_340, 0] == 46_340 * 46_340)
    #expect(squares[46_341, 0] == .max)
  }

  @Test func stopsWhenCancelled() {
    let seeds = Plane(width: 10, height: 10, repeating: true)
    let work = Work(threads: 1, isCancelled: { true })
    #expect(throws: Cancelled.self) { try seeds.squaredDistances(work: work) }
  }
}
