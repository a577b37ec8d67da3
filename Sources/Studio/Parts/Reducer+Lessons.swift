import Coloring
import Projects
import Regions

// An artist who gives a region both its part and its counterpart in the reference has given the counterpart its part. The
// reference learns it in the same gesture, and so do all other drawings that are coloured from it.
extension StudioState {
  /// The labels that the places which regions of the drawing are pinned to learn from a label of these regions.
  func lessons(of part: String?, for regions: [RegionName]) -> [Edit] {
    guard let part, let drawing, let state = desk.project?.state, let map = analysis?.result.map
    else {
      return []
    }
    // One region may have been named by several points of it.
    let labelled = Set(regions.compactMap(map.resolve))
    let pins = (state.pins[drawing.id] ?? []).filter { pin in
      map.resolve(pin.region).map(labelled.contains) == true
    }
    return lessons(
      pins.map { (PinTarget(reference: $0.reference, counterpart: $0.counterpart), part) })
  }

  /// The label that a place learns from the labels of regions which are pinned to it.
  func lessons(of regions: [RegionName], for place: PinTarget) -> [Edit] {
    guard let drawing, let map = analysis?.result.map else { return [] }
    let labels = labels(drawing.id, in: map)
    let parts = Set(regions.compactMap { map.resolve($0).flatMap { labels[$0] } })
    // Regions of several parts say nothing certain.
    guard parts.count == 1, let part = parts.first else { return [] }
    return lessons([(place, part)])
  }

  /// Labels of places of the drawing's references, where nobody has said yet what they are.
  private func lessons(_ said: [(place: PinTarget, part: String)]) -> [Edit] {
    guard let analysis, let project = desk.project else { return [] }
    var taught: Set<PinTarget> = []
    return said.compactMap { place, part in
      guard part != "background", taught.insert(place).inserted,
        let index = analysis.order.references.firstIndex(of: place.reference)
      else { return nil }
      let map = analysis.result.references[index].map
      let region = map.resolve(place.counterpart)
      let isLabelled = (project.state.labels[place.reference] ?? []).contains {
        map.resolve($0.region) == region
      }
      return isLabelled ? nil : .label(place.reference, [place.counterpart], part: part)
    }
  }
}
