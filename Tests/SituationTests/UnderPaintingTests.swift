import Coloring
import Raster
import Regions
import TestSupport
import Testing

/// Flat grey below the lines.
@Suite(.byEachEngine) struct UnderPaintingTests {
  @Test(arguments: [240, 225, 210, 200] as [UInt8])
  func anUnderPaintingIsNoInk(grey: UInt8) throws {
    var situation = Situation.doll()
    situation.line = Doll().lines(fill: RGBA(grey, grey, grey))
    #expect(try situation.rightShare() > 0.95)
  }

  @Test func aSampleOverGreyIsItself() throws {
    var situation = Situation.sample(3)
    let share = try situation.rightShare()
    let figure = situation.subject
    situation.line = situation.line.over { figure[$0, $1].r > 127 ? 0.82 : 1 }
    #expect(try situation.rightShare() > 0.95 * share)
  }
}
