import Characters
import Raster
import Regions
import Testing

@testable import Coloring

/// The whole way from line drawing to colours on a small drawing whose truth is known.
///
/// Thresholds lie a little below what is reached: they hold the ground that was won. `benchmarks samples` measures
/// at full size.
@Suite struct SampleColoringTests {
  @Test func everyPixelOfTheFigureIsPainted() throws {
    let result = try ColoredSample.perfectlyMatched.get().result
    let unpainted = zip(result.image.elements, result.map.labels.elements)
      .count { pixel, label in result.flats[label].origin != .background && pixel.a != 255 }
    #expect(unpainted == 0)
  }

  @Test func openPaperHoldsExactPaletteValues() throws {
    let sample = try ColoredSample.perfectlyMatched.get()
    let (result, palette) = (sample.result, sample.result.palette)
    let strays = sample.line.elements.indices.count { index in
      let entry = result.flats[result.map.labels.elements[index]].entry
      return sample.line.elements[index] == .white
        && result.image.elements[index] != entry.map { palette.entries[$0].base } ?? .clear
    }
    #expect(strays == 0)
  }

  /// What regions, palette and flats lose of the truth when every region has its true counterpart.
  @Test func aPerfectMatchGivesTheTrueColours() throws {
    let sample = try ColoredSample.perfectlyMatched.get()
    #expect(sample.groundOverlap > 0.98)
    #expect(sample.rightShare > 0.93)
  }

  @Test func theMatchGivesMostOfTheTrueColours() throws {
    let sample = try ColoredSample(isPerfect: false)
    #expect(sample.groundOverlap > 0.98)
    #expect(sample.rightShare > 0.7)
  }
}

/// One of the samples drawn small, and coloured flat from its reference.
private struct ColoredSample {
  let character: Characters.Character
  let line: Image
  let truth: Truth
  let result: ColoringResult

  /// Coloured once for all tests.
  static let perfectlyMatched = Result { try ColoredSample(isPerfect: true) }

  /// - Parameter isPerfect: whether the matcher is.
  init(isPerfect: Bool) throws {
    let scale = 0.2
    let style = LineStyle.digital(1.4)
    let sample = Sample.all[0]
    let page = sample.pages[0]
    let seed = page.seed(for: sample.character)
    let drawing = page.drawing(of: sample.character, scale: scale)
    let coloured = sample.reference.drawing(of: sample.character, scale: scale)
    let referenceSeed = sample.reference.seed(for: sample.character)
    character = sample.character
    line = drawing.lineArt(style: style, seed: seed)
    truth = drawing.truth(style: style, seed: seed)
    var inputs = ColoringInputs(
      drawing: line,
      references: [coloured.coloured(shading: sample.shading, style: style, seed: referenceSeed)])
    inputs.settings.shading = .none
    let work = Work(threads: 2)
    var engine = Engine.classical
    if isPerfect {
      let matcher = PerfectMatcher(
        drawing: truth, reference: coloured.truth(style: style, seed: referenceSeed))
      engine.matcher = Occupant("truth", version: 1, matcher)
    }
    result = try Coloring.run(inputs, engine: engine, cache: MemoryCache(), work: work)
  }

  /// The pixels of the true and the found ground over those of either.
  var groundOverlap: Double {
    let grounds = zip(truth.labels.elements, result.map.labels.elements).map { label, found in
      (
        truth[label].part == "background",
        result.flats[found].origin == .background
      )
    }
    return Double(grounds.count { $0 && $1 }) / Double(grounds.count { $0 || $1 })
  }

  /// The share of the figure whose paint is nearer to its true colour, or one that looks the same, than to any
  /// other of the character's.
  var rightShare: Double {
    let colours = character.swatches.dropFirst().map { CIELab($0.base) }
    let swatches = character.swatches.dropFirst().map(\.name)
    let nearest = result.palette.entries.map { entry in
      let paint = CIELab(entry.base)
      return colours.min { $0.difference(to: paint) < $1.difference(to: paint) } ?? paint
    }
    // For each of the palette's entries the swatches that it stands for.
    let standsFor = nearest.map { found in
      Set(zip(swatches, colours).filter { $0.1.difference(to: found) <= 3 }.map(\.0))
    }
    let figure = zip(truth.labels.elements, result.map.labels.elements)
      .map { (truth[$0], $1) }.filter { $0.0.part != "background" }
    let right = figure.count { region, label in
      result.flats[label].entry.map { standsFor[$0].contains(region.swatch) } ?? false
    }
    return Double(right) / Double(figure.count)
  }
}

/// Sits in the matcher's seat: every region's counterpart is the reference's largest of the same true colour.
private struct PerfectMatcher: RegionMatcher {
  private let drawing: Truth
  private let reference: Truth
  private let rules = MatcherByRules()

  init(drawing: Truth, reference: Truth) {
    self.drawing = drawing
    self.reference = reference
  }

  func describe(_ regions: DividedDrawing, lineArt: LineArt, features: Features?, work: Work) throws
    -> RegionDescriptors
  {
    try rules.describe(regions, lineArt: lineArt, features: features, work: work)
  }

  func describe(_ reference: Reference, image: Image, features: Features?, work: Work) throws
    -> RegionDescriptors
  {
    try rules.describe(reference, image: image, features: features, work: work)
  }

  func match(_ drawing: RegionDescriptors, with references: [RegionDescriptors], work: Work)
    -> Matches
  {
    let counterparts = references[0].map
    let swatches = Self.swatches(of: counterparts, in: reference)
    let own = Self.swatches(of: drawing.map, in: self.drawing)
    let matches = RegionTable(drawing.map) { region in
      let counterpart = counterparts.regions.filter { swatches[$0.label] == own[region.label] }
        .max { $0.area < $1.area }
      let candidate = counterpart.map {
        Candidate(reference: 0, label: $0.label, score: 1, reasons: [:])
      }
      return Match(
        label: region.label, origin: candidate == nil ? .unmatched : .automatic,
        chosen: candidate, candidates: candidate.map { [$0] } ?? [], confidence: 1)
    }
    return Matches(
      matches: matches, groundShares: matches.mapValues { _ in 0 },
      traits: matches.mapValues { _ in .none },
      outside: matches.mapValues { _ in 0 }, owners: matches.mapValues { _ in nil }, figures: [])
  }

  /// The true colour of most of each region.
  private static func swatches(of map: RegionMap, in truth: Truth) -> RegionTable<String> {
    var counts = RegionTable(map) { _ in [String: Int]() }
    for (label, region) in zip(map.labels.elements, truth.labels.elements) {
      counts[label][truth[region].swatch, default: 0] += 1
    }
    return counts.mapValues { counts in
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }
  }
}
