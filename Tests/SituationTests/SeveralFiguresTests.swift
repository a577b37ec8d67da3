import Coloring
import Raster
import TestSupport
import Testing

/// The same character twice in one drawing, once in its reference; and characters that touch, each with its own.
@Suite(.byEachEngine) struct SeveralFiguresTests {
  @Test(arguments: [false, true])
  func twoDollsAreColouredAlike(_ isStrip: Bool) throws {
    #expect(try Situation.doll().twice(isStrip: isStrip).rightShare() > 0.95)
  }

  @Test func aSampleTwiceIsColouredAsOnce() throws {
    let once = Situation.sample(0, scale: 0.4)
    #expect(try once.twice(isStrip: true).rightShare() >= 0.95 * once.rightShare())
  }

  /// Hana beside Kai, Rowan beside Hana, Kai in part behind Yuki.
  @Test(arguments: [(0, 1, 0.0), (2, 0, 0.05), (1, 3, 0.1)])
  func charactersThatTouchHaveTheirOwnColours(first: Int, second: Int, overlap: Double) throws {
    let (one, other) = (Situation.sample(first, scale: 0.4), Situation.sample(second, scale: 0.4))
    let alone = try min(one.rightShare(), other.rightShare())
    #expect(try one.touching(other, overlap: overlap).rightShare() >= 0.93 * alone)
  }

  @Test func aSampleThatTouchesItselfIsColouredAsOnce() throws {
    let once = Situation.sample(0, scale: 0.4)
    #expect(try once.touching(once).rightShare() >= 0.85 * once.rightShare())
  }
}
