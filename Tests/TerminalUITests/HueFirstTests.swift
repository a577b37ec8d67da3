import Raster
import Testing

@testable import TerminalUI

@Suite("Hues in 256 colours")
struct HueFirstTests {
  private func shown(_ color: RGBA) -> Oklab {
    XtermPalette.oklab[Int(XtermPalette.nearest(to: HueFirst(Oklab(color))))]
  }

  @Test(
    "A colour that has a hue keeps it",
    arguments: [
      RGBA(0xfe, 0xe9, 0xdb), RGBA(0xf3, 0xcd, 0xb8), RGBA(0x6e, 0x3f, 0x33),
      RGBA(0x47, 0x25, 0x23),
      RGBA(0x2a, 0x2a, 0x5a), RGBA(0x1d, 0x4a, 0x4a), RGBA(0x27, 0x4a, 0x25),
      RGBA(0x3f, 0x5a, 0x94),
    ])
  func kept(color: RGBA) {
    let wanted = Oklab(color)
    let found = shown(color)
    #expect(found.chroma > 0.02)
    #expect(wanted.a * found.a + wanted.b * found.b > 0.7 * wanted.chroma * found.chroma)
  }

  @Test("Greys stay grey, and the palette's own colours themselves")
  func greys() {
    for level in stride(from: 0, through: 255, by: 5) {
      #expect(shown(RGBA(UInt8(level), UInt8(level), UInt8(level))).chroma < 0.005)
    }
    for (index, color) in XtermPalette.oklab.enumerated() {
      let found = XtermPalette.oklab[Int(XtermPalette.nearest(to: HueFirst(color)))]
      #expect(found.squaredDistance(to: color) < 1e-9, "\(index)")
    }
  }

  @Test(
    "Ink over a colour goes through its hue and grey alone",
    arguments: [
      RGBA(0x5d, 0xa8, 0x52), RGBA(0x3f, 0x8f, 0x6c), RGBA(0xfe, 0xe9, 0xdb),
    ])
  func shades(color: RGBA) {
    for share in stride(from: 0, through: 255, by: 5) {
      let wanted = Oklab(color.mixed(with: RGBA(20, 20, 28), UInt8(share)))
      let found = shown(color.mixed(with: RGBA(20, 20, 28), UInt8(share)))
      let isGrey = found.chroma < 0.005
      let alike = wanted.a * found.a + wanted.b * found.b
      #expect(isGrey || alike > 0.7 * wanted.chroma * found.chroma, "at \(share)")
    }
  }
}

@Suite("Line art in braille, and masks in letters")
struct GlyphChoiceTests {
  private let work = Work(threads: 1)

  @Test("Braille is for line art alone")
  func braille() {
    let look = PictureLook(
      Capabilities(colors: .direct, glyphs: .braille), theme: .standard)
    var darkness = Plane<UInt8>(width: 64, height: 64, repeating: 0)
    for x in 0..<64 { darkness[x, x] = 255 }
    let lines = PictureView(.lineArt(LineArtPicture(Pyramid(darkness))))
      .surface(columns: 16, rows: 8, look: look, work: work)
    #expect(lines.cells.contains { (0x2801...0x28ff).contains($0.scalar) })
    var image = Image(width: 64, height: 64, repeating: .white)
    for x in 0..<64 { image[x, x] = .black }
    let picture = PictureView(.picture(Pyramid(image)))
      .surface(columns: 16, rows: 8, look: look, work: work)
    #expect(picture.cells.contains { [0x2580, 0x2584].contains($0.scalar) })
    #expect(!picture.cells.contains { (0x2801...0x28ff).contains($0.scalar) })
  }

  @Test("Without colours a border divides two regions of one part, and no others")
  func borders() {
    var labels = Plane<UInt16>(width: 60, height: 40, repeating: 1)
    for y in 0..<40 { for x in 20..<40 { labels[x, y] = 2 } }
    for y in 0..<40 { for x in 40..<60 { labels[x, y] = 3 } }
    let paints = [
      MaskPicture.Paint(.white), .init(.black, letter: "H"), .init(.black, letter: "H"),
      .init(.white, letter: "S"),
    ]
    let surface = PictureView(.mask(MaskPicture(labels: labels, paints: paints)))
      .surface(columns: 30, rows: 10, look: PictureLook(colors: .mono, glyphs: .ascii), work: work)
    let line = surface.lines[5].filter { !$0.isWhitespace }
    #expect(line.contains(/^H+\.H+S+$/), "\(line)")
  }
}

@Suite("Names as macOS writes them")
struct ComposedTests {
  @Test("Marks are joined with their letters")
  func composed() {
    var surface = Surface(width: 20, height: 1)
    let end = surface.write("か\u{3099}e\u{301}te\u{301}", at: Point(0, 0), CellStyle())
    #expect(surface.lines[0] == "がété")
    #expect(end == 5)
  }
}
