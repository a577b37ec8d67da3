internal import Regions

extension Shading {
  /// The areas that trace lines bound, wholly in their entry's shadow or highlight.
  init(areas: RegionTable<TraceArea?>) {
    self.init(regionCount: areas.count)
    for label in areas.labels {
      switch areas[label]?.tone {
      case .shadow: set(label, to: -1)
      case .highlight: set(label, to: 1)
      case .lit, nil: continue
      }
    }
  }
}

extension RegionTable<TraceArea?> {
  /// Whether trace lines divide a region's paint into areas.
  var hasAreas: RegionTable<Bool> {
    var table = RegionTable<Bool>(repeating: false, count: count)
    for label in labels {
      guard let area = self[label] else { continue }
      table[label] = true
      table[area.parent] = true
    }
    return table
  }
}
