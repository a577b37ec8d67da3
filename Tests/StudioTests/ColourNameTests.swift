import Coloring
import Raster
import Testing

@testable import Studio

@Suite("Names of colours")
struct ColourNameTests {
  @Test("Every name that a colour is given by itself has a Japanese one")
  func all() {
    for r in stride(from: 0, through: 255, by: 15) {
      for g in stride(from: 0, through: 255, by: 15) {
        for b in stride(from: 0, through: 255, by: 15) {
          let name = PaletteEntry(base: RGBA(UInt8(r), UInt8(g), UInt8(b))).name
          #expect(ColourName.japanese(of: name) != nil, "\(name)")
        }
      }
    }
  }

  @Test(
    "Shades and numbers stay what they are, and the artist's own names too",
    arguments: [
      ("dark reddish brown 3", "暗い赤茶 3"), ("warm brown", "茶"), ("warm dark grey", "暖かい暗い灰色"),
      ("pale skin", "淡い肌色"), ("hana's ribbon", "hana's ribbon"), ("dark", "dark"), ("7", "7"),
    ])
  func named(english: String, japanese: String) {
    #expect(Phrase(colour: english) == Phrase(english, japanese))
  }
}
