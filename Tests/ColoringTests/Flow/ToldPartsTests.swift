import Learning
import Networks
import Raster
import Regions
import Synchronization
import Tensors
import TestSupport
import Testing

@testable import Coloring

/// Sees two kinds of places, the upper and the lower ones of each picture, and takes everything for a prop.
private struct Halves: FeatureMaker {
  /// What it sees at every place that it sees anything at.
  var strength: Float = 1
  /// The sides of the cells, in pixels.
  private static let side = 4

  func features(of picture: Image, domain: PictureDomain, work: Work) -> Features {
    let (width, height) = (picture.width / Self.side, picture.height / Self.side)
    let prop = Part.standard.firstIndex { $0.id == "prop" }!
    let parts = Part.standard.indices.map { part in
      ((part == prop ? 0.7 : 0.3 / Float(Part.standard.count - 1)) * Features.partsShare)
        .squareRoot()
    }
    let own = strength * (1 - Features.partsShare).squareRoot()
    let values = (0..<width * height).flatMap { cell in
      let isUpper = cell / width * Self.side < SmallPictures.line.height / 2 - 4
      return [isUpper ? own : 0, isUpper ? 0 : own] + parts
    }
    return Features(
      grids: [
        Features.Grid(left: 0, top: 0, width: width, height: height, cell: Double(Self.side))
      ], channels: 2 + parts.count, parts: parts.count, values: values)
  }
}

@Suite("Parts as labelled drawings teach them") struct ToldPartsTests {
  private static let horn = Part(
    id: "horn", name: "horn", japanese: "角", letter: "N", hex: "#28f0f0")
  private let face = RegionName(inside: SmallPictures.face)
  private let body = RegionName(inside: SmallPictures.body)
  private let work = Work(threads: 1)
  private static let known = (Part.standard + [horn]).map(\.id)

  private static let engine = engine(weights: [1, 2])

  private static func engine(weights: [Int]) -> Engine {
    var engine = Engine.classical
    engine.features = Occupant("halves", version: 1, weights: ContentKey(of: weights), Halves())
    return engine
  }

  /// The labels of a drawing that teaches: its face is a horn, its coat is hair.
  private func labels(_ body: String? = "hair") -> [PartLabel] {
    [PartLabel(region: face, part: "horn")]
      + (body.map { [PartLabel(region: self.body, part: $0)] } ?? [])
  }

