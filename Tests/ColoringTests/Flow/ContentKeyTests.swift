import Raster
import Testing

@testable import Coloring

@Suite struct ContentKeyTests {
  private struct Input: Encodable {
    var name = "regions"
    var gap: Double? = 2.5
    var other: Double?
    var colours = [RGBA(1, 2, 3, 4), .white]
    var areas = ["skin": 3, "hair": -1, "iris": 7, "cloth": 0]
    var inner: [Inner] = [Inner(), Inner(first: [1], second: [2, 3])]

    struct Inner: Encodable {
      var first: [Int] = [1, 2]
      var second: [Int] = [3]
    }
  }

  /// A key that changed here would make every cache on disk useless without anybody having meant it.
  @Test func keysAreTheSameInEveryRunAndOnEveryMachine() {
    #expect(ContentKey(of: Input()).description == "081801de74339891987279e8e281874d")
  }

  /// Whatever is another input has another key: a property each, and what could run together with its neighbour.
  @Test func everyPropertyCounts() {
    var inputs = [Input()]
    func change(_ change: (inout Input) -> Void) {
      var input = Input()
      change(&input)
      inputs.append(input)
    }
    change { $0.name = "region" }
    change { $0.gap = 2 }
    change { $0.gap = nil }
    change { ($0.gap, $0.other) = (nil, 2.5) }
    change { $0.colours.swapAt(0, 1) }
    change { $0.colours = [] }
    change { $0.areas["skin"] = 4 }
    change { $0.areas["skin"] = nil }
    change { $0.inner[0] = Input.Inner(first: [1], second: [2, 3]) }
    change { $0.inner.swapAt(0, 1) }
    change { $0.inner = [] }
    let keys = inputs.map { ContentKey(of: $0) }
    #expect(Set(keys).count == inputs.count)
  }

  @Test func equalInputsHaveEqualKeys() {
    var other = Input()
    // Another order of insertion is another order of iteration.
    other.areas = [:]
    for (part, area) in Input().areas.sorted(by: { $0.key > $1.key }) { other.areas[part] = area }
    #expect(ContentKey(of: Input()) == ContentKey(of: other))
  }

  @Test func picturesOfOtherShapeHaveOtherKeys() {
    let wide = Keyed(picture: Image(width: 4, height: 1, repeating: .white))
    let square = Keyed(picture: Image(width: 2, height: 2, repeating: .white))
    #expect(wide.key != square.key)
  }
}
