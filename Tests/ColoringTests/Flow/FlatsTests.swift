import Raster
import Regions
import TestSupport
import Testing

@testable import Coloring

/// The flats ahead of the flow: with any decisions those that it gives.
@Suite struct FlatsTests {
  private static let rows = [
    "....................",
    "..#################.",
    "..#aaaa#hhhh#bbbbb#.",
    "..#aaaa#hhhh#bbbbb#.",
    "..#aaaa#hhhh#bbbbb#.",
    "..#aaaa#hhhh#bbbbb#.",
    "..#################.",
    "..#cccccccc#dddddd#.",
    "..#cccccccc#dddddd#.",
    "..#ccrccccc#dddddd#.",
    "..#ccrccccc#dddddd#.",
    "..#################.",
    "..#eee#....#fff#....",
    "..#####....#####....",
    "....................",
  ]
  private static let line = Image.letters(rows, scale: 8, ["r": RGBA(230, 30, 30)])
  private static let coats = [RGBA(40, 90, 160), RGBA(150, 40, 60)]
  private static let sheets = coats.map { coat in
    Image.letters(
      rows, scale: 8,
      [
        "a": RGBA(120, 70, 40), "b": RGBA(120, 70, 40), "h": RGBA(250, 220, 200), "c": coat,
        "r": coat, "d": RGBA(220, 200, 60), "e": RGBA(60, 50, 50), "f": RGBA(60, 50, 50),
      ])
  }
  private static let places = [
    Point(40, 30), Point(80, 30), Point(120, 30), Point(30, 70), Point(70, 70), Point(110, 70),
    Point(35, 100), Point(108, 100), Point(4, 4), Point(72, 104), Point(500, 500),
  ]
  private static let parts = ["hair", "skin", "cloth", "background", "iris"]
  private static let cache = MemoryCache(capacity: 8)

  private func inputs() throws -> ColoringInputs {
    let other = try ReferencePalette(
      of: .pixels(SmallPictures.reference), labels: [], cache: Self.cache, work: Work(threads: 2))
    return ColoringInputs(
      drawing: Self.line, references: Self.sheets, places: [0, 2], others: [other])
  }

  /// Decisions of every kind, those that find no place too.
  private func decide(
    _ inputs: inout ColoringInputs, _ names: [String], _ generator: inout some RandomNumberGenerator
  ) {
    func name() -> RegionName { RegionName(inside: Self.places.randomElement(using: &generator)!) }
    func part() -> String { Self.parts.randomElement(using: &generator)! }
    func some() -> Range<Int> { 0..<Int.random(in: 0...3, using: &generator) }
    let names = names + ["nothing"]
    func entry() -> String { names.randomElement(using: &generator)! }
    func colour() -> RGBA {
      let values = (0..<3).map { _ in UInt8.random(in: 0...255, using: &generator) }
      return RGBA(values[0], values[1], values[2])
    }
    inputs.corrections.labels = some().map { _ in PartLabel(region: name(), part: part()) }
    inputs.corrections.pins = some().map { _ in
      Pin(region: name(), reference: .random(in: 0...2, using: &generator), counterpart: name())
    }
    inputs.corrections.unlinks = some().map { _ in name() }
    inputs.corrections.colours = some().map { _ in ColourChoice(region: name(), entry: entry()) }
    inputs.referenceLabels = some().prefix(2).map { _ in
      some().map { _ in PartLabel(region: name(), part: part()) }
    }
    inputs.settings.paletteEdits = some().map { _ in
      switch Int.random(in: 0...2, using: &generator) {
      case 0: .add(PaletteEntry(name: "added", part: part(), base: colour()))
      case 1: .remove(entry())
      default: .change(entry(), to: PaletteEntry(part: part(), base: colour()))
      }
    }
  }

  @Test func aheadOfTheFlowFlatsAreThoseThatItGives() throws {
    var inputs = try inputs()
    inputs.settings.shading = .none
    let work = Work(threads: 2)
    let first = try Coloring.run(inputs, cache: Self.cache, work: work)
    var basis = first.basis
    var generator = SeededNumbers(seed: 7)
    var seen: Set<Flats> = []
    for round in 0..<60 {
      decide(&inputs, first.palette.entries.map(\.name), &generator)
      let decisions = FlatsDecisions(
        inputs.corrections, referenceLabels: inputs.referenceLabels, settings: inputs.settings)
      let ahead = basis.flats(decisions)
      let answer = try Coloring.run(inputs, cache: Self.cache, work: work)
      #expect(ahead == answer.flats, "round \(round): \(decisions)")
      seen.insert(ahead)
      // What was found with other decisions tells no less of the next.
      basis = answer.basis
    }
    #expect(seen.count > 50)
  }

  @Test func whatIsTriedIsLaidOverWhatWasDecided() throws {
    let result = try Coloring.run(inputs(), cache: Self.cache, work: Work(threads: 2))
    let decisions = FlatsDecisions(
      Corrections(), referenceLabels: [], settings: ColoringSettings())
    let new = PaletteEntry(name: "new", base: RGBA(1, 2, 3))
    let tried = result.basis.flats(
      decisions.adding(
        [.add(new)],
        colours: [ColourChoice(region: RegionName(inside: Point(80, 30)), entry: "new")]))
    let flat = tried[result.map.labels[Point(80, 30)]]
    #expect(flat.origin == .colour && flat.entry.map { tried.palette.entries[$0] } == new)
    #expect(tried.addedEntries == [tried.palette.entries.count - 1])
    #expect(result.basis.flats(decisions) == result.flats)
  }
}