  private func teller(_ labels: [PartLabel]? = nil) throws -> PartTeller {
    var corrections = Corrections()
    corrections.labels = labels ?? self.labels()
    let lesson = try #require(
      try PartLesson(
        SmallPictures.line, corrections: corrections, settings: ColoringSettings(),
        engine: Self.engine, cache: MemoryCache(), work: work))
    return try #require(
      try PartTeller(taughtBy: [lesson], known: Self.known, engine: Self.engine, work: work))
  }

  private func run(
    _ teller: PartTeller?, engine: Engine = ToldPartsTests.engine, cache: some StageCache,
    _ change: (inout ColoringInputs) -> Void = { _ in }
  ) throws -> ColoringResult {
    var inputs = ColoringInputs(
      drawing: SmallPictures.line, references: [SmallPictures.reference])
    inputs.settings.ownParts = [Self.horn]
    inputs.teller = teller
    change(&inputs)
    return try Coloring.run(inputs, engine: engine, cache: cache, work: work)
  }

  private func parts(_ result: ColoringResult) throws -> [RegionPart?] {
    try [face, body].map { result.parts[try #require(result.map.resolve($0))] }
  }

  @Test("Regions that nobody labelled follow, with parts of the project's own too")
  func follow() throws {
    let cache = MemoryCache()
    #expect(
      try parts(run(nil, cache: cache))
        == [RegionPart("prop", .seen), RegionPart("prop", .seen)])
    #expect(
      try parts(run(teller(), cache: cache))
        == [RegionPart("horn", .taught), RegionPart("hair", .taught)])
  }

  @Test("What nobody labelled stays what the network takes it for")
  func unlabelled() throws {
    let found = try parts(run(teller(labels(nil)), cache: MemoryCache()))
    #expect(found.map(\.?.part) == ["horn", "prop"])
  }

  @Test("A label by hand wins, and no paint changes")
  func hand() throws {
    let (cache, teller) = (MemoryCache(), try teller())
    let before = try run(nil, cache: cache)
    let after = try run(teller, cache: cache) {
      $0.corrections.labels = [PartLabel(region: face, part: "skin")]
    }
    #expect(try parts(after) == [RegionPart("skin", .label), RegionPart("hair", .taught)])
    #expect(after.image == before.image)
  }

  @Test("Another teller makes parts and flats anew, and nothing before them")
  func key() throws {
    let cache = NotingCache()
    let (first, second) = (try teller(), try teller(labels("mouth")))
    #expect(first.key != second.key)
    #expect(try teller().key == first.key, "the same labels teach the same")
    _ = try run(nil, cache: cache)
    _ = cache.computed
    _ = try run(first, cache: cache)
    #expect(cache.computed == [.parts, .flats, .shading, .layers])
    _ = try run(second, cache: cache)
    #expect(cache.computed == [.parts, .flats, .shading, .layers])
    _ = try run(first, cache: cache)
    #expect(cache.computed.isEmpty)
  }

  @Test("A part that the project has no more is not told")
  func removed() throws {
    let found = try parts(run(teller(), cache: MemoryCache()) { $0.settings.ownParts = [] })
    #expect(found == [RegionPart("prop", .seen), RegionPart("hair", .taught)])
  }

  @Test("What was learned on one network says nothing on another, or on none")
  func otherNetwork() throws {
    let teller = try teller()
    let other = try run(teller, engine: Self.engine(weights: [3]), cache: MemoryCache())
    #expect(try parts(other).allSatisfy { $0?.origin != .taught })
    let alone = try run(teller, engine: .classical, cache: MemoryCache())
    #expect(try parts(alone).allSatisfy { $0?.origin != .taught })
  }

  @Test("A reference teaches as a drawing does")
  func reference() throws {
    let reading = try ReferenceReading(
      .pixels(SmallPictures.reference), engine: Self.engine, cache: MemoryCache(), work: work)
    let lesson = try #require(PartLesson(reading, labels: labels()))
    #expect(lesson.said == ["horn", "hair"])
    let teller = try #require(
      try PartTeller(taughtBy: [lesson], known: Self.known, engine: Self.engine, work: work))
    #expect(try parts(run(teller, cache: MemoryCache())).map(\.?.part) == ["horn", "hair"])
  }

  @Test("A teller is read as it was written; what is damaged, or no number, is refused")
  func file() throws {
    let teller = try teller()
    let again = try PartTeller(decoding: teller.bytes, named: "a")
    #expect(again.key == teller.key && again.parts == teller.parts)
    #expect(
      try parts(run(again, cache: MemoryCache())) == parts(run(teller, cache: MemoryCache())))
    #expect(throws: BrokenTeller.self) {
      try PartTeller(decoding: teller.bytes.dropLast(4), named: "a")
    }
    var file = try SafeTensors(decoding: teller.bytes, named: "a")
    let name = try #require(file.tensors.keys.sorted().first)
    let shape = file.tensors[name]!.shape
    file.tensors[name] = Tensor(
      [Float](repeating: .nan, count: shape.reduce(1, *)), shape)
    #expect(throws: BrokenTeller.self) { try PartTeller(decoding: file.encoded(), named: "a") }
    file = try SafeTensors(decoding: teller.bytes, named: "a")
    file.metadata["parts"] = "999999999"
    #expect(throws: BrokenTeller.self) { try PartTeller(decoding: file.encoded(), named: "a") }
    file.metadata = [:]
    #expect(throws: BrokenTeller.self) { try PartTeller(decoding: file.encoded(), named: "a") }
  }

  @Test("Where numbers that are none are seen, nothing is learned")
  func noNumbers() throws {
    var engine = Self.engine
    engine.features = Occupant(
      "none", version: 1, weights: ContentKey(of: [4]), Halves(strength: .nan))
    var corrections = Corrections()
    corrections.labels = labels()
    let lesson = try #require(
      try PartLesson(
        SmallPictures.line, corrections: corrections, settings: ColoringSettings(),
        engine: engine, cache: MemoryCache(), work: work))
    #expect(
      try PartTeller(taughtBy: [lesson], known: Self.known, engine: engine, work: work) == nil)
  }

  @Test("Learning ends when it is told to")
  func cancelled() throws {
    var corrections = Corrections()
    corrections.labels = labels()
    let lesson = try #require(
      try PartLesson(
        SmallPictures.line, corrections: corrections, settings: ColoringSettings(),
        engine: Self.engine, cache: MemoryCache(), work: work))
    #expect(throws: Cancelled.self) {
      try PartTeller(
        taughtBy: [lesson], known: Self.known, engine: Self.engine,
        work: Work(threads: 1, isCancelled: { true }))
    }
  }
}
