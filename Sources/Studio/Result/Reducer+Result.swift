internal import Coloring
internal import Projects
internal import TerminalUI

extension StudioState {
  func obstacle(to command: ResultCommand) -> Phrase? {
    if drawing == nil { return Phrase("No drawing is selected", "線画が選ばれていません") }
    switch command {
    case .dividerLeft, .dividerRight:
      return result.comparison == .split
        ? nil : Phrase("s shows before and after side by side", "s で前後比較を表示します")
    case .lines, .shadows, .highlights, .flats, .background:
      return analysis == nil ? analysisObstacle : nil
    case .export: return unfinishedObstacle
    case .reference: return obstacleToHandover()
    case .nextDrawing:
      return neighbour(1) == nil ? Phrase("This is the last drawing", "最後の線画です") : nil
    case .previousDrawing:
      return neighbour(-1) == nil ? Phrase("This is the first drawing", "最初の線画です") : nil
    default: return nil
    }
  }

  mutating func perform(_ command: ResultCommand) -> [Effect] {
    switch command {
    case .panLeft: look { $0.panned(by: SIMD2(-0.25, 0)) }
    case .panRight: look { $0.panned(by: SIMD2(0.25, 0)) }
    case .panUp: look { $0.panned(by: SIMD2(0, -0.25)) }
    case .panDown: look { $0.panned(by: SIMD2(0, 0.25)) }
    case .zoomIn, .zoomOut:
      look { $0.zoomed(by: command == .zoomIn ? 1.5 : 1 / 1.5) }
      showZoom(of: drawing)
    case .fit: look { Viewport(width: $0.width, height: $0.height) }
    case .nextDrawing: pictures.selected[.drawing] = neighbour(1)
    case .previousDrawing: pictures.selected[.drawing] = neighbour(-1)
    case .compare: result.comparison = result.comparison.next
    case .dividerLeft: moveDivider(to: result.divider - 0.05)
    case .dividerRight: moveDivider(to: result.divider + 0.05)
    case .lines: result.hidden.formSymmetricDifference(.lines)
    case .shadows: result.hidden.formSymmetricDifference(.shadows)
    case .highlights: result.hidden.formSymmetricDifference(.highlights)
    case .flats: result.hidden.formSymmetricDifference(.flats)
    case .background:
      let all = ResultState.backgrounds
      let now = all.firstIndex(of: result.background) ?? 0
      result.background = all[(now + 1) % all.count]
      return [.savePreferences(preferences)]
    case .export: return ask(.exportResult, text: "\(drawing?.title ?? "").png")
    case .reference: return handOver()
    }
    return []
  }

  mutating func moveDivider(to share: Double) {
    result.divider = min(0.98, max(0.02, share))
  }

  private mutating func look(_ change: (Viewport) -> Viewport) {
    guard let drawing else { return }
    viewports[drawing.id] = change(viewport(of: drawing))
  }

  /// The drawing so many places after this one in the list.
  private func neighbour(_ distance: Int) -> PictureID? {
    let ids = listed(.drawing).map(\.id)
    guard let now = ids.firstIndex(where: { $0 == drawing?.id }) else { return nil }
    return ids.indices.contains(now + distance) ? ids[now + distance] : nil
  }
}

extension ResultState.Comparison {
  fileprivate var next: ResultState.Comparison {
    let all = Self.allCases
    return all[(all.firstIndex(of: self)! + 1) % all.count]
  }
}
