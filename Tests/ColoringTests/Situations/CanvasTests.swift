import Coloring
import Raster
import Regions
import TestSupport
import Testing

/// A white figure on a dark canvas.
@Suite struct CanvasTests {
  @Test(arguments: [RGBA(100, 100, 100), RGBA(80, 80, 80), RGBA(50, 50, 50), RGBA(40, 50, 90)])
  func aDarkCanvasIsGround(canvas: RGBA) throws {
    var situation = Situation.doll()
    situation.line = Doll().lines(on: canvas)
    #expect(try situation.rightShare() > 0.95)
    #expect(try situation.coloured().image[5, 5].a == 0)
  }

  @Test func aSampleOnADarkCanvasIsItself() throws {
    var situation = Situation.sample(0)
    let share = try situation.rightShare()
    let figure = situation.subject
    situation.line = situation.line.over { figure[$0, $1].r > 127 ? 1 : 0.3 }
    #expect(try situation.rightShare() > 0.95 * share)
  }
}
