import Raster
import TestSupport
import Testing

@Suite struct WatershedTests {
  /// One list of what was reached; always go on from the lowest, of equals from the first.
  func naive(_ seeds: Plane<Int32>, over relief: Plane<UInt8>) -> [Int32] {
    var labels = seeds.elements
    var waiting: [(level: Int, pixel: Int)] = []
    func reach(from pixel: Int, level: Int) {
      let (x, y) = (pixel % seeds.width, pixel / seeds.width)
      for (dx, dy) in [(0, -1), (-1, 0), (1, 0), (0, 1)] where seeds.contains(x + dx, y + dy) {
        let next = (y + dy) * seeds.width + x + dx
        if labels[next] == 0 {
          labels[next] = labels[pixel]
          waiting.append((max(level, Int(relief.elements[next])), next))
        }
      }
    }
    for pixel in labels.indices where seeds.elements[pixel] != 0 { reach(from: pixel, level: 0) }
    while let lowest = waiting.indices.min(by: { waiting[$0].level < waiting[$1].level }) {
      let (level, pixel) = waiting.remove(at: lowest)
      reach(from: pixel, level: level)
    }
    return labels
  }

  @Test func agreesWithTheNaiveFlood() throws {
    var dice = SeededNumbers(seed: 6)
    for round in 0..<60 {
      let levels = [1, 3, 256][round % 3]
      let relief = Plane<UInt8>.random(upTo: 24, &dice) { UInt8($0.roll(levels)) }
      var seeds = relief.map { _ in Int32(0) }
      for label in 1...Int32(1 + dice.roll(4)) {
        seeds[dice.roll(seeds.width), dice.roll(seeds.height)] = label
      }
      let truth = naive(seeds, over: relief)
      #expect(try seeds.watershed(over: relief, work: Work(threads: 1)).elements == truth)
      let short = try seeds.map { UInt16($0) }.watershed(over: relief, work: Work(threads: 2))
      #expect(short.elements == truth.map { UInt16($0) })
    }
  }

  @Test func labelsMeetOnTheRidge() throws {
    let relief = Plane<UInt8>(width: 8, height: 1, elements: [0, 0, 0, 0, 0, 9, 0, 0])
    let seeds = Plane<UInt16>(width: 8, height: 1, elements: [1, 0, 0, 0, 0, 0, 0, 2])
    let grown = try seeds.watershed(over: relief, work: Work(threads: 1))
    // The ridge itself goes to the nearer one.
    #expect(grown.elements == [1, 1, 1, 1, 1, 2, 2, 2])
  }

  @Test func withoutSeedsNothingIsLabelled() throws {
    let seeds = Plane<UInt16>(width: 3, height: 3, repeating: 0)
    let relief = Plane<UInt8>(width: 3, height: 3, repeating: 7)
    #expect(try seeds.watershed(over: relief, work: Work(threads: 1)) == seeds)
  }
}
