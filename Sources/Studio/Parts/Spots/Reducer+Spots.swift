import Coloring
import Projects
import Raster
import Regions
import TerminalUI

extension StudioState {
  /// The list of spots, while it is the tool in use.
  public var spotList: SpotList? {
    get { if case .spots(let list)? = parts.tool?.kind { list } else { nil } }
    set { if let newValue, spotList != nil { parts.tool?.kind = .spots(newValue) } }
  }

  /// The drawing's spots as they are now, without those that the artist has accepted.
  ///
  /// - Complexity: O(regions · eyes).
  public var spots: [Spot] {
    guard let analysis, let flats else { return [] }
    let accepted = Set(
      (desk.project?.state.accepted[analysis.order.drawing] ?? []).map(\.region.inside))
    return Spot.list(of: analysis.result, flats).filter { !accepted.contains($0.inside) }
  }

  /// The number of spots that `F` would fill now.
  public var spotsToFill: Int {
    let list = spotList ?? SpotList()
    return spots.count { list.fills($0) }
  }

  /// Takes up the list.
  mutating func listSpots() {
    take(up: .spots(SpotList()))
    select(spots.first)
  }

  /// Selects the spot nearest to a place of the drawing; the selected one is opened.
  mutating func clickSpot(at point: SIMD2<Double>) {
    let place = Point(Int(point.x), Int(point.y))
    let nearest = spots.indices.min {
      spots[$0].inside.squaredDistance(to: place) < spots[$1].inside.squaredDistance(to: place)
    }
    if let nearest { clickSpot(listed: nearest) }
  }

  /// The same for a line of the list.
  mutating func clickSpot(listed index: Int) {
    let spots = spots
    guard spots.indices.contains(index) else { return }
    if spotList?.index(in: spots) == index { openSpot() } else { select(spots[index]) }
  }

  mutating func moveSpot(by step: Int) {
    let spots = spots
    guard let index = spotList?.index(in: spots) else { return }
    select(spots[max(0, min(spots.count - 1, index + step))])
  }

  /// Keeps the selection on a spot that is there, where the one before was filled or is no more.
  mutating func followSpot() {
    guard let list = spotList, list.selected != nil, activeTool != nil else { return }
    let spots = spots
    guard let index = list.index(in: spots), spots[index].inside != list.selected else { return }
    select(spots[index])
  }

  /// Selects a spot, and zooms so that it can be judged among its neighbours.
  private mutating func select(_ spot: Spot?) {
    guard let spot, let drawing, let analysis else { return }
    spotList?.selected = spot.inside
    desk.focus = spot.inside
    let around = 12 * analysis.result.lineArt.strokeWidth
    let side = max(
      3 * Double(max(spot.box.width, spot.box.height)),
      min(around, Double(min(drawing.width, drawing.height)) / 2))
    viewports[drawing.id] = Viewport(width: drawing.width, height: drawing.height).zoomed(
      to: Box(
        x: spot.inside.x - Int(side / 2), y: spot.inside.y - Int(side / 2), width: Int(side),
        height: Int(side)), margin: 0)
  }

  mutating func markSpot() {
    let spots = spots
    guard var list = spotList, let index = list.index(in: spots) else { return }
    list.decisions[spots[index].inside] = !list.fills(spots[index])
    spotList = list
    moveSpot(by: 1)
  }

  /// Goes to the region itself, as near as it is seen now.
  mutating func openSpot() {
    let spots = spots
    guard let index = spotList?.index(in: spots) else { return }
    desk.focus = spots[index].inside
    parts.tool = nil
  }

  /// Colours every marked spot, all in one line of the journal.
  mutating func fillSpots() -> [Effect] {
    let spots = spots
    guard let list = spotList, let drawing, let entries = flats?.palette.entries else { return [] }
    let filled = spots.filter { list.fills($0) }
    let edits = entries.indices.compactMap { entry -> Edit? in
      let regions = filled.filter { $0.entry == entry }.map { RegionName(inside: $0.inside) }
      return regions.isEmpty ? nil : .colour(drawing.id, regions, entry: entries[entry].name)
    }
    let left = spots.count - filled.count
    tell(
      .done,
      Phrase(
        "\(filled.count.counted("spot")) filled, \(left) left as they are",
        "\(filled.count) か所を塗り、\(left) か所はそのままです"))
    return edit(
      edits,
      named: Phrase("fill \(filled.count.counted("spot"))", "塗り残し \(filled.count) か所を塗る"))
  }
}
