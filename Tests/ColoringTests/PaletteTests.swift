import Coloring
import Raster
import Testing

@Suite struct Palettes {
  let hair = PaletteEntry(name: "hair", part: "hair", base: RGBA(120, 60, 30))
  let skin = PaletteEntry(name: "skin", part: "skin", base: RGBA(250, 220, 200))

  @Test func palettesOfSeveralReferencesShareWhatLooksTheSame() {
    let nearlyHair = PaletteEntry(name: "brown", base: RGBA(121, 60, 31))
    let blue = PaletteEntry(name: "hair", base: RGBA(20, 40, 200))
    let joined = Palette.joining([
      Palette(entries: [hair, skin]), Palette(entries: [blue, nearlyHair]),
    ])
    #expect(joined.palette.entries.map(\.name) == ["hair", "skin", "hair 2"])
    #expect(joined.entries == [[0, 1], [2, 0]])
  }

  @Test func twoEntriesOfOnePaletteStayTwo() {
    let joined = Palette.joining([Palette(entries: [hair, hair])])
    #expect(joined.palette.entries.map(\.name) == ["hair", "hair 2"])
  }

  @Test func partsKeepLikeColoursApart() {
    var brownSkin = skin
    brownSkin.base = hair.base
    #expect(
      Palette.joining([Palette(entries: [hair]), Palette(entries: [brownSkin])]).entries
        == [[0], [1]])
  }

  @Test func theNearestEntryIsTheOneThatLooksNearest() {
    let palette = Palette(entries: [hair, skin])
    #expect(palette.nearest(to: RGBA(110, 70, 40)) == 0)
    #expect(palette.nearest(to: .white) == 1)
    #expect(palette.nearest(to: .white, part: "hair") == 0)
    #expect(palette.nearest(to: .white, part: "prop") == 1)
    #expect(Palette(entries: []).nearest(to: .white) == nil)
  }

  @Test func anAddedEntryGetsANameOfItsOwn() {
    var palette = Palette(entries: [hair, skin])
    #expect(palette.add(RGBA(30, 60, 160), name: "hair") == 2)
    #expect(palette.add(.black) == 3)
    #expect(palette.add(.black) == 4)
    #expect(palette.entries.map(\.name) == ["hair", "skin", "hair 2", "black", "black 2"])
    #expect(palette.index(named: "hair 2") == 2)
    #expect(palette.index(named: "sock") == nil)
  }

  @Test func coloursHaveReadableNames() {
    func name(_ hex: (UInt8, UInt8, UInt8)) -> String {
      PaletteEntry(base: RGBA(hex.0, hex.1, hex.2)).name
    }
    #expect(name((255, 255, 255)) == "white")
    #expect(name((0, 0, 0)) == "black")
    #expect(name((128, 128, 128)) == "grey")
    #expect(name((255, 224, 200)) == "pale skin")
    #expect(name((110, 66, 40)) == "warm brown")
    #expect(name((40, 90, 200)) == "blue")
    #expect(name((255, 0, 0)) == "red")
    #expect(name((30, 140, 40)) == "green")
    #expect(name((255, 150, 190)) == "pink")
  }
}
