import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import Testing

@testable import Studio

@Suite("A mixed colour")
struct MixedColourTests {
  @Test("Every sRGB colour comes back")
  func roundTrip() {
    for r in stride(from: 0, through: 255, by: 15) {
      for g in stride(from: 0, through: 255, by: 15) {
        for b in stride(from: 0, through: 255, by: 15) {
          let colour = RGBA(UInt8(r), UInt8(g), UInt8(b))
          let back = MixedColour(colour).rgba
          let distance = max(
            abs(Int(back.r) - r), abs(Int(back.g) - g), abs(Int(back.b) - b))
          #expect(distance <= 1, "\(colour) came back as \(back)")
        }
      }
    }
  }

  @Test("More chroma than a screen has is cut back, hue and lightness stay")
  func gamut() {
    for degrees in stride(from: 0.0, to: 360, by: 20) {
      for lightness in [0.3, 0.6, 0.9] {
        let wanted = MixedColour(lightness: lightness, chroma: 0.33, hue: degrees)
        let shown = MixedColour(wanted.rgba)
        #expect(abs(shown.lightness - lightness) < 0.02)
        let turn = abs(shown.hue - degrees)
        #expect(min(turn, 360 - turn) < 8 || shown.chroma < 0.03, "\(degrees) \(shown)")
      }
    }
  }
}
