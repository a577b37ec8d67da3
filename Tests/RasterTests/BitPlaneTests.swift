import Raster
import TestSupport
import Testing

@Suite struct BitPlaneTests {
  let work = Work(threads: 3)

  @Test(arguments: [1, 63, 64, 65, 130]) func holdsWhatItIsMadeOf(width: Int) throws {
    var dice = SeededNumbers(seed: UInt64(width))
    let values = Plane<UInt8>(
      width: width, height: 40, elements: (0..<width * 40).map { _ in UInt8(dice.roll(4)) })
    let plane = try BitPlane(values, work: work) { $0 >= 2 }
    for point in plane.points { #expect(plane[point] == (values[point] >= 2)) }
    #expect(plane.count == values.elements.count { $0 >= 2 })
  }

  @Test func runsCoverARowByTurns() {
    var dice = SeededNumbers(seed: 8)
    for rarity in [1, 2, 30] {
      let plane = BitPlane.random(upTo: 200, oneIn: rarity, &dice)
      var next = 0
      var last: Bool?
      plane.forEachRun(inRow: plane.height - 1) { start, end, isSet in
        #expect(start == next && end > start && isSet != last)
        for x in start..<end { #expect(plane[x, plane.height - 1] == isSet) }
        next = end
        last = isSet
      }
      #expect(next == plane.width)
    }
  }

  @Test func nothingIsSetOutside() {
    var plane = BitPlane(width: 3, height: 2)
    plane[3, 0] = true
    plane[-1, 1] = true
    plane[0, 2] = true
    #expect(plane == BitPlane(width: 3, height: 2))
    #expect(!plane[3, 0] && !plane[-1, 1] && !plane[0, 2])
  }

  @Test func aUnionHasWhatEitherHas() {
    var plane = BitPlane("#.#", "...")
    plane.formUnion(BitPlane("##.", "..#"))
    #expect(plane == BitPlane("###", "..#"))
  }

  @Test func stopsWhenCancelled() {
    let work = Work(threads: 1, isCancelled: { true })
    let values = Plane<UInt8>(width: 9, height: 9, repeating: 1)
    #expect(throws: Cancelled.self) { try BitPlane(values, work: work) { $0 == 1 } }
  }
}
