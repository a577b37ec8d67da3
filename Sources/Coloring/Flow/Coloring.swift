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
//     matches     regions, references
//     flats       matches, palette                                   pins, unlinks, labels, colours, palette edits
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
  /// The references that the drawing is matched with, at least one, all of the same character; the first
  /// gives the background. Pins and candidates count in this order.
  public var references: [Image]
  /// The place of each of them among all the project's references.
  public var places: [Int]
  /// The project's other references in their order, removed ones too, who have the places that are left. All give the palette, so that
  /// a colour's name means the same in all drawings of a project.
  public var others: [ReferencePalette]
  /// Parts given by hand to regions of each of `references`; those without any may be left out at the end.
  public var referenceLabels: [[PartLabel]] = []
  public var corrections: Corrections
  public var settings: ColoringSettings

  /// - Parameter places: those of `references` among them and `others`; nil for the first ones.
  /// - Precondition: places are below the number of all references, and no two are the same.
  public init(
    drawing: Image, references: [Image], places: [Int]? = nil, others: [ReferencePalette] = [],
    corrections: Corrections = Corrections(), settings: ColoringSettings = ColoringSettings()
  ) {
    let places = places ?? Array(references.indices)
    let all = references.count + others.count
    precondition(!references.isEmpty, "a drawing is coloured from at least one reference")
    precondition(
      places.count == references.count && Set(places).count == places.count
        && places.allSatisfy { (0..<all).contains($0) },
      "places \(places) of \(references.count) references among \(all)")
    self.drawing = drawing
    self.references = references
    self.places = places
    self.others = others
    self.corrections = corrections
    self.settings = settings
  }
}

extension ColoringInputs {
  /// The palettes of all the project's references in their order.
  fileprivate func inPlace(_ matched: [ReferencePalette]) -> [ReferencePalette] {
    var others = others.makeIterator()
    return (0..<matched.count + self.others.count).compactMap { place in
      places.firstIndex(of: place).map { matched[$0] } ?? others.next()
    }
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

    let referenceKeys = inputs.references.map(flow.referenceKey)
    let readings = try inputs.references.indices.map { index in
      try flow.reading(
        of: inputs.references[index], referenceKeys[index], part: index,
        of: inputs.references.count)
    }

    let labelled = readings.enumerated().map { index, read in
      read.reference(inputs.references[index]).labelled(
        by: index < inputs.referenceLabels.count ? inputs.referenceLabels[index] : [])
    }
    let references = labelled.map(\.reference)

    let matchesKey = flow.key(.matches) { hasher in
      hasher.combine(regionsKey)
      for key in referenceKeys { hasher.combine(key) }
    }
    let descriptors = readings.map(\.descriptors)
    let unpinned = try flow.result(of: .matches, matchesKey) { work in
      try Matcher.unpinned(
        drawing: RegionDescriptors(
          map: regions.map, graph: regions.graph, lineArt: lineArt, work: work),
        references: descriptors, work: work)
    }
    let matching = unpinned.corrected(
      pins: corrections.pins, unlinks: corrections.unlinks, map: regions.map,
      references: descriptors)

    let flatsKey = flow.key(.flats) { hasher in
      hasher.combine(matchesKey)
      hasher.combine(corrections.pins)
      hasher.combine(corrections.unlinks)
      hasher.combine(corrections.labels)
      hasher.combine(corrections.colours)
      hasher.combine(inputs.places)
      hasher.combine(inputs.others)
      for labels in inputs.referenceLabels { hasher.combine(labels) }
      hasher.combine(settings.palette)
      hasher.combine(settings.paletteEdits)
    }
    let preview = { (painted: PaintedRegions) -> FlatsPreview? in
      FlatsPreview(lineArt: lineArt, map: regions.map, flats: painted.flats)
    }
    let palette = ProjectPalette(
      references: inputs.inPlace(references.map(ReferencePalette.init)), matched: inputs.places,
      replacement: settings.palette, edits: settings.paletteEdits)
    let compute = { (_: Work) in
      PaintedRegions(
        regions, matching: matching, references: references, corrections: corrections,
        palette: palette)
    }
    let painted = try flow.result(of: .flats, flatsKey, preview: preview, compute: compute)

    let shadingKey = flow.key(.shading) { hasher in
      hasher.combine(flatsKey)
      hasher.combine(settings.shading.rawValue)
    }
    let shading = try flow.result(of: .shading, shadingKey) { work in
      try Shading(
        settings.shading, regions: regions, painted: painted, alignments: matching.alignments,
        references: references, work: work)
    }

    // All that layers need of the drawing itself.
    let ink = try InkPaint(of: inputs.drawing, lineArt, work: work)
    let assembly = LayerAssembly(
      ink: ink, lineArt: lineArt, map: regions.map, flats: painted.flats, shading: shading,
      background: settings.background.colour(behind: references.first), settings: settings)
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
      references: references, matches: painted.matches, flats: painted.flats,
      sourcePalette: palette.source, ownEntries: palette.own, parts: painted.parts,
      paintCounts: painted.paintCounts, doubts: painted.doubts, image: image, orphans: orphans,
      orphanedReferenceLabels: labelled.flatMap(\.orphans),
      orphanedPaletteEdits: palette.orphans,
      warnings: regions.map.warnings.map { ColoringWarning(.drawing, $0) }
        + readings.enumerated().flatMap { index, read in
          read.warnings.map { ColoringWarning(.reference(index), $0) }
        },
      assembly: assembly)
  }
}
