import Raster
import Regions
import Testing

@testable import Figures

@Suite struct PortraitTests {
  private func index(_ id: String) -> UInt8 { UInt8(Part.standard.firstIndex { $0.id == id }!) }

  @Test func eyesAreWhereTheyAreInAllHeads() {
    var middles: [SIMD2<Float>] = []
    for seed in 1...24 as ClosedRange<UInt64> {
      let parts = FigurePortrait(seed: seed, of: .heads, side: 64).parts
      let eyes = (0..<64 * 64).filter {
        [index("iris"), index("eye-white")].contains(parts.elements[$0])
      }
      guard eyes.count > 8 else { continue }
      let sum = eyes.reduce(SIMD2<Float>.zero) { $0 + SIMD2(Float($1 % 64), Float($1 / 64)) }
      middles.append((sum / Float(eyes.count) + 0.5) / 64)
    }
    #expect(middles.count >= 12, "most show their eyes")
    for middle in middles {
      #expect(abs(middle.y - FigurePortrait.eyeHeight) < 0.06, "\(middle)")
      #expect(abs(middle.x - 0.5) < 0.13, "\(middle)")
    }
  }

  @Test func bodiesAreWhole() {
    for seed in 1...8 as ClosedRange<UInt64> {
      let view = FigurePortrait(seed: seed, of: .bodies, side: 96)
      let skin = view.parts.elements.count { $0 == index("skin") }
      let paper = view.parts.elements.count { $0 == index("background") }
      #expect(skin > 10 && paper > 96 * 96 / 4, "seed \(seed)")
    }
  }

  @Test func aSeedGivesTheSamePortrait() {
    let first = FigurePortrait(seed: 9, of: .heads, side: 48)
    let again = FigurePortrait(seed: 9, of: .heads, side: 48)
    #expect(first.colour == again.colour && first.parts == again.parts)
    #expect(first.colour != FigurePortrait(seed: 10, of: .heads, side: 48).colour)
  }
}
