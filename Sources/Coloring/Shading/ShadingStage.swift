internal import Raster
internal import Regions

/// Light and dark over the flats.
struct ShadingStage: Stage {
  static let kind = StageKind(
    "shading", version: 4, title: ("computing shadows", "影を計算中"), share: 0.05)

  let source: ColoringSettings.ShadingSource
  let regions: Keyed<DividedDrawing>
  let references: [Keyed<ReadReference>]
  let matches: Keyed<Matches>
  let flats: Keyed<Flats>
  /// The pins, which drag along the light of their own regions.
  let pins: [Pin]
  let texture: Occupant<any TextureLayer>

  func run(_ work: Work) throws -> Shading {
    switch source {
    case .none: Shading(regionCount: regions.value.map.regions.count)
    case .trace: Shading(areas: regions.value.areas)
    case .reference: try shadingOfReferences(work)
    }
  }

  private func shadingOfReferences(_ work: Work) throws -> Shading {
    let found = alignments(draggedBy: [])
    return try texture.seat.shading(
      regions.value, flats: flats.value, found: matches.value.matches, alignments: found,
      dragged: pins.isEmpty ? found : alignments(draggedBy: pins),
      references: references.map(\.value), work: work)
  }

  /// The places in each reference of the drawing's places, as pins drag them.
  private func alignments(draggedBy pins: [Pin]) -> [Alignment] {
    let map = regions.value.map
    let references = references.map(\.value.descriptors)
    return matches.value.alignments(
      draggedBy: Wishes(
        drawing: map, references: references.map(\.map), pins: pins, unlinks: []),
      map: map, references: references)
  }
}

extension StageKind {
  public static let shading = ShadingStage.kind
}

/// Carries the references' light and dark over to the drawing.
protocol TextureLayer: Sendable {
  /// - Parameters:
  ///   - found: the matches as they were found, whatever the artist wishes.
  ///   - alignments: with each reference, as they were found.
  ///   - dragged: the same as pins drag them, for the regions that are pinned.
  /// - Throws: `Cancelled`.
  func shading(
    _ regions: DividedDrawing, flats: Flats, found: RegionTable<Match>, alignments: [Alignment],
    dragged: [Alignment], references: [ReadReference], work: Work
  ) throws -> Shading
}

/// The reference's own light, region by region: `Shading+Reference.swift`.
struct TextureByReferenceLight: TextureLayer {
  func shading(
    _ regions: DividedDrawing, flats: Flats, found: RegionTable<Match>, alignments: [Alignment],
    dragged: [Alignment], references: [ReadReference], work: Work
  ) throws -> Shading {
    try Shading(
      map: regions.map, flats: flats, found: found, alignments: alignments, dragged: dragged,
      areas: regions.areas, references: references, work: work)
  }
}
