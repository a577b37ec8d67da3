import TestSupport
import Testing

@testable import Regions

@Suite struct GridCutTests {
  /// Every way to part a small grid, tried.
  @Test(arguments: 0..<40) func noOtherWayIsCheaper(seed: Int) {
    var random = SeededNumbers(seed: UInt64(seed))
    func next(_ limit: Int) -> Int32 { Int32(random.roll(limit)) }
    let (width, height) = seed % 2 == 0 ? (4, 3) : (3, 4)
    let count = width * height
    let first = (0..<count).map { _ in next(12) }
    let second = (0..<count).map { _ in next(12) }
    let right = (0..<count).map { _ in next(7) }
    let down = (0..<count).map { _ in next(7) }
    func cost(_ isFirst: [Bool]) -> Int32 {
      var sum: Int32 = 0
      for node in 0..<count {
        sum += isFirst[node] ? second[node] : first[node]
        if node % width + 1 < width, isFirst[node] != isFirst[node + 1] { sum += right[node] }
        if node + width < count, isFirst[node] != isFirst[node + width] { sum += down[node] }
      }
      return sum
    }
    var cut = GridCut(
      width: width, height: height, first: first, second: second, right: right, down: down)
    let least = (0..<1 << count).map { ways in
      cost((0..<count).map { ways >> $0 & 1 == 1 })
    }.min()!
    #expect(cost(cut.parted()) == least)
  }
}
