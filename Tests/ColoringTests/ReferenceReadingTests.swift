import Raster
import Regions
import Testing

@testable import Coloring

/// A small canvas to paint references on.
private struct PaintedReference {
  var image: Image

  init(_ width: Int, _ height: Int, _ ground: RGBA) {
    image = Image(width: width, height: height, repeating: ground)
  }

  mutating func paint(_ color: (Int, Int) -> RGBA?) {
    var pixels = image.elements
    for y in 0..<image.height {
      for x in 0..<image.width { pixels[y * image.width + x] = color(x, y) ?? image[x, y] }
    }
    image.elements = pixels
  }

  mutating func box(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>, _ color: RGBA) {
    paint { x, y in columns.contains(x) && rows.contains(y) ? color : nil }
  }

  /// A box with an outline three pixels wide.
  mutating func outlined(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>, _ color: RGBA) {
    box(columns, rows, .black)
    box(
      columns.lowerBound + 3...columns.upperBound - 3, rows.lowerBound + 3...rows.upperBound - 3,
      color)
  }

  /// What JPEG leaves: each 8×8 block's values off by a pattern of its own, up to ±`amount`.
  func blocky(_ amount: Int) -> Image {
    var canvas = self
    canvas.paint { x, y in
      let block = (x / 8 &* 31 &+ y / 8 &* 17) % 5 - 2
      let ripple = ((x + block) & 1 == 0 ? amount : -amount) + block
      let p = image[x, y]
      func clamped(_ value: UInt8) -> UInt8 { UInt8(max(0, min(255, Int(value) + ripple))) }
      return RGBA(clamped(p.r), clamped(p.g), clamped(p.b))
    }
    return canvas.image
  }

  func read(_ threads: Int = 1) throws -> Reference {
    try Reference(image, work: Work(threads: threads))
  }
}

@Suite struct ReferenceReadingTests {
  let skin = RGBA(250, 215, 190)
  let blue = RGBA(40, 90, 200)

  /// A head above a body, each outlined, on `ground`.
  private func figure(on ground: RGBA = .white, body: RGBA? = nil) -> PaintedReference {
    var canvas = PaintedReference(100, 120, ground)
    canvas.outlined(25...75, 60...110, body ?? blue)
    canvas.outlined(30...70, 15...62, skin)
    return canvas
  }

  @Test func aFlatFigureGivesItsPartsWithTheirExactColours() throws {
    let reference = try figure().read()
    let map = reference.map
    #expect(map.regions.count == 3)
    #expect(map.regions.map(\.isBackground) == [true, false, false])
    #expect(reference.parts == ["background", nil, nil])
    func color(_ x: Int, _ y: Int) -> RGBA {
      reference.palette.entries[reference.entries[map.labels[x, y]]].base
    }
    #expect(color(2, 2) == .white)
    #expect(color(50, 40) == skin)
    #expect(color(50, 90) == blue)
  }

  @Test func linesAreSharedOutAndBound() throws {
    let reference = try figure().read()
    let head = reference.map.labels[50, 40]
    let body = reference.map.labels[50, 90]
    let border = reference.graph.neighbours(of: head).first { $0.label == body }?.border
    #expect(border?.kind == .ink)
  }

  @Test func softShadingIsNoBorder() throws {
    var canvas = figure()
    canvas.paint { x, y in
      guard (28...72).contains(x) && (63...107).contains(y) else { return nil }
      return RGBA(UInt8(40 + x), UInt8(60 + x), UInt8(120 + x))
    }
    #expect(try canvas.read().map.regions.count == 3)
  }

  @Test func aShadowWithAHardEdgeBelongsToWhatItLiesOn() throws {
    var canvas = figure()
    canvas.box(50...72, 63...107, RGBA(30, 68, 152))
    let reference = try canvas.read()
    #expect(reference.map.regions.count == 3)
    let entry = reference.palette.entries[
      reference.entries[reference.map.labels[40, 90]]]
    #expect(entry.base.b >= 150 && entry.shadow.b < 200)
  }

  @Test func anotherColourWithoutALineIsAnotherRegion() throws {
    var canvas = figure()
    canvas.box(50...72, 63...107, RGBA(220, 60, 60))
    #expect(try canvas.read().map.regions.count == 4)
  }

  @Test func whatJPEGLeavesMakesNoCrumbs() throws {
    let image = figure().blocky(5)
    let reference = try Reference(image, work: Work(threads: 1))
    #expect(reference.map.regions.count == 3)
  }

  @Test func smallThingsSurvive() throws {
    var canvas = figure()
    canvas.box(42...49, 30...37, RGBA(20, 120, 60))
    #expect(try canvas.read().map.regions.count == 4)
  }

