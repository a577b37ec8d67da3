internal import Regions

extension Shading {
  /// The areas that trace lines bound, wholly in their entry's shadow or highlight.
  init(areas: [TraceArea?]) {
    self.init(regionCount: areas.count)
    for (index, area) in areas.enumerated() {
      switch area?.tone {
      case .shadow: set(UInt16(index + 1), to: -1)
      case .highlight: set(UInt16(index + 1), to: 1)
      case .lit, nil: continue
      }
    }
  }
}
