internal import Raster
internal import Regions

/// A drawing as far as it knows nothing of its references.
struct ReadDrawing: Sendable {
  let lineArt: Keyed<LineArt>
  /// What layers need of its pixels; made from the same as `lineArt`.
  let ink: Keyed<InkPaint>
  let features: Keyed<Features>?
  let regions: Keyed<DividedDrawing>
}

extension Flow {
  /// Up to so many pixels of all pictures the drawing and its references are read at once, which takes the memory of
  /// both; larger ones one after the other.
  private static var mostPixelsAtOnce: Int { 24_000_000 }

  /// Reads the drawing and its references, and lets go of their pixels.
  ///
  /// - Parameter inputs: without pictures afterwards.
  func read(_ inputs: inout ColoringInputs, with engine: Engine) throws -> (
    ReadDrawing, [Keyed<ReadReference>]
  ) {
    var pictures = inputs.takePictures()
    let (settings, edits) = (inputs.settings, inputs.corrections.regions)
    if work.threads > 1, pictures.reduce(0, { $0 + $1.elements.count }) <= Self.mostPixelsAtOnce {
      let all = pictures
      return try work.together(
        { try read(all[0], settings, edits, with: engine) },
        { try all.dropFirst().enumerated().map { try read($1, run: $0, with: engine) } })
    }
    let drawing = try read(pictures.removeFirst(), settings, edits, with: engine)
    var references: [Keyed<ReadReference>] = []
    while !pictures.isEmpty {
      references.append(try read(pictures.removeFirst(), run: references.count, with: engine))
    }
    return (drawing, references)
  }

  private func read(
    _ drawing: consuming Image, _ settings: ColoringSettings, _ edits: RegionEdits,
    with engine: Engine
  ) throws -> ReadDrawing {
    let picture = Keyed(picture: drawing)
    let lineArt = try product(LineArtStage(drawing: picture, reader: engine.lines))
    let features = try engine.features.map {
      try product(FeaturesStage(picture: picture, domain: .lines, maker: $0))
    }
    let ink = Keyed(
      try InkPaint(of: picture.value, lineArt.value, work: work), key: lineArt.key)
    let regions = try product(RegionsStage(lineArt: lineArt, gap: settings.gap, edits: edits))
    return ReadDrawing(
      lineArt: lineArt, ink: ink, features: features, regions: regions)
  }

  /// - Parameter run: which of the flow's references it is.
  func read(_ reference: consuming Image, run: Int = 0, with engine: Engine) throws
    -> Keyed<ReadReference>
  {
    let picture = Keyed(picture: reference)
    let features = try engine.features.map {
      try product(FeaturesStage(picture: picture, domain: .colours, maker: $0), run: run + 1)
    }
    return try product(
      ReferenceStage(picture: picture, features: features, matcher: engine.matcher), run: run)
  }
}

extension Engine {
  /// How often each stage runs for one drawing.
  func runs(references: Int) -> [StageKind: Int] {
    var runs = Dictionary(uniqueKeysWithValues: stages.map { ($0, 1) })
    runs[.reference] = references
    if features != nil { runs[.features] = references + 1 }
    return runs
  }
}
