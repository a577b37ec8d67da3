import Coloring
public import Projects
internal import Raster
import Regions
public import TerminalUI

extension StudioState {
  func obstacle(to command: MasksCommand) -> Phrase? {
    if drawing == nil { return Phrase("No drawing is selected", "線画が選ばれていません") }
    switch command {
    case .zoomIn, .zoomOut, .fit, .panLeft, .panRight, .panUp, .panDown, .moreColour, .lessColour:
      return nil
    default:
      if analysis == nil { return analysisObstacle }
      if command == .nextDoubtful || command == .previousDoubtful, analysis!.doubtful.isEmpty {
        return Phrase("No region is in doubt", "要確認の領域はありません")
      }
      return nil
    }
  }

  /// Why there are no regions to work on.
  var analysisObstacle: Phrase {
    if let drawing, let project, project.state.references(for: drawing.id).isEmpty {
      return Phrase(
        "This drawing has no reference yet; import one in F2", "参照がありません。F2 の一覧で読み込んでください")
    }
    if let analysisFailure, analysisFailure.order.drawing == drawing?.id {
      return Phrase(same: analysisFailure.reason)
    }
    return Phrase("The regions are being found …", "領域を検出しています…")
  }

  mutating func perform(_ command: MasksCommand) -> [Effect] {
    switch command {
    case .left: moveRegion(SIMD2(-1, 0))
    case .right: moveRegion(SIMD2(1, 0))
    case .up: moveRegion(SIMD2(0, -1))
    case .down: moveRegion(SIMD2(0, 1))
    case .nextDoubtful: moveToDoubtful(1)
    case .previousDoubtful: moveToDoubtful(-1)
    case .zoomIn: zoomDrawing(by: 1.5)
    case .zoomOut: zoomDrawing(by: 1 / 1.5)
    case .fit: changeView { Viewport(width: $0.width, height: $0.height) }
    case .panLeft: changeView { $0.panned(by: SIMD2(-0.25, 0)) }
    case .panRight: changeView { $0.panned(by: SIMD2(0.25, 0)) }
    case .panUp: changeView { $0.panned(by: SIMD2(0, -0.25)) }
    case .panDown: changeView { $0.panned(by: SIMD2(0, 0.25)) }
    case .moreColour: masks.opacity = min(1, masks.opacity + 0.125)
    case .lessColour: masks.opacity = max(0, masks.opacity - 0.125)
    }
    return []
  }

  /// What is seen of a picture.
  public func viewport(of picture: Picture) -> Viewport {
    viewports[picture.id] ?? Viewport(width: picture.width, height: picture.height)
  }

  private mutating func changeView(_ change: (Viewport) -> Viewport) {
    guard let drawing else { return }
    viewports[drawing.id] = change(viewport(of: drawing))
  }

  private mutating func zoomDrawing(by factor: Double) {
    let middle = region.map { SIMD2(Double($0.inside.x), Double($0.inside.y)) }
    changeView { $0.zoomed(by: factor, about: middle) }
  }

  /// Selects the neighbour that lies in a direction, or else the nearest region there.
  private mutating func moveRegion(_ direction: SIMD2<Double>) {
    guard let result = analysis?.result else { return }
    guard let region else {
      focus = firstRegion?.inside
      return
    }
    let neighbours = result.graph.neighbours(of: region.label).map { result.map[$0.label] }
    let next =
      region.nearest(of: neighbours, towards: direction)
      ?? region.nearest(of: result.map.regions, towards: direction)
    guard let next else { return }
    select(next)
  }

  /// The largest region of the figure.
  var firstRegion: Region? {
    analysis?.result.map.regions.filter { !$0.isBackground }.max { $0.area < $1.area }
  }

  /// Goes through the doubtful regions, and zooms so that each can be judged.
  private mutating func moveToDoubtful(_ step: Int) {
    guard let analysis, !analysis.doubtful.isEmpty else { return }
    let list = analysis.doubtful
    let index: Int
    if let label = region?.label, let now = list.firstIndex(of: label) {
      index = (now + step + list.count) % list.count
    } else {
      index = step > 0 ? 0 : list.count - 1
    }
    let region = analysis.result.map[list[index]]
    focus = region.inside
    changeView { _ in
      Viewport(width: analysis.result.map.width, height: analysis.result.map.height)
        .zoomed(to: region.box, margin: 1.5)
    }
    tell(
      .done,
      Phrase("Doubtful region \(index + 1) of \(list.count)", "要確認 \(index + 1)/\(list.count)"))
  }

  /// Selects a region, and moves the view where it is not seen.
  mutating func select(_ region: Region) {
    focus = region.inside
    guard let drawing else { return }
    let view = viewport(of: drawing)
    let half = view.extent() / 2
    let place = SIMD2(Double(region.inside.x), Double(region.inside.y))
    let distance = place - view.center
    if abs(distance.x) > half.x * 0.9 || abs(distance.y) > half.y * 0.9 {
      viewports[drawing.id] = view.centered(at: place)
    }
  }
}

extension Region {
  /// The region that lies most nearly in a direction: near, and not far to the side.
  fileprivate func nearest(of regions: [Region], towards direction: SIMD2<Double>) -> Region? {
    let here = SIMD2(Double(inside.x), Double(inside.y))
    var best: (cost: Double, region: Region)?
    for region in regions where region.label != label {
      let way = SIMD2(Double(region.inside.x), Double(region.inside.y)) - here
      let along = (way * direction).sum()
      let aside = abs(way.x * direction.y - way.y * direction.x)
      guard along > 0, aside <= 2 * along else { continue }
      let cost = along + 2 * aside
      if cost < best?.cost ?? .infinity { best = (cost, region) }
    }
    return best?.region
  }
}
