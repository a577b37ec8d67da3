import Coloring
import Raster
import Regions
import TestSupport
import Testing

/// Strokes that leave single pixels out.
@Suite(.byEachEngine) struct GrainTests {
  /// Black or white, a share of the black pixels left out.
  private func dissolved(_ image: Image, _ share: Double) -> Image {
    var numbers = SeededNumbers(seed: 5)
    return image.map { pixel in
      pixel.r < 128 && Double.random(in: 0..<1, using: &numbers) >= share ? .black : .white
    }
  }

  @Test(arguments: [0.1, 0.2, 0.35])
  func aDissolvedDollHolds(share: Double) throws {
    var doll = Doll()
    doll.scale = 3
    var situation = Situation.doll(doll)
    doll.width = 6
    situation.line = dissolved(doll.lines(), share)
    #expect(try situation.rightShare() > 0.95)
  }

  @Test func aDissolvedSampleHolds() throws {
    var situation = Situation.sample(3, scale: 1)
    let share = try situation.rightShare()
    situation.line = dissolved(situation.line, 0.2)
    #expect(try situation.rightShare() > 0.95 * share)
  }
}
