import Characters
import Raster
import Regions
import TestSupport
import Testing

@testable import Coloring

/// Shadows and lights of a cel sheet are tones of their colours, wherever ink parts them, and one change recolours all.
@Suite(.byEachEngine) struct CelToneTests {
  private static let jacket = RGBA(60, 90, 170)
  private static let shade = RGBA(36, 54, 112)
  private static let trousers = RGBA(120, 120, 70)

  /// A jacket with a shadow on it, a sleeve wholly in that shadow beyond a line, trousers, and a long scarf of the shadow's colour
  /// that touches nothing of it.
  private func sheet(scarf: RGBA = Self.shade, sleeve: RGBA = Self.shade) -> Image {
    var image = Image(width: 220, height: 240, repeating: .white)
    func box(_ x: ClosedRange<Int>, _ y: ClosedRange<Int>, _ colour: RGBA) {
      for row in y { for column in x { image[column, row] = colour } }
    }
    func outlined(_ x: ClosedRange<Int>, _ y: ClosedRange<Int>, _ colour: RGBA) {
      box(x, y, .black)
      box(x.lowerBound + 3...x.upperBound - 3, y.lowerBound + 3...y.upperBound - 3, colour)
    }
    outlined(60...140, 60...140, Self.jacket)
    box(110...137, 63...137, Self.shade)
    outlined(138...165, 60...120, sleeve)
    outlined(60...140, 138...200, Self.trousers)
    outlined(10...40, 10...130, scarf)
    return image
  }

  private func entry(_ x: Int, _ y: Int, _ reference: Reference) -> PaletteEntry {
    reference.palette.entries[reference.entries[reference.map.labels[x, y]]]
  }

  @Test func aPieceThatLiesInShadowHasTheColourThatItIsTheShadowOf() throws {
    let reference = try Reference(sheet(), work: Work(threads: 2))
    #expect(entry(80, 100, reference) == entry(150, 90, reference))
    #expect(entry(150, 90, reference).base == Self.jacket)
    #expect(entry(150, 90, reference).shadow == Self.shade)
    #expect(entry(100, 170, reference).base == Self.trousers)
    // The same colour elsewhere is a colour.
    #expect(entry(25, 100, reference).base == Self.shade)
  }

  @Test func anotherDarkPieceBesideItKeepsItsOwn() throws {
    for other in [RGBA(40, 44, 60), RGBA(110, 40, 40), RGBA(30, 80, 60)] {
      let reference = try Reference(sheet(sleeve: other), work: Work(threads: 2))
      #expect(entry(150, 90, reference).base == other)
    }
  }

  @Test func theWholeJacketFollowsOneChange() throws {
    let green = RGBA(40, 150, 70)
    var line = sheet()
    line.elements = line.elements.map { $0 == .black ? .black : .white }
    var inputs = ColoringInputs(drawing: line, references: [sheet()])
    inputs.settings.shading = .none
    let found = try Reference(sheet(), work: Work(threads: 2))
    var changed = entry(80, 100, found)
    changed.base = green
    inputs.settings.paletteEdits = [.change(changed.name, to: changed)]
    let image = try Situation.coloured(inputs).image
    #expect(image[80, 100] == green && image[125, 100] == green && image[150, 90] == green)
    #expect(image[100, 170] == Self.trousers)
  }

  /// Every character, drawn as a cel sheet.
  @Test(arguments: Sample.all.indices)
  func noToneOfACelSheetIsAColourOfItsOwn(number: Int) throws {
    let sample = Sample.all[number]
    let image = sample.reference.drawing(of: sample.character, scale: 0.6).coloured(
      shading: .cel, style: .digital(2.4), seed: sample.reference.seed(for: sample.character))
    let reference = try Reference(image, work: Work(threads: 2))
    func isNear(_ a: RGBA, _ b: RGBA) -> Bool {
      Oklab(a).squaredDistance(to: Oklab(b)) <= 0.012 * 0.012
    }
    let entries = reference.palette.entries
    var areas = entries.map { _ in 0 }
    for region in reference.map.regions where !region.isBackground {
      areas[reference.entries[region.label]] += region.area
    }
    // What of a swatch's tones is of another entry than most of them.
    let strays = sample.character.swatches.flatMap { swatch in
      let tones = [swatch.base, swatch.shadow, swatch.highlight]
      let own = entries.indices.filter { place in
        tones.contains { isNear($0, entries[place].base) }
          && !sample.character.swatches.contains {
            $0 != swatch && isNear($0.base, entries[place].base)
          }
      }
      let most = own.max { areas[$0] < areas[$1] }
      return own.filter { $0 != most }
    }
    let area = Set(strays).reduce(0) { $0 + areas[$1] }
    let figure = reference.map.regions.reduce(0) { $0 + ($1.isBackground ? 0 : $1.area) }
    #expect(
      Double(area) < 0.005 * Double(figure),
      "\(sample.character.name): \(strays.map { "\(entries[$0].name) \(entries[$0].base)" }), \(area) of \(figure)"
    )
  }

  /// Its gold touches the staff's wood, and that a hand's skin, over a few pixels without ink.
  @Test func noColourOfASampleIsTheToneOfAnother() throws {
    let sample = try #require(Sample.all.first { $0.character.name == "rowan" })
    let image = sample.reference.drawing(of: sample.character).coloured(
      shading: sample.shading, style: sample.reference.style,
      seed: sample.reference.seed(for: sample.character))
    let entries = try Reference(image, work: Work(threads: 2)).palette.entries
    for swatch in sample.character.swatches {
      let painted = image.elements.count { $0 == swatch.base }
      if painted * 500 < image.elements.count { continue }
      #expect(
        entries.contains { Oklab($0.base).squaredDistance(to: Oklab(swatch.base)) < 0.0002 },
        "\(swatch) on \(painted) pixels")
    }
  }
}
