import Coloring
import Raster
import Regions
import TestSupport
import Testing

/// A white figure on a dark canvas.
@Suite(.byEachEngine) struct CanvasTests {
  @Test(arguments: [
    RGBA(100, 100, 100), RGBA(80, 80, 80), RGBA(50, 50, 50), RGBA(40, 50, 90),
    RGBA(128, 128, 128), RGBA(160, 160, 160), RGBA(190, 190, 190),
  ])
  func aDarkCanvasIsGround(canvas: RGBA) throws {
    var situation = Situation.doll()
    situation.line = Doll().lines(on: canvas)
    #expect(try situation.rightShare() > 0.95)
    // No rim of the canvas's darkness around the figure, either.
    let image = try situation.coloured().image
    let ground = image.elements.indices.filter { situation.line.elements[$0] == canvas }
    #expect(ground.count { image.elements[$0].a > 0 } < ground.count / 50)
  }

  @Test func aSampleOnADarkCanvasIsItself() throws {
    var situation = Situation.sample(0)
    let share = try situation.rightShare()
    let figure = situation.subject
    situation.line = situation.line.over { figure[$0, $1].r > 127 ? 1 : 0.3 }
    #expect(try situation.rightShare() > 0.95 * share)
  }
}
