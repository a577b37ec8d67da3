internal import Coloring
internal import Projects
internal import TerminalUI

extension StudioState {
  mutating func zoomResult(by factor: Double) {
    look { $0.zoomed(by: factor) }
    showZoom(of: drawing)
  }

  mutating func changeBackground() -> [Effect] {
    let all = ResultState.backgrounds
    let now = all.firstIndex(of: result.background) ?? 0
    result.background = all[(now + 1) % all.count]
    return [.savePreferences(preferences)]
  }

  mutating func moveDivider(to share: Double) {
    result.divider = min(0.98, max(0.02, share))
  }

  mutating func look(_ change: (Viewport) -> Viewport) {
    guard let drawing else { return }
    viewports[drawing.id] = change(viewport(of: drawing))
  }

  /// The drawing so many places after this one in the list.
  func neighbour(_ distance: Int) -> PictureID? {
    let ids = listed(.drawing).map(\.id)
    guard let now = ids.firstIndex(where: { $0 == drawing?.id }) else { return nil }
    return ids.indices.contains(now + distance) ? ids[now + distance] : nil
  }
}

extension ResultState.Comparison {
  var next: ResultState.Comparison {
    let all = Self.allCases
    return all[(all.firstIndex(of: self)! + 1) % all.count]
  }
}
