import Raster
import TestSupport
import Testing

@testable import TerminalUI

@Suite("Pictures as cells")
struct PictureViewTests {
  let work = Work(threads: 2)
  let letters = PictureLook(colors: .mono, glyphs: .ascii)

  /// Hair over a face, two pixels a square.
  let labels = Plane<UInt16>(letters: [
    "................", "................", "....hhhhhhhh....", "....hhhhhhhh....",
    "..hhhhhhhhhhhh..",
    "..hhhhhhhhhhhh..", "..hhssssssssss..", "..hhssssssssss..", "..hhssssssss....",
    "..hhssssssss....",
    "....ssssssss....", "....ssssssss....", "................", "................",
    "................",
    "................",
  ])

  private var paints: [MaskPicture.Paint] {
    (0...26).map { label in
      let letter = label == 0 ? " " : Unicode.Scalar(UInt8(64 + label))
      let color = label == 0 ? .white : RGBA(UInt8(label * 9), 80, 255 - UInt8(label * 9))
      return MaskPicture.Paint(color, letter: letter)
    }
  }

  @Test("Without colours a mask is letters, and an outline shows")
  func lettersOfAMask() {
    let mask = PictureView.Content.mask(MaskPicture(labels: labels, paints: paints))
    let plain = PictureView(mask).surface(columns: 16, rows: 8, look: letters, work: work)
    #expect(
      plain.lines == [
        "", "    HHHHHHHH", "  HHHHHHHHHHHH", "  HHSSSSSSSSSS", "  HHSSSSSSSS", "    SSSSSSSS", "",
        "",
      ])
    let outlined = PictureView(mask, overlays: [.outline([19], of: labels, .outline)])
      .surface(columns: 16, rows: 8, look: letters, work: work)
    #expect(
      outlined.lines == [
        "", "    HHHHHHHH", "  HHHHHHHHHHHH", "  HH**********", "  HH*SSSSSS*", "    ********", "",
        "",
      ])
  }

  @Test("Each of two marked regions has its own outline, and the selected one another sign")
  func outlinesApart() {
    let mask = PictureView.Content.mask(MaskPicture(labels: labels, paints: paints))
    let surface = PictureView(
      mask,
      overlays: [
        .outline([8, 19], of: labels, .outlineMarked), .outline([19], of: labels, .outline),
      ]
    ).surface(columns: 16, rows: 8, look: letters, work: work)
    #expect(surface.lines.contains { $0.contains("%") })
    #expect(surface.lines[3].contains("**********"))
    #expect(surface.lines[2].hasPrefix("  %%"))
  }

  @Test("In half blocks each half has its label's own colour, and a cell of one colour is a space")
  func halvesOfAMask() {
    let mask = PictureView.Content.mask(MaskPicture(labels: labels, paints: paints))
    let surface = PictureView(mask).surface(columns: 8, rows: 4, look: PictureLook(), work: work)
    let used = Set([0, 8, 19].map { paints[$0].color.coarse.cellColor })
    for cell in surface.cells {
      #expect(used.contains(cell.style.background))
      #expect(cell.scalar == 0x20 || used.contains(cell.style.foreground))
    }
    #expect(surface.lines == ["  ▄▄▄▄", "  ▀▀▀▀▀", " ▀", ""])
    #expect(surface[0, 0].style.background == paints[0].color.coarse.cellColor)
  }

  @Test("Outside of the picture is ground, also in half a cell")
  func ground() {
    let picture = Image(width: 4, height: 1, repeating: RGBA(200, 0, 0))
    let surface = PictureView(.picture(Pyramid(picture)))
      .surface(columns: 4, rows: 1, look: PictureLook(), work: work)
    let ground = Theme.standard[.canvas].background
    #expect(surface.cells.allSatisfy { $0.style.background == ground })
    #expect(Set(surface.cells.map(\.scalar)).count == 1)
  }

  @Test("A thin line stays visible from afar")
  func thinLine() {
    var darkness = Plane<UInt8>(width: 1920, height: 960, repeating: 0)
    for x in 0..<1920 { for y in 500..<503 { darkness[x, y] = 255 } }
    let lines = PictureView.Content.lineArt(LineArtPicture(Pyramid(darkness)))
    let surface = PictureView(lines)
      .surface(columns: 200, rows: 50, look: PictureLook(), work: work)
    let darkest =
      surface.cells.flatMap { [$0.style.foreground, $0.style.background] }
      .compactMap { RGBA($0)?.luma }.min() ?? 255
    #expect(darkest < 128)
    let braille = PictureView(lines)
      .surface(columns: 200, rows: 50, look: PictureLook(glyphs: .braille), work: work)
    #expect(braille.lines.contains { $0.unicodeScalars.count { $0.value > 0x2800 } == 200 })
  }

  @Test("A closing, a cursor and a tag are drawn at their pixels, however near")
  func overlays() {
    let blank = PictureView.Content.mask(
      MaskPicture(labels: Plane(width: 32, height: 32, repeating: 0), paints: []))
    let surface = PictureView(
      blank,
      overlays: [
        .line([Point(2, 3), Point(13, 3)], .closing), .cursor(Point(20, 16), .accent),
        .tag("7", at: Point(30, 30), .text),
      ]
    ).surface(columns: 32, rows: 16, look: letters, work: work)
    #expect(
      surface.lines == [
        "", "  ============", "", "", "", "", "                    |", "                    |",
        "                |||   |||", "                    |", "                    |", "", "", "",
        "",
        "                              7",
      ])
    var near = PictureView(blank, overlays: [.line([Point(0, 0), Point(31, 31)], .closing)])
    near.viewport = near.viewport.zoomed(by: 4)
    #expect(
      near.surface(columns: 8, rows: 4, look: letters, work: work).lines.allSatisfy {
        $0.contains("=")
      })
  }

  @Test("Two pictures with a split between")
  func split() {
    func flat(_ color: RGBA) -> PictureView.Content {
      .picture(Pyramid(Image(width: 20, height: 20, repeating: color)))
    }
    let surface = PictureView(
      .split(flat(RGBA(255, 0, 0)), flat(RGBA(0, 0, 255)), share: 0.5)
    ).surface(columns: 20, rows: 10, look: PictureLook(), work: work)
    #expect(surface[4, 4].style.background == CellColor(255, 0, 0))
    #expect(surface[10, 4].style.background == Theme.standard[.accent].foreground)
    #expect(surface[15, 4].style.background == CellColor(0, 0, 255))
  }

  @Test("With 256 colours only theirs are used, and a picture keeps its mean")
  func dithering() {
    let color = RGBA(150, 110, 90)
    let picture = PictureView.Content.picture(
      Pyramid(Image(width: 64, height: 64, repeating: color)))
    let surface = PictureView(picture)
      .surface(columns: 64, rows: 32, look: PictureLook(colors: .palette256), work: work)
    let allowed = Set(XtermPalette.colors.map(\.cellColor))
    var sum = SIMD3<Float>.zero
    for cell in surface.cells {
      for color in [
        cell.style.background, cell.scalar == 0x20 ? cell.style.background : cell.style.foreground,
      ] {
        #expect(allowed.contains(color))
        let lab = Oklab(RGBA(color) ?? .clear)
        sum += SIMD3(lab.l, lab.a, lab.b)
      }
    }
    sum /= Float(surface.cells.count * 2)
    let mean = Oklab(l: sum.x, a: sum.y, b: sum.z)
    let single = XtermPalette.oklab[Int(XtermPalette.nearest(to: Oklab(color)))]
    #expect(mean.squaredDistance(to: Oklab(color)) < single.squaredDistance(to: Oklab(color)) / 4)
  }

  @Test("Neither the number of threads nor a pane of any size changes or breaks anything")
  func robust() {
    let mask = PictureView(
      .mask(MaskPicture(labels: labels, paints: paints)),
      overlays: [.outline([8], of: labels, .outline), .cursor(Point(0, 0), .accent)])
    for glyphs in GlyphSet.allCases {
      for colors in ColorDepth.allCases {
        let look = PictureLook(colors: colors, glyphs: glyphs)
        for (columns, rows) in [(0, 0), (1, 1), (1, 40), (90, 1), (33, 17)] {
          let one = mask.surface(columns: columns, rows: rows, look: look, work: Work(threads: 1))
          #expect(
            one == mask.surface(columns: columns, rows: rows, look: look, work: Work(threads: 3)))
          #expect(one.width == columns && one.height == rows)
        }
      }
    }
  }
}

