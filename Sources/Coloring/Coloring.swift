public import Raster
internal import Regions

// The flow from a drawing and its references to a coloured picture.
//
// `Coloring.run` goes through the stages in order. Each is a pure function: its result depends on the inputs
// that go into its key and on nothing else.
//
//     stage       made from                                          corrections that it reads
//     lineArt     the drawing
//     regions     lineArt, gap                                       cuts, joins, closings
//     reference   one reference picture (once for each)
//     matches     regions, references                                pins, unlinks
//     flats       matches, palette                                   labels, colours
//     shading     flats, where light comes from
//     layers      shading, lines, trace lines, background, edges
//
// A stage's key is the hash of what stands in its row, where an earlier stage counts by its key. Before a
// stage runs, the caller's cache is asked for that key; so after a correction only its stage and
// those below it run again. `progress` hears of every stage; `work` gives threads and is asked for
// cancellation at least every 20 ms. A network takes the place of a stage by computing the same
// value under a raised `Stage.version` and its weights' hash in the key.

/// Everything one run of the flow reads.
public struct ColoringInputs: Sendable {
  public var drawing: Image
  /// At least one, all of the same character; the first gives the background.
  public var references: [Image]
  public var corrections: Corrections
  public var settings: ColoringSettings

  public init(
    drawing: Image, references: [Image], corrections: Corrections = Corrections(),
    settings: ColoringSettings = ColoringSettings()
  ) {
    precondition(!references.isEmpty, "a drawing is coloured from at least one reference")
    self.drawing = drawing
    self.references = references
    self.corrections = corrections
    self.settings = settings
  }
}

/// Colours drawings.
public enum Coloring {
  /// Colours one drawing.
  ///
  /// - Parameters:
  ///   - cache: asked for each stage's result before it is computed, and given it after.
  ///   - work: threads and cancellation; its own report is not used.
  ///   - progress: called from any thread, a few times a second at least while a stage runs.
  /// - Throws: `LineArtError` or `ReferenceError` where a picture cannot be used, `Cancelled`.
  /// - Complexity: O(pixels of the drawing and the references); about 40 bytes a pixel of the drawing.
  public static func run(
    _ inputs: ColoringInputs, cache: some StageCache, work: Work,
    progress: @escaping @Sendable (ColoringProgress) -> Void = { _ in }
  ) throws -> ColoringResult {
    let flow = Flow(cache: cache, work: work, progress: progress)
    let settings = inputs.settings
    let corrections = inputs.corrections

    let lineArtKey = flow.key(.lineArt) { $0.combine(inputs.drawing) }
    let lineArt = try flow.result(of: .lineArt, lineArtKey) { work in
      try LineArt(inputs.drawing, work: work)
    }

    let regionsKey = flow.key(.regions) { hasher in
      hasher.combine(lineArtKey)
      hasher.combine(settings.gap ?? -1)
      hasher.combine(corrections.regions)
    }
    let regions = try flow.result(of: .regions, regionsKey) { work in
      try DividedDrawing(
        lineArt, gap: settings.gap, edits: corrections.regions, work: work)
    }

    let referenceKeys = inputs.references.map { image in
      flow.key(.reference) { $0.combine(image) }
    }
    let references = try inputs.references.indices.map { index in
      try flow.result(
        of: .reference, referenceKeys[index], part: index, of: inputs.references.count
      ) { work in
        try ReadReference(inputs.references[index], work: work)
      }
    }

    let matchesKey = flow.key(.matches) { hasher in
      hasher.combine(regionsKey)
      for key in referenceKeys { hasher.combine(key) }
      hasher.combine(corrections.pins)
      hasher.combine(corrections.unlinks)
    }
    let matching = try flow.result(of: .matches, matchesKey) { work in
      try Matcher.match(
        drawing: RegionDescriptors(
          map: regions.map, graph: regions.graph, lineArt: lineArt, work: work),
        references: references.map(\.descriptors), pins: corrections.pins,
        unlinks: corrections.unlinks, work: work)
    }

    let flatsKey = flow.key(.flats) { hasher in
      hasher.combine(matchesKey)
      hasher.combine(corrections.labels)
      hasher.combine(corrections.colours)
      hasher.combine(settings.palette)
    }
    let preview = { (painted: PaintedRegions) -> FlatsPreview? in
      FlatsPreview(lineArt: lineArt, map: regions.map, flats: painted.flats)
    }
    let compute = { (_: Work) in
      PaintedRegions(
        regions, matching: matching, references: references.map(\.reference),
        corrections: corrections, palette: settings.palette)
    }
    let painted = try flow.result(of: .flats, flatsKey, preview: preview, compute: compute)

    let shadingKey = flow.key(.shading) { hasher in
      hasher.combine(flatsKey)
      hasher.combine(settings.shading.rawValue)
    }
    let shading = try flow.result(of: .shading, shadingKey) { work in
      try Shading(
        settings.shading, regions: regions, painted: painted, alignments: matching.alignments,
        references: references.map(\.reference), work: work)
    }

    let assembly = try LayerAssembly(
      drawing: inputs.drawing, lineArt: lineArt, map: regions.map, flats: painted.flats,
      shading: shading,
      background: settings.background.colour(behind: references.first?.reference),
      settings: settings, work: work)
    let layersKey = flow.key(.layers) { hasher in
      hasher.combine(shadingKey)
      hasher.combine(settings.lines.rawValue)
      hasher.combine(settings.traceLines.rawValue)
      hasher.combine(settings.aliased)
      hasher.combine(assembly.background ?? .clear)
    }
    let image = try flow.result(of: .layers, layersKey) { work in
      try assembly.composed(work: work)
    }

    var orphans = painted.orphans
    orphans.regions = regions.map.orphans
    orphans.pins = matching.orphanedPins
    orphans.unlinks = matching.orphanedUnlinks
    return ColoringResult(
      lineArt: lineArt, map: regions.map, graph: regions.graph,
      references: references.map(\.reference), matches: painted.matches, flats: painted.flats,
      image: image, orphans: orphans,
      warnings: regions.map.warnings.map { ColoringWarning(.drawing, $0) }
        + references.enumerated().flatMap { index, read in
          read.warnings.map { ColoringWarning(.reference(index), $0) }
        },
      assembly: assembly)
  }
}
