import Foundation
import Raster
import TestSupport
import Testing

@Suite struct ColorTests {
  @Test func hexIsReadAndWritten() {
    #expect(RGBA(hex: "#0aFf7e") == RGBA(10, 255, 126))
    #expect(RGBA(10, 255, 126, 3).hex == "#0aff7e")
    #expect(RGBA.black.hex == "#000000")
    for bad in ["", "0aff7e", "#0aff7", "#0aff7e0", "#0aff7g", "#+aff7e", "#０aff"] {
      #expect(RGBA(hex: bad) == nil, "\(bad)")
    }
  }

  @Test func everyCodeSurvivesLinearLight() {
    for code in UInt8.min...(.max) {
      let grey = RGBA(code, code, code)
      #expect(RGBA(LinearRGB(grey)) == grey)
      #expect(RGBA(Oklab(grey)) == grey)
    }
    #expect(LinearRGB(RGBA(255, 0, 188)) == LinearRGB(r: 1, g: 0, b: 0.5028865))
    #expect(RGBA(LinearRGB(r: -3, g: 7, b: .nan)) == RGBA(0, 255, 0))
  }

  @Test func lightRoundsToTheNearestCode() {
    var dice = SeededNumbers(seed: 4)
    for _ in 0..<5000 {
      let light = Float(dice.roll(1_000_000)) / 1_000_000 * Float(1 + dice.roll(50)) / 50
      let value = Double(light)
      let code = value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
      #expect(RGBA(LinearRGB(r: light, g: 0, b: 0)).r == UInt8((code * 255).rounded()))
    }
  }

  @Test func oklabKnowsThePrimaries() {
    let red = Oklab(RGBA(255, 0, 0))
    #expect(abs(red.l - 0.62796) < 1e-4 && abs(red.a - 0.22486) < 1e-4)
    #expect(abs(red.b - 0.12585) < 1e-4)
    let white = Oklab(.white)
    #expect(abs(white.l - 1) < 1e-5 && abs(white.a) < 1e-5 && abs(white.b) < 1e-5)
    #expect(abs(white.squaredDistance(to: Oklab(.black)) - 1) < 1e-5)
  }

  @Test func coloursSurviveOklab() {
    var dice = SeededNumbers(seed: 3)
    for _ in 0..<2000 {
      let color = RGBA(UInt8(dice.roll(256)), UInt8(dice.roll(256)), UInt8(dice.roll(256)))
      #expect(RGBA(Oklab(color)) == color)
    }
  }

  @Test func labKnowsThePrimaries() {
    let blue = CIELab(RGBA(0, 0, 255))
    #expect(abs(blue.l - 32.2970) < 1e-3 && abs(blue.a - 79.1875) < 1e-3)
    #expect(abs(blue.b + 107.8602) < 1e-3)
    #expect(CIELab(.black) == CIELab(l: 0, a: 0, b: 0))
  }

  /// From the test data published with the formula (Sharma, Wu, Dalal 2005).
  @Test(arguments: [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, 3.1571, -77.2803), (50, 0, -82.7485), 2.8615),
    ((50, 2.8361, -74.0200), (50, 0, -82.7485), 3.4412),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
    ((50, 0, 0), (50, -1, 2), 2.3669),
    ((50, 2.4900, -0.0010), (50, -2.4900, 0.0009), 7.1792),
    ((50, 2.4900, -0.0010), (50, -2.4900, 0.0011), 7.2195),
    ((50, -0.0010, 2.4900), (50, 0.0009, -2.4900), 4.8045),
    ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((50, 2.5, 0), (61, -5, 29), 22.8977),
    ((50, 2.5, 0), (56, -27, -3), 31.9030),
    ((50, 2.5, 0), (58, 24, 15), 19.4535),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
  ])
  func differencesAreThePublishedOnes(
    _ first: (Double, Double, Double), _ second: (Double, Double, Double), _ difference: Double
  ) {
    let a = CIELab(l: first.0, a: first.1, b: first.2)
    let b = CIELab(l: second.0, a: second.1, b: second.2)
    #expect(abs(a.difference(to: b) - difference) < 5e-5)
    #expect(abs(b.difference(to: a) - difference) < 5e-5)
  }
}