@Suite("A cell's two colours")
struct TwoColorFitTests {
  /// Every division, and for each the error over all pairs of colours to be had.
  @Test("They divide the subcells with the least error")
  func leastError() {
    var numbers = SeededNumbers(seed: 7)
    for _ in 0..<300 {
      let count = [2, 4, 6, 8].randomElement(using: &numbers)!
      var colors = InlineArray<8, RGBA>(repeating: .clear)
      for index in 0..<count {
        colors[index] = RGBA(
          UInt8.random(in: 0...255, using: &numbers), UInt8.random(in: 0...3, using: &numbers) * 80,
          UInt8.random(in: 0...1, using: &numbers) * 255)
      }
      func error(_ mask: Int) -> Double {
        var error = 0.0
        for side in [mask, ~mask] {
          let members = (0..<count).filter { side >> $0 & 1 == 1 }.map {
            SIMD3(Double(colors[$0].r), Double(colors[$0].g), Double(colors[$0].b))
          }
          if members.isEmpty { continue }
          let mean = members.reduce(.zero, +) / Double(members.count)
          for member in members { error += ((member - mean) * (member - mean)).sum() }
        }
        return error
      }
      let fit = TwoColorFit(colors, count: count, outside: 0)
      let least = (0..<1 << count).map(error).min()!
      #expect(error(fit.mask) <= least + 1e-6)
      let members = (0..<count).map { colors[$0] }
      #expect(members.contains(fit.first) && members.contains(fit.second))
    }
  }

  @Test("Characters cover the subcells they are asked to")
  func scalars() {
    #expect(SubcellGrid.halves.scalar(covering: 0b01) == Unicode.Scalar("▀").value)
    #expect(SubcellGrid.quadrants.scalar(covering: 0b0111) == Unicode.Scalar("▛").value)
    #expect(SubcellGrid.sextants.scalar(covering: 0b000001) == 0x1fb00)
    #expect(SubcellGrid.sextants.scalar(covering: 0b010110) == 0x1fb14)
    #expect(SubcellGrid.sextants.scalar(covering: 0b111110) == 0x1fb3b)
    #expect(SubcellGrid.braille.scalar(covering: 0b1000_0001) == 0x2881)
    #expect(Set((0..<64).map(SubcellGrid.sextants.scalar)).count == 64)
    #expect(Set((0..<16).map(SubcellGrid.quadrants.scalar)).count == 16)
  }
}
