internal import Regions

extension Shading {
  /// The areas that trace lines bound, wholly in their entry's shadow or highlight.
  init(areas: [TraceArea?]) {
    self.init(regionCount: areas.count)
    for (index, area) in areas.enumerated() {
      guard let area else { continue }
      set(UInt16(index + 1), to: area.kind == .shadow ? -1 : 1)
    }
  }
}
