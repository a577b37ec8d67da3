import Raster
import Regions
import Synchronization
import TestSupport
import Testing

@testable import Coloring

@Suite struct ColoringTests {
  private func inputs(
    _ drawing: Image = SmallPictures.line, _ change: (inout ColoringInputs) -> Void = { _ in }
  ) -> ColoringInputs {
    var inputs = ColoringInputs(drawing: drawing, references: [SmallPictures.reference])
    inputs.settings.shading = .none
    change(&inputs)
    return inputs
  }

  private func run(_ inputs: ColoringInputs) throws -> ColoringResult {
    try Coloring.run(inputs, cache: MemoryCache(), work: Work(threads: 2))
  }

  @Test func flatsHaveTheReferencesColours() throws {
    let image = try run(inputs()).image
    #expect(image[SmallPictures.face] == SmallPictures.skin)
    #expect(image[SmallPictures.body] == SmallPictures.coat)
    #expect(image[SmallPictures.outside] == .clear)
  }

  @Test func nothingInsideTheFigureStaysUnpainted() throws {
    let image = try run(inputs()).image
    for y in 6..<66 {
      for x in 18..<78 { #expect(image[x, y].a == 255) }
    }
  }

  @Test func theResultDoesNotDependOnThreads() throws {
    let settings = inputs { $0.settings.shading = .reference }
    let images = try [1, 2, 5].map { threads in
      try Coloring.run(settings, cache: MemoryCache(), work: Work(threads: threads)).image
    }
    #expect(images[0] == images[1])
    #expect(images[0] == images[2])
  }

  @Test(
    arguments: [
      ("nothing", []), ("a cut", [.regions, .matches, .flats, .shading, .layers]),
      ("a pin", [.flats, .shading, .layers]), ("a colour", [.flats, .shading, .layers]),
      ("a label", [.flats, .shading, .layers]),
      ("a label of a reference", [.flats, .shading, .layers]),
      ("a palette edit", [.flats, .shading, .layers]), ("shading", [.shading, .layers]),
      ("tint", [.layers]), ("the gap", [.regions, .matches, .flats, .shading, .layers]),
      ("the drawing", [.lineArt, .regions, .matches, .flats, .shading, .layers]),
      ("the reference", [.reference, .matches, .flats, .shading, .layers]),
    ] as [(String, [StageKind])])
  func aChangeRecomputesOnlyWhatFollowsFromIt(change: String, stages: [StageKind]) throws {
    let cache = NotingCache()
    _ = try Coloring.run(inputs(), cache: cache, work: Work(threads: 1))
    #expect(cache.computed == Engine.classical.stages)
    let body = RegionName(inside: SmallPictures.body)
    let changed = inputs { inputs in
      switch change {
      case "a cut":
        inputs.corrections.regions.cuts = [Cut(points: [Point(40, 30), Point(40, 66)])]
      case "a pin":
        inputs.corrections.pins = [
          Pin(region: body, reference: 0, counterpart: RegionName(inside: SmallPictures.face))
        ]
      case "a colour":
        inputs.corrections.colours = [ColourChoice(region: body, entry: "no such entry")]
      case "a label": inputs.corrections.labels = [PartLabel(region: body, part: "hair")]
      case "a label of a reference":
        inputs.referenceLabels = [[PartLabel(region: body, part: "hair")]]
      case "a palette edit": inputs.settings.paletteEdits = [.remove("no such entry")]
      case "shading": inputs.settings.shading = .reference
      case "tint": inputs.settings.lines = .tint
      case "the gap": inputs.settings.gap = 3
      case "the drawing": inputs.drawing[3, 3] = RGBA(250, 250, 250)
      case "the reference":
        var reference = SmallPictures.reference
        reference[3, 3] = RGBA(250, 250, 250)
        inputs.references = [.pixels(reference)]
      default: break
      }
    }
    _ = try Coloring.run(changed, cache: cache, work: Work(threads: 1))
    #expect(cache.computed == stages)
  }

  /// Where the reference shows its ground at the place of a region, the region is painted all the same.
  @Test func theFigureIsPaintedWhereTheReferenceHasGround() throws {
    var reference = SmallPictures.reference
    for y in 12..<30 {
      for x in 0..<60 { reference[x, y] = .white }
    }
    let result = try run(inputs { $0.references = [.pixels(reference)] })
    let figure = result.map.regions.filter { !$0.isBackground }
    #expect(figure.count == 2)
    for region in figure { #expect(result.flats[region.label].entry != nil) }
  }

  @Test func aPinDecidesTheColour() throws {
    let result = try run(
      inputs {
        $0.corrections.pins = [
          Pin(
            region: RegionName(inside: SmallPictures.face), reference: 0,
            counterpart: RegionName(inside: SmallPictures.body))
        ]
      })
    #expect(result.image[SmallPictures.face] == SmallPictures.coat)
    let label = try #require(result.map.resolve(RegionName(inside: SmallPictures.face)))
    #expect(result.matches[label].origin == .pinned)
  }

  @Test func aChosenColourWinsOverAPin() throws {
    let face = RegionName(inside: SmallPictures.face)
    let plain = try run(inputs())
    let body = try #require(plain.map.resolve(RegionName(inside: SmallPictures.body)))
    let coat = plain.palette.entries[try #require(plain.flats[body].entry)].name
    let result = try run(
      inputs {
        $0.corrections.pins = [Pin(region: face, reference: 0, counterpart: face)]
        $0.corrections.colours = [ColourChoice(region: face, entry: coat)]
      })
    #expect(result.image[SmallPictures.face] == SmallPictures.coat)
  }

  @Test func correctionsThatFindNoPlaceAreListed() throws {
    let nowhere = RegionName(inside: Point(5000, 1))
    let result = try run(
      inputs {
        $0.corrections.colours = [ColourChoice(region: nowhere, entry: "hair")]
        $0.corrections.labels = [PartLabel(region: nowhere, part: "hair")]
        $0.corrections.pins = [Pin(region: nowhere, reference: 0, counterpart: nowhere)]
        $0.corrections.unlinks = [nowhere]
      })
    #expect(result.orphans.colours.count == 1)
    #expect(result.orphans.labels.count == 1)
    #expect(result.orphans.pins.count == 1)
    #expect(result.orphans.unlinks == [nowhere])
  }

  @Test func aPaletteReplacesTheReferences() throws {
    let red = RGBA(200, 10, 20)
    let result = try run(
      inputs {
        $0.settings.palette = Palette(
          entries: [PaletteEntry(name: "red", base: red, shadow: red, highlight: red)])
      })
    #expect(result.image[SmallPictures.face] == red)
    #expect(result.image[SmallPictures.body] == red)
  }

  @Test func backgrounds() throws {
    let blue = RGBA(1, 2, 250)
    for (background, colour) in [
      (ColoringSettings.Background.none, RGBA.clear), (.colour(blue), blue), (.reference, .white),
    ] {
      let image = try run(inputs { $0.settings.background = background }).image
      #expect(image[SmallPictures.outside] == colour)
    }
  }

  @Test func progressTellsEveryStageOnceDone() throws {
    let done = Mutex<[StageKind]>([])
    let previews = Mutex<[Image]>([])
    _ = try Coloring.run(inputs(), cache: MemoryCache(), work: Work(threads: 1)) { progress in
      if progress.share == 1 { done.withLock { $0.append(progress.stage) } }
      if let preview = progress.preview { previews.withLock { $0.append(preview(32)) } }
    }
    #expect(done.withLock { $0 } == Engine.classical.stages)
    let preview = try #require(previews.withLock { $0.first })
    #expect(preview.width == 32 && preview.height == 24)
    #expect(preview.elements.contains(SmallPictures.skin))
  }

  @Test func cancellationEndsTheRun() {
    let asked = Atomic<Int>(0)
    let work = Work(threads: 1, isCancelled: { asked.add(1, ordering: .relaxed).newValue > 12 })
    #expect(throws: Cancelled.self) {
      try Coloring.run(inputs(), cache: MemoryCache(), work: work)
    }
  }

  @Test func aGreyReferenceWarns() throws {
    let grey = SmallPictures.reference.map { pixel in RGBA(pixel.g, pixel.g, pixel.g) }
    let result = try run(inputs { $0.references = [.pixels(grey)] })
    #expect(result.warnings.contains { $0.source == .reference(0) })
  }
}
