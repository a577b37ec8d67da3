import Coloring
import Raster
import Testing

@Suite struct GIMPPalettes {
  static func palette(_ text: String) throws -> Palette { try Palette(gpl: Array(text.utf8)) }

  static func reason(_ bytes: [UInt8]) -> String? {
    do {
      _ = try Palette(gpl: bytes)
      return nil
    } catch { return error.description }
  }

  @Test func entriesAreRowsOfThree() {
    let palette = Palette(entries: [
      PaletteEntry(
        name: "fringe", part: "hair", base: RGBA(200, 10, 0), shadow: RGBA(100, 5, 0),
        highlight: RGBA(255, 90, 80))
    ])
    #expect(
      String(decoding: palette.gpl(named: "Hana"), as: UTF8.self) == """
        GIMP Palette
        Name: Hana
        Columns: 3
        #
        200 10 0\tfringe [hair] / base
        100 5 0\tfringe [hair] / shadow
        255 90 80\tfringe [hair] / highlight

        """)
  }

  @Test(arguments: [
    "plain", "", " leading", "two\nlines", "tab\there", "a [b]", "[", "back\\slash", "髪の色 🎨",
    "x / base", "trailing ", "\r\n", "#", "e\u{301}",
  ])
  func everyNameReadsBack(_ name: String) throws {
    for part in [nil, "hair", name] {
      let entry = PaletteEntry(
        name: name, part: part, base: RGBA(1, 2, 3), shadow: RGBA(4, 5, 6), highlight: .white)
      let palette = Palette(entries: [entry])
      #expect(try Palette(gpl: palette.gpl(named: name)) == palette)
    }
  }

  @Test func foreignPalettesAreOneEntryAColour() throws {
    let palette = try Self.palette(
      "GIMP Palette\r\nName: Mine\r\nColumns: 16\r\n# a comment\r\n255 0   0\tRed\r\n"
        + "\r\n  0 128 255  Sky of May\r\n10 10 10\r\n0 0 0\tRed\r\n")
    #expect(palette.entries.map(\.name) == ["Red", "Sky of May", "black", "Red 2"])
    #expect(palette.entries.map(\.base.b) == [0, 255, 10, 0])
    let red = palette.entries[0]
    #expect(red.shadow.r < red.base.r && red.highlight.g > red.base.g)
  }

  @Test func aFourthNumberIsOpacityWhereTheFileSaysSo() throws {
    let palette = try Self.palette(
      "GIMP Palette\nChannels: RGBA\n#\n  0   0   0   0 Transparent\n255 255 255 255\tpaper\n"
        + " 60 120 200 128 shirt\n200  50  60 255\n")
    #expect(palette.entries.map(\.name) == ["paper", "shirt", "red"])
    #expect(palette.entries.map(\.base.a) == [255, 255, 255])
    #expect(palette.entries[1].base == RGBA(60, 120, 200))
    // Without the line a number belongs to the name, as ever.
    #expect(try Self.palette("GIMP Palette\n1 2 3 4\tx\n").entries[0].name == "4\tx")
    #expect(
      Self.reason(Array("GIMP Palette\nChannels: RGBA\n1 2 3 300 a".utf8))?.hasPrefix(
        "line 3: 300 is not in") == true)
    #expect(
      Self.reason(Array("GIMP Palette\nChannels: RGBA\n1 2 3 0 a".utf8))?.hasPrefix("no colour")
        == true)
  }

  @Test func linesOfTheHeaderMayStandAmongTheColours() throws {
    let palette = try Self.palette(
      "GIMP Palette\n1 2 3 a\nColumns: 4\n4 5 6 b\nName: late\nChannels: RGBA\n7 8 9 255 c\n")
    #expect(palette.entries.map(\.name) == ["a", "b", "c"])
  }

  @Test func aNameIsGivenOnlyWhereItStoodInTheFile() throws {
    let palette = try Self.palette("GIMP Palette\n1 2 3 a\n4 5 6\n7 8 9 Untitled\n9 9 9 black\n")
    #expect(palette.entries.map(\.isNamed) == [true, false, false, true])
    let own = Palette(entries: [PaletteEntry(base: RGBA(200, 10, 10))])
    #expect(try Palette(gpl: own.gpl(named: "x")) == own)
  }

  @Test func anIncompleteRowIsReadColourByColour() throws {
    let palette = try Self.palette("GIMP Palette\n1 2 3 hair / base\n4 5 6 hair / shadow\n")
    #expect(palette.entries.map(\.name) == ["hair / base", "hair / shadow"])
  }

  @Test func bytesThatAreNoTextAreKeptReadable() throws {
    let palette = try Palette(gpl: Array("GIMP Palette\n1 2 3\tgr".utf8) + [0xFC, 0x6E])
    #expect(palette.entries.map(\.name) == ["gr\u{FFFD}n"])
  }

  @Test func errorsNameTheLine() {
    func reason(_ text: String) -> String { Self.reason(Array(text.utf8)) ?? "read" }
    #expect(reason("").hasPrefix("line 1: not a GIMP palette"))
    #expect(reason("PNG").hasPrefix("line 1: not a GIMP palette"))
    #expect(reason("GIMP Palette\n#\n1 2 3 a\n1 2 x\n").hasPrefix("line 4: expected red"))
    #expect(reason("GIMP Palette\n1 2").hasPrefix("line 2: expected red"))
    #expect(reason("GIMP Palette\n1 2 256 a").hasPrefix("line 2: 256 is not in 0…255"))
    #expect(reason("GIMP Palette\n1 -2 5 a").hasPrefix("line 2: -2 is not in 0…255"))
    #expect(reason("GIMP Palette\nName: empty\n").hasPrefix("no colour in the palette"))
  }
}
