import Coloring
import Raster
import Regions
import TestSupport
import Testing

/// A shadow across a photographed sheet.
@Suite(.byEachEngine) struct ShadowTests {
  /// The share of light along a soft edge.
  private func shadow(_ distance: Double, _ deepest: Double) -> Double {
    let share = min(max(distance / 50 + 0.5, 0), 1)
    return deepest + (1 - deepest) * share * share * (3 - 2 * share)
  }

  @Test(arguments: [0.5, 0.65]) func aShadowAcrossTheSheetIsEvenedOut(deepest: Double) throws {
    var doll = Doll()
    doll.scale = 3
    var situation = Situation.doll(doll)
    situation.line = situation.line.over { x, y in
      shadow(Double(x) * 0.8 + Double(y) * 0.6 - 500, deepest)
    }
    #expect(try situation.rightShare() > 0.95)
  }

  @Test func aSampleInAShadowIsItself() throws {
    var situation = Situation.sample(3, scale: 1)
    let share = try situation.rightShare()
    situation.line = situation.line.over { x, y in
      shadow(900 - Double(y) - 0.4 * Double(x), 0.6)
    }
    #expect(try situation.rightShare() > 0.95 * share)
  }
}
