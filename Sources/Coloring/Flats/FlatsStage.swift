internal import Raster
internal import Regions

/// Each region's palette entry, as the artist's corrections leave it.
struct FlatsStage: Stage {
  static let kind = StageKind(
    "flats", version: 3, title: ("choosing colours", "色を選択中"), share: 0.01)

  let lineArt: Keyed<LineArt>
  let regions: Keyed<DividedDrawing>
  let references: [Keyed<ReadReference>]
  let matches: Keyed<Matches>
  let corrections: Corrections
  /// The parts that the artist gave regions of each of `references`; those without any may be left out at the end.
  let referenceLabels: [[PartLabel]]
  /// The place of each of them among all the project's references.
  let places: [Int]
  /// The project's other references.
  let others: [ReferencePalette]
  let replacement: Palette?
  let paletteEdits: [PaletteEdit]

  struct Product: Sendable {
    let painted: PaintedRegions
    let palette: ProjectPalette
    /// With the parts that the artist gave their regions.
    let references: [Reference]
    /// With what the artist pinned and unlinked.
    let matches: CorrectedMatches
    let orphanedReferenceLabels: [PartLabel]
  }

  func run(_ work: Work) -> Product {
    let labelled = references.enumerated().map { index, read in
      read.value.reference.labelled(
        by: index < referenceLabels.count ? referenceLabels[index] : [])
    }
    let references = labelled.map(\.reference)
    let matches = self.matches.value.corrected(
      pins: corrections.pins, unlinks: corrections.unlinks, map: regions.value.map,
      references: self.references.map(\.value.descriptors))
    let palette = ProjectPalette(
      references: allPalettes(references.map(ReferencePalette.init)), matched: places,
      replacement: replacement, edits: paletteEdits)
    return Product(
      painted: PaintedRegions(
        regions.value, matching: matches, references: references, corrections: corrections,
        palette: palette),
      palette: palette, references: references, matches: matches,
      orphanedReferenceLabels: labelled.flatMap(\.orphans))
  }

  func preview(of product: Product) -> FlatsPreview? {
    FlatsPreview(
      lineArt: lineArt.value, map: regions.value.map, flats: product.painted.flats)
  }

  /// The palettes of all the project's references in their order.
  private func allPalettes(_ matched: [ReferencePalette]) -> [ReferencePalette] {
    var others = others.makeIterator()
    return (0..<matched.count + self.others.count).compactMap { place in
      places.firstIndex(of: place).map { matched[$0] } ?? others.next()
    }
  }
}

extension StageKind {
  public static let flats = FlatsStage.kind
}
