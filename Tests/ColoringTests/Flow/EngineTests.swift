import Networks
import Raster
import Regions
import Synchronization
import TestSupport
import Testing

@testable import Coloring

/// Sits in the seat of features: says how dark each pixel is, and counts what it is asked.
private final class Darkness: FeatureMaker {
  let asked = Mutex<[PictureDomain]>([])
  /// The last line art that it was shown.
  let lines = Mutex<Image?>(nil)

  func features(of picture: Image, domain: PictureDomain, work: Work) -> Features {
    asked.withLock { $0.append(domain) }
    if domain == .lines { lines.withLock { $0 = picture } }
    return Features(
      grids: [
        Features.Grid(left: 0, top: 0, width: picture.width, height: picture.height, cell: 1)
      ], channels: 1,
      values: picture.elements.map { Float(255 - $0.g) / 255 })
  }
}

/// Sits in the matcher's seat, matches by rules, and notes the features it is given.
private final class Onlooker: RegionMatcher {
  let seen = Mutex<[Features?]>([])
  private let rules = MatcherByRules()

  func describe(_ regions: DividedDrawing, lineArt: LineArt, features: Features?, work: Work) throws
    -> RegionDescriptors
  {
    seen.withLock { $0.append(features) }
    return try rules.describe(regions, lineArt: lineArt, features: features, work: work)
  }

  func describe(_ reference: Reference, image: Image, features: Features?, work: Work) throws
    -> RegionDescriptors
  {
    seen.withLock { $0.append(features) }
    return try rules.describe(reference, image: image, features: features, work: work)
  }

  func match(_ drawing: RegionDescriptors, with references: [RegionDescriptors], work: Work) throws
    -> Matches
  {
    try rules.match(drawing, with: references, work: work)
  }
}

@Suite struct EngineTests {
  @Test func theMatcherKnowsAsManyPartsAsThereAre() {
    #expect(MatcherNetwork.parts == Part.standard.count)
  }

  private let inputs = ColoringInputs(
    drawing: SmallPictures.line, references: [SmallPictures.reference])
  private let work = Work(threads: 1)

  @Test func featuresAreMadeOfPixelsOnceWhateverTheGap() throws {
    let (maker, matcher, cache) = (Darkness(), Onlooker(), MemoryCache())
    var engine = Engine.classical
    engine.features = Occupant("darkness", version: 1, maker)
    engine.matcher = Occupant("onlooker", version: 1, matcher)
    for gap in [2.0, 3, 5, 9] {
      var inputs = inputs
      inputs.settings.gap = gap
      _ = try Coloring.run(inputs, engine: engine, cache: cache, work: work)
    }
    #expect(maker.asked.withLock { $0 } == [.colours, .lines])
    let seen = matcher.seen.withLock { $0 }
    // The reference once, the drawing for each of its divisions.
    #expect(seen.count == 5)
    #expect(seen.allSatisfy { $0?.grids[0].width == SmallPictures.line.width })
    #expect(seen.compactMap(\.self).contains { $0.values.max() == 1 })
  }

  /// A network has seen dark lines on white, and nothing of light ones on clear paper.
  @Test func lightLinesAreShownAsDarkOnes() throws {
    let maker = Darkness()
    var engine = Engine.classical
    engine.features = Occupant("darkness", version: 1, maker)
    var light = inputs
    light.drawing = SmallPictures.line.map { $0.g < 128 ? .white : .clear }
    _ = try Coloring.run(light, engine: engine, cache: MemoryCache(), work: work)
    let shown = try #require(maker.lines.withLock { $0 })
    for (pixel, own) in zip(shown.elements, SmallPictures.line.elements) {
      #expect(pixel.a == 255 && (own.g > 200 || pixel.g < 128))
    }
    #expect(shown.elements.contains { $0.g < 50 } && shown.elements.contains(.white))
  }

  @Test func anEngineTellsItsStages() throws {
    var engine = Engine.classical
    #expect(!engine.stages.contains(.features))
    engine.features = Occupant("darkness", version: 1, Darkness())
    #expect(engine.stages.contains(.features))
    let told = Mutex<[StageKind]>([])
    let last = Mutex(0.0)
    _ = try Coloring.run(inputs, engine: engine, cache: MemoryCache(), work: work) { progress in
      if progress.share == 1 { told.withLock { $0.append(progress.stage) } }
      last.withLock { before in
        #expect(progress.overall >= before)
        before = progress.overall
      }
    }
    #expect(Set(told.withLock { $0 }) == Set(engine.stages))
    #expect(abs(last.withLock { $0 } - 1) < 1e-9)
  }

  /// Another occupant, another version of one, other weights: what it had a hand in is made anew, all else is kept.
  @Test func whoSitsInASeatIsPartOfItsStagesKeys() throws {
    let others = [
      changed { $0.lines = Occupant("rules", version: 2, LineReaderByRules()) },
      changed { $0.matcher = Occupant("others", version: 1, MatcherByRules()) },
      changed {
        $0.matcher = Occupant(
          "rules", version: 1, weights: ContentKey(of: [1, 2, 3]), MatcherByRules())
      },
      changed { $0.texture = Occupant("rules", version: 2, TextureByReferenceLight()) },
    ]
    let cache = NotingCache()
    _ = try Coloring.run(inputs, cache: cache, work: work)
    _ = cache.computed
    let made = try others.map { engine in
      _ = try Coloring.run(inputs, engine: engine, cache: cache, work: work)
      return cache.computed
    }
    #expect(made[0] == [.lineArt, .regions, .matches, .flats, .shading, .layers])
    #expect(made[1] == [.reference, .matches, .flats, .shading, .layers])
    #expect(made[2] == made[1])
    #expect(made[3] == [.shading, .layers])
  }

  private func changed(_ change: (inout Engine) -> Void) -> Engine {
    var engine = Engine.classical
    change(&engine)
    return engine
  }
}