  @Test func theThreadsDoNotShow() throws {
    let canvas = PaintedReference(1, 1, .white)
    #expect(try canvas.read(1).map.labels == canvas.read(3).map.labels)
    let image = figure().blocky(9)
    let one = try Reference(image, work: Work(threads: 1))
    let three = try Reference(image, work: Work(threads: 3))
    #expect(one.map.labels == three.map.labels)
    #expect(one.palette == three.palette)
    #expect(one.graph.borders == three.graph.borders)
  }

  @Test func aCallerWhoGivesUpIsHeard() {
    #expect(throws: Cancelled.self) {
      try Reference(figure().image, work: Work(threads: 1, isCancelled: { true }))
    }
  }

  @Test func aPictureOverTheBoundIsReadSmallerAndMappedWhole() throws {
    var canvas = PaintedReference(2100, 30, .white)
    canvas.box(1000...1600, 0...29, blue)
    let reference = try canvas.read()
    #expect(reference.map.width == 2100 && reference.map.regions.count == 3)
    #expect(reference.map.labels[1003, 15] != reference.map.labels[996, 15])
  }
}

@Suite struct ReferenceGround {
  private let cloth = RGBA(240, 240, 236)

  /// A figure in white with a hole, cut off below.
  private func figure(on ground: (Int, Int) -> RGBA) -> Reference? {
    var canvas = PaintedReference(160, 160, .white)
    canvas.paint { x, y in ground(x, y) }
    canvas.outlined(40...119, 30...162, cloth)
    canvas.box(60...79, 80...119, .black)
    canvas.paint { x, y in (63...76).contains(x) && (83...116).contains(y) ? ground(x, y) : nil }
    canvas.outlined(50...109, 20...60, RGBA(90, 50, 30))
    return try? canvas.read()
  }

  private func check(_ reference: Reference?) -> [Bool] {
    guard let map = reference?.map else { return [] }
    return [(5, 5), (150, 150), (20, 155), (70, 100), (100, 140), (80, 40)].map {
      map[map.labels[$0.0, $0.1]].isBackground
    }
  }

  private let found = [true, true, true, true, false, false]

  @Test func plainGroundsAreFoundWithTheirHoles() {
    #expect(check(figure { _, _ in .white }) == found)
    #expect(check(figure { _, _ in .clear }) == found)
    #expect(check(figure { _, _ in RGBA(255, 190, 200) }) == found)
    #expect(check(figure { _, _ in RGBA(25, 25, 40) }) == found)
  }

  @Test func aClearGroundAddsNoColour() throws {
    func names(_ ground: RGBA) throws -> [String] {
      try #require(figure { _, _ in ground }).palette.entries.map(\.name).sorted()
    }
    #expect(try names(.clear) == names(.white))
  }

  @Test func aGradientIsOneGround() {
    let flags = check(figure { _, y in RGBA(UInt8(80 + y / 2), UInt8(140 + y / 4), 220) })
    #expect(flags.indices.filter { $0 != 3 }.map { flags[$0] } == [true, true, true, false, false])
  }

  @Test func aPatternIsGroundInAllItsColours() {
    let flags = check(
      figure { x, y in (x / 20 + y / 20) % 2 == 0 ? RGBA(170, 210, 255) : RGBA(255, 240, 160) })
    #expect(flags.indices.filter { $0 != 3 }.map { flags[$0] } == [true, true, true, false, false])
  }

  @Test func whiteClothesOnWhiteAreFigure() throws {
    var canvas = PaintedReference(100, 120, .white)
    canvas.outlined(20...80, 20...100, .white)
    let map = try canvas.read().map
    #expect(map[map.labels[5, 5]].isBackground)
    #expect(!map[map.labels[50, 60]].isBackground)
  }
}

@Suite struct RegionMapStatistics {
  @Test func eachRegionIsMeasuredFromItsLabels() throws {
    let labels = Plane<UInt16>(
      width: 5, height: 3, elements: [1, 1, 1, 2, 2, 1, 1, 1, 2, 2, 1, 1, 1, 2, 2])
    let map = try RegionMap(
      labels: labels, isBackground: [true, false], work: Work(threads: 1))
    #expect(map.regions.map(\.area) == [9, 6])
    #expect(map.regions[0].box == Box(x: 0, y: 0, width: 3, height: 3))
    #expect(map.regions[1].centroid == (3.5, 1))
    #expect(map.regions[0].inside == Point(1, 1))
    #expect(map.regions[0].insideRadius == 2)
    #expect(map.regions.map(\.isBackground) == [true, false])
  }
}
