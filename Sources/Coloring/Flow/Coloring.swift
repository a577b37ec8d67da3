public import Raster
public import Regions

// The flow from a drawing and its references to a coloured picture: `Coloring.run` is all of it.
//
//     stage       made from                                          corrections that it reads
//     lineArt     the drawing
//     features    pixels, where the engine makes any
//     regions     lineArt, gap, trace colours                        cuts, joins, closings
//     reference   one reference picture (once for each)
//     matches     regions, references
//     parts       features, regions, where labelled drawings taught parts
//     flats       matches, parts, palette                                   pins, unlinks, labels, colours, palette edits;
//                                                                    examples from other drawings
//     shading     flats, where light comes from
//     layers      shading, lines, trace lines, background, edges
//
// Each is a value (`Stage`) in the folder of its name. Before it runs, the caller's cache is asked for the key of its
// inputs; so after a correction only its stage and those below it run again. Pixels are let go of as soon as no stage needs
// them any more: the drawing's when its lines are read, a reference's when it is.

/// Colours drawings.
public enum Coloring {
  /// Up to so many pixels of all pictures the drawing and its references are read at once, which takes the memory of
  /// all; larger ones one after the other.
  public static let mostPixelsAtOnce = 24_000_000

  /// Colours one drawing.
  ///
  /// - Parameters:
  ///   - engine: who reads lines, makes features, matches, lays texture.
  ///   - cache: asked for each stage's product before it is computed, and given it after; from several threads at once.
  ///   - work: threads and cancellation; its own report is not used.
  ///   - progress: called from any thread, a few times a second at least while a stage runs.
  /// - Throws: `LineArtError` where the drawing cannot be used, `Cancelled`.
  /// - Complexity: O(pixels of the drawing and the references); about 40 bytes a pixel of the drawing.
  public static func run(
    _ inputs: consuming ColoringInputs, engine: Engine = .classical, cache: some StageCache,
    work: Work, progress: @escaping @Sendable (ColoringProgress) -> Void = { _ in }
  ) throws -> ColoringResult {
    let flow = Flow(
      runs: engine.runs(references: inputs.references.count, teller: inputs.teller), cache: cache,
      work: work, progress: progress)
    let settings = inputs.settings
    let (drawing, references) = try flow.read(&inputs, with: engine)
    let (matches, choosing) = try flow.choosing(drawing, references, inputs, with: engine)
    let flats = try flow.product(choosing)
    let shading = try flow.product(
      ShadingStage(
        source: settings.shading, regions: drawing.regions, references: references,
        matches: matches, flats: flats, pins: inputs.corrections.pins, texture: engine.texture))
    let layers = try flow.product(
      LayersStage(
        lineArt: drawing.lineArt, ink: drawing.ink, regions: drawing.regions, flats: flats,
        shading: shading, lines: settings.lines, traceLines: settings.traceLines,
        aliased: settings.aliased,
        background: settings.background.colour(behind: references.first?.value.reference),
        parts: settings.parts))
    return ColoringResult(
      drawing, references: references.map(\.value), basis: choosing.basis, flats: flats.value,
      layers: layers.value)
  }
  /// The parts of a drawing's regions alone, as `run` gives them, by the regions' labels.
  ///
  /// - Parameters: those of `run`.
  /// - Throws: as `run`.
  /// - Complexity: that of `run` up to its matches; shades and layers nothing.
  public static func parts(
    of inputs: consuming ColoringInputs, engine: Engine, cache: some StageCache, work: Work
  ) throws -> RegionTable<RegionPart?> {
    let flow = Flow(
      runs: engine.runs(references: inputs.references.count, teller: inputs.teller), cache: cache,
      work: work
    ) { _ in }
    let (drawing, references) = try flow.read(&inputs, with: engine)
    return try flow.product(flow.choosing(drawing, references, inputs, with: engine).flats).value
      .parts
  }
}

extension Flow {
  /// The matches of a drawing that was read, and the choice of its flats.
  fileprivate func choosing(
    _ drawing: ReadDrawing, _ references: [Keyed<ReadReference>], _ inputs: ColoringInputs,
    with engine: Engine
  ) throws -> (matches: Keyed<Matches>, flats: FlatsStage) {
    let matches = try product(
      MatchesStage(
        lineArt: drawing.lineArt, regions: drawing.regions, features: drawing.features,
        references: references, matcher: engine.matcher))
    var told: Keyed<RegionTable<ToldPart?>>?
    if let teller = inputs.teller, let features = drawing.features,
      engine.features?.isRead(by: teller) == true
    {
      told = try product(
        ToldPartsStage(
          features: features, regions: drawing.regions, teller: teller,
          known: inputs.settings.parts.map(\.id)))
    }
    let flats = FlatsStage(
      lineArt: drawing.lineArt, regions: drawing.regions, references: references,
      matches: matches, told: told, places: inputs.places, others: inputs.others,
      decisions: FlatsDecisions(
        inputs.corrections, referenceLabels: inputs.referenceLabels, examples: inputs.examples,
        settings: inputs.settings))
    return (matches, flats)
  }
}
