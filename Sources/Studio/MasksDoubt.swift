import Coloring
import Projects
import Regions

extension StudioState {
  /// The drawing's doubtful regions in reading order. What the artist decided about is in doubt no more, at
  /// once.
  ///
  /// - Complexity: O(doubtful + what was decided by hand).
  public var doubtful: [UInt16] {
    guard let analysis else { return [] }
    let decided = decided(in: analysis)
    return analysis.doubtful.filter { !decided.contains($0) }
  }

  /// The drawing's regions that have a label, a pin or a colour by hand, or are unlinked by hand.
  func decided(in analysis: Analysis) -> Set<UInt16> {
    guard let state = project?.state else { return [] }
    let id = analysis.order.drawing
    var names: [RegionName] = (state.labels[id] ?? []).map(\.region)
    names += (state.pins[id] ?? []).map(\.region)
    names += state.unlinks[id] ?? []
    names += (state.colours[id] ?? []).map(\.region)
    return Set(names.compactMap { analysis.result.map.resolve($0) })
  }
}
