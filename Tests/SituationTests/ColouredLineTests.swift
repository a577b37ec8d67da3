import Characters
import Coloring
import Raster
import Regions
import TestSupport
import Testing

/// Lines in colours beside black ink: outlines, trace lines, a rough.
@Suite(.byEachEngine) struct ColouredLineTests {
  private static let brown = RGBA(150, 80, 60)
  private static let skin = [
    "left leg", "right leg", "left hand", "right hand", "neck", "face",
  ]

  /// The same lines in another colour where `isChosen`.
  private func tinted(_ image: Image, _ colour: RGBA, where isChosen: (Int, Int) -> Bool) -> Image {
    var image = image
    for y in 0..<image.height {
      for x in 0..<image.width where isChosen(x, y) {
        let light = Int(image[x, y].r)
        func part(_ value: UInt8) -> UInt8 {
          UInt8((255 * light + Int(value) * (255 - light)) / 255)
        }
        image[x, y] = RGBA(part(colour.r), part(colour.g), part(colour.b))
      }
    }
    return image
  }

  private func lines(_ image: Image) throws -> LineArt {
    try LineArt(image, work: Work(threads: 2))
  }

  private func traces(_ lineArt: LineArt) throws -> Int {
    try lineArt.traceLineCount(work: Work(threads: 1))
  }

  @Test(arguments: [brown, RGBA(200, 90, 80), RGBA(60, 110, 200)])
  func outlinesOfSkinInAColourAreInk(colour: RGBA) throws {
    let clean = Doll()
    var doll = clean
    for name in Self.skin { doll.inks[name] = colour }
    var situation = Situation.doll(clean)
    situation.line = doll.lines()
    #expect(try situation.rightShare() > 0.95 * Situation.doll(clean).rightShare())
    #expect(try traces(lines(situation.line)) == 0)
    // Its hand's outline stays as it was drawn.
    let outline = try situation.coloured().image[43, 217]
    #expect(Int(outline.r) > Int(outline.b) || colour.b > colour.r, "\(outline)")
  }

  @Test(arguments: Sample.all.indices)
  func outlinesOfHalfASampleInAColourAreInk(_ number: Int) throws {
    var situation = Situation.sample(number)
    let share = try situation.rightShare()
    let middle = situation.line.height / 2
    situation.line = tinted(situation.line, Self.brown) { _, y in y > middle }
    #expect(try situation.rightShare() > 0.95 * share)
  }

  @Test func linesOfLightAndShadowAreTraces() throws {
    let sample = try #require(Sample.all.first { $0.pages.contains { $0.style.hasTraceLines } })
    let page = try #require(sample.pages.first { $0.style.hasTraceLines })
    let seed = page.seed(for: sample.character)
    let line = page.drawing(of: sample.character, scale: 0.6)
      .lineArt(style: .traced(3), seed: seed)
    let read = try lines(line)
    #expect(read.strokes.elements.contains(.redTrace))
    #expect(read.strokes.elements.contains(.blueTrace))
    let inked = try LineArt(line, coloursAreInk: true, work: Work(threads: 2))
    #expect(try traces(inked) == 0)
  }

  /// A black box, in it a round outline of a colour, in which two strokes lie whole, or into which one runs from outside.
  private func round(hasEyes: Bool) -> Image {
    var image = Image(width: 400, height: 400, repeating: .white)
    func box(_ x: ClosedRange<Int>, _ y: ClosedRange<Int>) {
      for row in y { for column in x { image[column, row] = .black } }
    }
    for side in [40, 355] {
      box(side...side + 4, 40...359)
      box(40...359, side...side + 4)
    }
    for y in 100..<300 {
      for x in 100..<300 {
        let (dx, dy) = (Double(x) - 199.5, Double(y) - 199.5)
        if abs((dx * dx + dy * dy).squareRoot() - 80) < 2 { image[x, y] = RGBA(220, 20, 40) }
      }
    }
    if hasEyes {
      box(160...185, 180...200)
      box(215...240, 180...200)
    } else {
      box(60...240, 198...202)
    }
    return image
  }

