import Raster
import TestSupport
import Testing

@Suite struct OpeningTests {
  @Test func aThinLineGoesAndAWideOneStaysAsItIs() throws {
    let row: [UInt8] = [0, 9, 9, 0, 0, 7, 7, 7, 7, 0, 0, 0]
    let plane = Plane(width: 12, height: 4, elements: row + row + row + row)
    let opened = try plane.opened(reach: 1, work: Work(threads: 1))
    #expect(Array(opened.elements[12..<24]) == [0, 0, 0, 0, 0, 7, 7, 7, 7, 0, 0, 0])
  }

  @Test(arguments: 1...30) func agreesWithTheNaiveTwin(seed: Int) throws {
    var dice = SeededNumbers(seed: UInt64(seed))
    var plane = Plane<UInt8>.random(upTo: 20, &dice) { UInt8($0.roll(20)) }
    if seed % 5 == 0 {
      plane = Plane(width: 70, height: 4, elements: (0..<280).map { _ in UInt8(dice.roll(20)) })
    }
    let reach = 1 + dice.roll(6)
    let naive = extremes(of: extremes(of: plane, reach) { $0.min() }, reach) { $0.max() }
    for threads in [1, 3] {
      let work = Work(threads: threads)
      #expect(try plane.opened(reach: reach, work: work) == naive)
      // As numbers, and below 0, where the plane's outside must not count either.
      let numbers = try plane.map { Float($0) - 30 }.opened(reach: reach, work: work)
      #expect(numbers == naive.map { Float($0) - 30 })
    }
  }

  private func extremes(of plane: Plane<UInt8>, _ reach: Int, _ extreme: ([UInt8]) -> UInt8?)
    -> Plane<UInt8>
  {
    var result = plane
    for y in 0..<plane.height {
      for x in 0..<plane.width {
        var window: [UInt8] = []
        for row in y - reach...y + reach {
          for column in x - reach...x + reach where plane.contains(column, row) {
            window.append(plane[column, row])
          }
        }
        result[x, y] = extreme(window) ?? 0
      }
    }
    return result
  }
}
