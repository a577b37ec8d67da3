import Raster
import Regions
import Testing

@testable import Characters

/// What holds for every sample, drawn small.
@Suite struct SampleTests {
  private static let pages: [(String, Character, SamplePage)] = Sample.all.flatMap { sample in
    ([sample.reference] + sample.pages).map { page in
      var small = page
      small = SamplePage(
        name: page.name, pose: page.pose, style: thinned(page.style), width: page.width,
        height: page.height)
      return ("\(sample.character.name) \(page.name)", sample.character, small)
    }
  }

  private static func thinned(_ style: LineStyle) -> LineStyle {
    var style = style
    style.width = 1.4
    style.wobble = min(style.wobble, 0.3)
    return style
  }

  @Test func everyCharacterHasAReferenceAndTwoPages() {
    #expect(Sample.all.count >= 4)
    #expect(Sample.all.allSatisfy { $0.pages.count >= 2 })
    let styles = Sample.all.flatMap(\.pages).map(\.style)
    #expect(styles.contains { $0.gaps != nil })
    #expect(styles.contains { $0.grain > 0 })
    #expect(styles.contains { $0.hasTraceLines })
  }

  @Test func swatchesBelongToStandardParts() {
    let parts = Set(Part.standard.map(\.id))
    for sample in Sample.all {
      let swatches = sample.character.swatches
      #expect(swatches.first?.part == "background")
      #expect(swatches.allSatisfy { parts.contains($0.part) })
      #expect(Set(swatches.map(\.name)).count == swatches.count)
    }
  }

  @Test(arguments: pages.indices)
  func regionsAgreeWithShapesAndLeakNowhere(index: Int) {
    let (name, character, page) = Self.pages[index]
    let drawing = page.drawing(of: character, scale: 0.22)
    let truth = drawing.truth(style: page.style, seed: page.seed(for: character))
    #expect(truth.regions.count > 25, "\(name)")
    #expect(truth.leaks <= 40, "\(name)")
    #expect(truth.labels.elements.allSatisfy { $0 >= 1 && Int($0) <= truth.regions.count })
    #expect(truth.labels[1, 1] == 1 && truth.regions[0].part == "background")
    let parts = Dictionary(
      uniqueKeysWithValues: character.swatches.map { ($0.name, $0.part) })
    #expect(truth.regions.allSatisfy { parts[$0.swatch] == $0.part })
  }

  /// One page of each style: gaps, pencil, trace lines, a clean pen.
  @Test(arguments: [2, 4, 7, 10])
  func inkLiesOnTheIdealLines(index: Int) {
    let (name, character, page) = Self.pages[index]
    let drawing = page.drawing(of: character, scale: 0.16)
    let seed = page.seed(for: character)
    let picture = drawing.lineArt(style: page.style, seed: seed)
    let lines = drawing.truth(style: page.style, seed: seed).lines
    var stray = 0
    var ink = 0
    for y in 2..<picture.height - 2 {
      for x in 2..<picture.width - 2 where picture[x, y].g < 160 {
        ink += 1
        let isNear = (-2...2).contains { dy in (-2...2).contains { lines[x + $0, y + dy] != 0 } }
        if !isNear { stray += 1 }
      }
    }
    #expect(ink > 300 && stray == 0, "\(name): \(stray) of \(ink) pixels of ink stray")
  }

  @Test func drawingTwiceGivesTheSamePictures() {
    let (_, character, page) = Self.pages[1]
    func draw() -> (Image, Image, Plane<UInt16>) {
      let drawing = page.drawing(of: character, scale: 0.15)
      let seed = page.seed(for: character)
      return (
        drawing.lineArt(style: .pencil(2), seed: seed),
        drawing.coloured(shading: .soft, style: page.style, seed: seed),
        drawing.truth(style: page.style, seed: seed).labels
      )
    }
    let first = draw()
    let second = draw()
    #expect(first.0 == second.0 && first.1 == second.1 && first.2 == second.2)
  }

  @Test func flatColoursAreThePalettesOwn() {
    let (_, character, page) = Self.pages[0]
    let drawing = page.drawing(of: character, scale: 0.2)
    let seed = page.seed(for: character)
    let flat = drawing.coloured(shading: .flat, style: nil, seed: seed)
    let truth = drawing.truth(style: page.style, seed: seed)
    let bases = Dictionary(
      uniqueKeysWithValues: character.swatches.map { ($0.name, $0.base) })
    var agreeing = 0
    var paper = 0
    for (place, label) in truth.labels.elements.enumerated() where truth.lines.elements[place] == 0
    {
      paper += 1
      if flat.elements[place] == bases[truth[label].swatch] { agreeing += 1 }
    }
    #expect(Double(agreeing) > 0.99 * Double(paper))
  }

  @Test func counterpartsShowTheSameThing() throws {
    let sample = Sample.all[0]
    func truth(_ page: SamplePage) -> Truth {
      page.drawing(of: sample.character, scale: 0.3)
        .truth(style: Self.thinned(page.style), seed: page.seed(for: sample.character))
    }
    let reference = truth(sample.reference)
    let table = TruthTable(truth(sample.pages[0]), reference: reference)
    for (region, counterpart) in zip(table.regions, table.counterparts) {
      guard let counterpart else { continue }
      #expect(reference[counterpart].swatch == region.swatch)
    }
    #expect(table.counterparts.count { $0 != nil } * 10 > table.counterparts.count * 8)
    #expect(table.text.split(separator: "\n").count == table.regions.count + 1)
  }
}