  @Test func anOutlineThatHoldsStrokesWholeIsInk() throws {
    #expect(try traces(lines(round(hasEyes: true))) == 0)
    #expect(try traces(lines(round(hasEyes: false))) == 1)
  }

  /// A shadow's line from side to side closes the lower half of a cut alone, were it not for the picture's border.
  @Test func aTraceLineThatLeavesThePictureIsATrace() throws {
    var image = Image(width: 400, height: 400, repeating: .white)
    for x in 0..<image.width {
      let rise = x * (399 - x) / 400
      for y in 210 - rise...215 - rise { image[x, y] = .black }
      for y in 280 - rise / 5...283 - rise / 5 { image[x, y] = RGBA(220, 20, 40) }
      for y in 320...345 where 160...185 ~= x || 215...240 ~= x { image[x, y] = .black }
    }
    #expect(try traces(lines(image)) == 1)
  }

  @Test func everyLineOfASamplesLightAndShadowIsATrace() throws {
    let sample = try #require(Sample.all.first { $0.pages.contains { $0.style.hasTraceLines } })
    for page in sample.pages where page.style.hasTraceLines {
      let line = page.drawing(of: sample.character).lineArt(
        style: page.style, seed: page.seed(for: sample.character))
      let strokes = try lines(line).strokes.elements
      #expect(strokes.contains(.redTrace) && strokes.contains(.blueTrace), "\(page)")
    }
  }

  @Test func theArtistMayCallAllLinesInk() throws {
    var inputs = ColoringInputs(
      drawing: SmallPictures.traced, references: [SmallPictures.reference])
    let traced = try Situation.coloured(inputs)
    inputs = ColoringInputs(drawing: SmallPictures.traced, references: [SmallPictures.reference])
    inputs.settings.traceLines = .ink
    let inked = try Situation.coloured(inputs)
    #expect(try traces(traced.lineArt) == 1)
    #expect(try traces(inked.lineArt) == 0)
  }

  /// The lines once more below themselves, a few pixels aside and in a colour.
  private func withRough(_ line: Image, _ colour: RGBA, aside: (x: Int, y: Int)) -> Image {
    let rough = tinted(line, colour) { _, _ in true }
    var image = line
    for y in 0..<line.height {
      for x in 0..<line.width {
        let (i, j) = (x - aside.x, y - aside.y)
        let below = line.contains(i, j) ? rough[i, j] : .white
        let light = Int(line[x, y].r)
        func over(_ value: UInt8) -> UInt8 { UInt8(Int(value) * light / 255) }
        image[x, y] = RGBA(over(below.r), over(below.g), over(below.b))
      }
    }
    return image
  }

  @Test func aRoughBelowTheInkIsDropped() throws {
    var situation = Situation.doll()
    let count = try situation.coloured().map.regions.count
    situation.line = withRough(situation.line, RGBA(150, 195, 255), aside: (5, 3))
    let result = try situation.coloured()
    #expect(result.map.regions.count == count)
    #expect(try situation.rightShare() > 0.95)
  }

  @Test func aSamplesRoughIsDropped() throws {
    var situation = Situation.sample(3)
    let share = try situation.rightShare()
    situation.line = withRough(situation.line, RGBA(255, 150, 150), aside: (-7, 6))
    #expect(try situation.rightShare() > 0.95 * share)
  }
  /// A dull crayon, whose grain is here a little more coloured than black and there a little less: one colour to the eye.
  @Test func aDullCrayonsLinesAreInk() throws {
    let clean = Situation.doll()
    var situation = clean
    for y in 0..<clean.line.height {
      for x in 0..<clean.line.width {
        let grain = (x / 2 * 7 + y / 2 * 13 + x * y / 8) % 6
        let colour = RGBA(UInt8(190 + 5 * grain), UInt8(158 - 2 * grain), UInt8(190 - grain))
        let light = Int(clean.line[x, y].r)
        func part(_ value: UInt8) -> UInt8 {
          UInt8((255 * light + Int(value) * (255 - light)) / 255)
        }
        situation.line[x, y] = RGBA(part(colour.r), part(colour.g), part(colour.b))
      }
    }
    #expect(try traces(lines(situation.line)) == 0)
    #expect(try situation.rightShare() > 0.95 * clean.rightShare())
  }
}
