import Coloring
import Raster
import TestSupport
import Testing

/// The same character twice in one drawing, once in its reference.
@Suite struct SeveralFiguresTests {
  @Test(arguments: [false, true])
  func twoDollsAreColouredAlike(_ isStrip: Bool) throws {
    #expect(try Situation.doll().twice(isStrip: isStrip).rightShare() > 0.95)
  }

  @Test func aSampleTwiceIsColouredAsOnce() throws {
    let once = Situation.sample(0, scale: 0.4)
    #expect(try once.twice(isStrip: true).rightShare() >= 0.95 * once.rightShare())
  }
}
