public import Raster
public import Regions

/// A coloured drawing, and everything the flow found on the way.
public struct ColoringResult: Sendable {
  public let lineArt: LineArt
  public let map: RegionMap
  public let graph: RegionGraph
  /// Those that the drawing was matched with, in that order: candidates count among them.
  public let references: [Reference]
  /// The counterpart of each region: `matches[label - 1]`.
  public let matches: [Match]
  /// The palette, and each region's entry in it.
  public let flats: Flats
  /// The palette before the artist's edits of it.
  public let sourcePalette: Palette
  /// Those of its entries that the matched references give; the others are of other characters.
  public let ownEntries: Set<Int>
  /// The part of each region, `parts[label - 1]`; nil while it is unlabelled.
  public let parts: [RegionPart?]
  /// How many colours are known to be of each part.
  public let paintCounts: PaintCounts
  /// The regions whose paint is worth a look, those worth most first.
  public let doubts: [Doubt]
  /// The composed picture.
  public let image: Image
  /// Corrections that found no place in this drawing; nothing was done for them.
  public let orphans: Corrections
  /// Labels of references that found no region there.
  public let orphanedReferenceLabels: [PartLabel]
  /// Palette edits that name no entry.
  public let orphanedPaletteEdits: [PaletteEdit]
  public let warnings: [ColoringWarning]
  let assembly: LayerAssembly

  public var palette: Palette { flats.palette }

  /// The picture in layers; its composed picture is `image`.
  ///
  /// - Complexity: O(pixels), and some 4 bytes a pixel for each of about four full layers: made only when
  ///   asked for.
  public func layered(work: Work) throws(Cancelled) -> LayeredImage {
    try assembly.layered(work: work)
  }
}

extension ColoringResult {
  /// What the stages found.
  init(
    _ drawing: ReadDrawing, references: [ReadReference], flats: FlatsStage.Product,
    layers: LayersStage.Product
  ) {
    lineArt = drawing.lineArt.value
    map = drawing.regions.value.map
    graph = drawing.regions.value.graph
    self.references = flats.references
    let painted = flats.painted
    matches = painted.matches
    self.flats = painted.flats
    sourcePalette = flats.palette.source
    ownEntries = flats.palette.own
    parts = painted.parts
    paintCounts = painted.paintCounts
    doubts = painted.doubts
    image = layers.image
    var orphans = painted.orphans
    orphans.regions = map.orphans
    orphans.pins = flats.matches.orphanedPins
    orphans.unlinks = flats.matches.orphanedUnlinks
    self.orphans = orphans
    orphanedReferenceLabels = flats.orphanedReferenceLabels
    orphanedPaletteEdits = flats.palette.orphans
    warnings =
      map.warnings.map { ColoringWarning(.drawing, $0) }
      + references.enumerated().flatMap { index, read in
        read.warnings.map { ColoringWarning(.reference(index), $0) }
      }
    assembly = layers.assembly
  }
}

/// What the artist should know about an input; a full sentence without the file's name.
public struct ColoringWarning: Sendable, Hashable {
  public enum Source: Sendable, Hashable {
    case drawing
    /// Which reference, counted from 0.
    case reference(Int)
  }

  public let source: Source
  public let text: String

  public init(_ source: Source, _ text: String) {
    self.source = source
    self.text = text
  }
}
