internal import Raster
internal import Regions

/// A drawing as far as it knows nothing of its references.
struct ReadDrawing: Sendable {
  let lineArt: Keyed<LineArt>
  /// The pixels that layers need; made from the same as `lineArt`.
  let ink: Keyed<InkPaint>
  let features: Keyed<Features>?
  let regions: Keyed<DividedDrawing>
}

extension Flow {
  /// Reads the drawing and its references, and lets go of their pixels.
  ///
  /// - Parameter inputs: without pictures afterwards.
  func read(_ inputs: inout ColoringInputs, with engine: Engine) throws -> (
    ReadDrawing, [Keyed<ReadReference>]
  ) {
    let (settings, edits) = (inputs.settings, inputs.corrections.regions)
    if work.threads > 1, inputs.pixelCount <= Coloring.mostPixelsAtOnce {
      let (drawing, references) = (inputs.takeDrawing(), inputs.takeReferences())
      return try work.together(
        { try read(drawing, settings, edits, with: engine) },
        { try references.enumerated().map { try read($1, run: $0, with: engine) } })
    }
    var references = inputs.takeReferences()
    var readings: [Keyed<ReadReference>] = []
    while !references.isEmpty {
      readings.append(try read(references.removeFirst(), run: readings.count, with: engine))
    }
    return (try read(inputs.takeDrawing(), settings, edits, with: engine), readings)
  }

  /// Reads a drawing, and lets go of its pixels.
  func read(
    _ drawing: consuming Image, _ settings: ColoringSettings, _ edits: RegionEdits,
    with engine: Engine
  ) throws -> ReadDrawing {
    let (lineArt, ink, features) = try readPixels(
      drawing, coloursAreInk: settings.traceLines == .ink, with: engine)
    let regions = try product(
      RegionsStage(
        lineArt: lineArt, gap: settings.gap,
        features: settings.borders == .learned ? features : nil, edits: edits,
        traceColours: settings.traceColours))
    return ReadDrawing(lineArt: lineArt, ink: ink, features: features, regions: regions)
  }

  /// The products that are needed of a drawing's pixels, which nobody holds any more when this returns.
  private func readPixels(
    _ drawing: consuming Image, coloursAreInk: Bool, with engine: Engine
  ) throws -> (Keyed<LineArt>, Keyed<InkPaint>, Keyed<Features>?) {
    let picture = Keyed(picture: drawing)
    let lineArt = try product(
      LineArtStage(drawing: picture, coloursAreInk: coloursAreInk, reader: engine.lines))
    let features = try engine.features.map {
      try product(FeaturesStage(subject: .lines(lineArt), maker: $0))
    }
    let ink = try InkPaint(of: picture.value, lineArt.value, work: work)
    return (lineArt, Keyed(ink, key: lineArt.key), features)
  }

  /// - Parameter run: which of the flow's references it is.
  func read(_ reference: consuming ReferencePicture, run: Int, with engine: Engine) throws
    -> Keyed<ReadReference>
  {
    switch reference {
    case .pixels(let image):
      return try read(image, nil, run: run, with: engine)
    case .finished(let image, let division):
      return try read(image, division, run: run, with: engine)
    case .read(let known):
      tell(.reference, run: run, share: 1)
      return known.read
    }
  }

  private func read(
    _ reference: consuming Image, _ division: FinishedDivision?, run: Int, with engine: Engine
  ) throws -> Keyed<ReadReference> {
    let picture = Keyed(picture: reference)
    let features = try engine.features.map {
      try product(FeaturesStage(subject: .colours(picture), maker: $0), run: run + 1)
    }
    return try product(
      ReferenceStage(
        picture: picture, division: division.map(Keyed.init(division:)), features: features,
        matcher: engine.matcher), run: run)
  }
}

extension Engine {
  /// The number of runs of each stage for one drawing.
  func runs(references: Int, teller: PartTeller? = nil) -> [StageKind: Int] {
    var runs = Dictionary(uniqueKeysWithValues: stages.map { ($0, 1) })
    runs[.reference] = references
    if teller.map({ features?.isRead(by: $0) }) == true { runs[.parts] = 1 }
    if features != nil { runs[.features] = references + 1 }
    return runs
  }
}
