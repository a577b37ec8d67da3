import Raster
import TestSupport
import Testing

@testable import Regions

@Suite struct LineArtReadingTests {
  private func read(_ image: Image) throws -> LineArt {
    try LineArt(image, work: Work(threads: 2))
  }

  @Test func darkPixelsAreInkAndWhiteOnesPaper() throws {
    let art = try read(picture("....", "####", "...."))
    #expect(art.picture == ["....", "####", "...."])
    #expect(art.darkness.elements[4] == 255)
    #expect(art.strokeWidth == 1)
  }

  @Test func whatHoldsNoDrawingIsRefused() {
    #expect(throws: LineArtError.tooSmall(width: 1, height: 1)) { try read(picture("#")) }
    #expect(throws: LineArtError.noLine) { try read(picture("...", "...", "...")) }
    #expect(throws: LineArtError.noLine) { try read(picture("   ", "   ", "   ")) }
    #expect(throws: LineArtError.noPaper) { try read(picture("###", "###", "###")) }
    #expect(throws: LineArtError.noPaper) { try read(picture("rrr", "rrr", "rrr")) }
  }

  @Test func givesUpWhenCancelled() {
    #expect(throws: Cancelled.self) {
      try LineArt(picture("...", "###", "..."), work: Work(threads: 1, isCancelled: { true }))
    }
  }

  /// A cross of lines, each 3 pixels wide, on a ground, 60 × 60.
  private func cross(
    _ ground: (Int, Int) -> RGBA, across: RGBA, down: RGBA
  ) -> Image {
    Image(
      width: 60, height: 60,
      elements: (0..<3600).map { index in
        let (x, y) = (index % 60, index / 60)
        return 18..<21 ~= y ? across : 33..<36 ~= x ? down : ground(x, y)
      })
  }

  /// What a cross reads as: the strokes across and down, and whether all else is paper.
  private func expectCross(
    _ art: LineArt, across: Stroke = .ink, down: Stroke = .ink,
    _ location: SourceLocation = #_sourceLocation
  ) {
    for y in 0..<60 {
      for x in 0..<60 {
        let expected = 18..<21 ~= y ? across : 33..<36 ~= x ? down : .paper
        if art.strokes[x, y] != expected {
          Issue.record("(\(x), \(y)) is \(art.strokes[x, y])", sourceLocation: location)
          return
        }
      }
    }
  }

  @Test func aGreyLineBesideABlackOneIsInk() throws {
    let grey = RGBA(165, 165, 165)
    expectCross(try read(cross({ _, _ in .white }, across: .black, down: grey)))
  }

  @Test func linesOnTransparencyAreReadOnWhite() throws {
    let art = try read(cross({ _, _ in .clear }, across: .black, down: RGBA(80, 60, 40)))
    expectCross(art)
  }

  @Test func whereColourSaysNothingAlphaIsTheInk() throws {
    let art = try read(cross({ _, _ in .clear }, across: .white, down: RGBA(255, 250, 220)))
    expectCross(art)
    #expect(art.darkness[10, 19] == 255)
  }

  @Test func chalkOnABlackboardIsRead() throws {
    let chalk = RGBA(225, 225, 215)
    expectCross(try read(cross({ _, _ in RGBA(25, 45, 35) }, across: chalk, down: chalk)))
  }

  @Test func tintedAndUnevenPaperIsPaper() throws {
    let shaded = { (x: Int, y: Int) -> RGBA in
      RGBA(UInt8(240 - x / 6 - y / 8), UInt8(225 - x / 6 - y / 8), UInt8(190 - x / 6 - y / 8))
    }
    expectCross(try read(cross(shaded, across: .black, down: RGBA(60, 50, 40))))
  }

  @Test func colouredLinesBesideBlackOnesAreTraces() throws {
    let white = { (_: Int, _: Int) -> RGBA in .white }
    for (colour, trace) in [
      (RGBA(255, 0, 0), Stroke.redTrace), (RGBA(0, 128, 0), .greenTrace),
      (RGBA(90, 140, 255), .blueTrace), (RGBA(255, 150, 150), .redTrace),
    ] {
      let art = try read(cross(white, across: .black, down: colour))
      expectCross(art, down: trace)
      #expect(art.darkness[34, 5] == 0)
    }
  }

  @Test func aDrawingInOneColouredPencilIsInk() throws {
    let blue = RGBA(70, 110, 230)
    expectCross(try read(cross({ _, _ in .white }, across: blue, down: blue)))
  }

  /// Anti-aliasing mixes a line with paper or with the line it meets: whatever the share, a pixel is
  /// one of the two and nothing third.
  @Test(arguments: [RGBA(255, 0, 0), RGBA(0, 255, 0), RGBA(0, 0, 255), RGBA(0, 128, 0)])
  func fringesLeaveNoCrumbs(colour: RGBA) {
    for share in 0...32 {
      func mix(_ a: RGBA, _ b: RGBA) -> RGBA {
        func part(_ a: UInt8, _ b: UInt8) -> UInt8 {
          UInt8((Int(a) * (32 - share) + Int(b) * share) / 32)
        }
        return RGBA(part(a.r, b.r), part(a.g, b.g), part(a.b, b.b))
      }
      let onPaper = PixelTone(mix(.white, colour), colours: .traces)
      let full = PixelTone(colour, colours: .traces)
      #expect(onPaper.hue == full.hue || onPaper.darkness < 24)
      let grey = PixelTone(mix(.white, .black), colours: .traces)
      #expect(grey.hue == .paper && Int(grey.darkness) == 255 - (255 * (32 - share) / 32))
      let onInk = PixelTone(mix(.black, colour), colours: .traces)
      #expect(onInk.hue == full.hue || onInk.darkness > 120)
    }
  }

  @Test func grainIsNoInkAndFaintPencilIs() throws {
    var numbers = SeededNumbers(seed: 7)
    let side = 200
    var image = Image(width: side, height: side, repeating: .white)
    for y in 0..<side {
      for x in 0..<side {
        let isLine = 40..<160 ~= x && 98..<103 ~= y
        let tone = (isLine ? 190 : 235) + Int.random(in: -9...9, using: &numbers)
        image[x, y] = RGBA(UInt8(tone), UInt8(tone), UInt8(tone))
      }
    }
    for point in [Point(20, 20), Point(150, 30), Point(60, 170)] { image[point] = .black }
    let art = try read(image)
    for y in 0..<side {
      for x in 0..<side {
        if 42..<158 ~= x && 99..<102 ~= y { #expect(art.strokes[x, y] == .ink) }
        if !(37..<163 ~= x && 95..<106 ~= y) { #expect(art.strokes[x, y] == .paper) }
      }
    }
  }

  @Test func aFlatGreyAreaIsARegionAndABlackOneIsInk() throws {
    var image = Image(width: 120, height: 60, repeating: .white)
    for y in 10..<50 {
      for x in 10..<110 where !(50..<70 ~= x) {
        let isOutline = !(12..<48 ~= y) || !(12..<48 ~= x || 72..<108 ~= x)
        image[x, y] = isOutline || x > 60 ? .black : RGBA(150, 150, 150)
      }
    }
    // Most of the strokes are thin.
    for x in 0..<120 { for y in [2, 5, 55] { image[x, y] = .black } }
    let art = try read(image)
    #expect(art.strokes[11, 30] == .ink)
    #expect(art.strokes[30, 30] == .paper)
    #expect(art.strokes[90, 30] == .ink)
  }

  @Test func theResultDoesNotDependOnTheThreads() throws {
    var numbers = SeededNumbers(seed: 3)
    var image = Image(width: 150, height: 131, repeating: RGBA(230, 228, 220))
    for index in image.elements.indices where index % 31 < 3 || index / 150 % 40 < 4 {
      image.elements[index] = RGBA(UInt8.random(in: 0...120, using: &numbers), 40, 30)
    }
    let one = try LineArt(image, work: Work(threads: 1))
    for threads in [2, 3, 5] {
      let other = try LineArt(image, work: Work(threads: threads))
      #expect(other.strokes == one.strokes && other.darkness == one.darkness)
      #expect(other.strokeWidth == one.strokeWidth)
    }
  }
}
