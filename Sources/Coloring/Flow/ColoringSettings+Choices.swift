internal import Raster
internal import Regions

extension ColoringSettings.Background {
  /// The canvas's colour; nil where it stays transparent.
  func colour(behind reference: Reference?) -> RGBA? {
    switch self {
    case .none: return nil
    case .colour(let colour): return colour
    case .reference:
      guard let reference,
        let ground = reference.map.regions.filter(\.isBackground).max(by: { $0.area < $1.area }),
        reference.image[ground.inside].a > 127
      else { return nil }
      return reference.palette.entries[reference.entries[Int(ground.label) - 1]].base
    }
  }
}

extension Shading {
  /// The light and dark that the settings ask for.
  init(
    _ source: ColoringSettings.ShadingSource, regions: DividedDrawing,
    flats: Flats, alignments: [Alignment], references: [Reference], work: Work
  ) throws(Cancelled) {
    switch source {
    case .none: self.init(regionCount: regions.map.regions.count)
    case .trace: self.init(areas: regions.areas)
    case .reference:
      try self.init(
        map: regions.map, flats: flats, alignments: alignments, areas: regions.areas,
        references: references, work: work)
    }
  }
}
