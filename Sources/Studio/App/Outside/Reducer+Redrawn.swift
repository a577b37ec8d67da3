import Coloring
import Projects
import Raster
import Regions
import TerminalUI

// A drawing whose file was drawn anew: the new picture takes its place, and what the artist said of the old one holds for
// it by the points it was said at. What finds no region there any more is told once the engine has looked.
extension StudioState {
  /// Puts a drawing that was read again in the place of the old one.
  mutating func takeRedrawn(_ picture: Picture, inPlaceOf old: PictureID) -> [Effect] {
    guard let drawing = desk.project?.state[old] else { return [] }
    desk.project?.history.include([picture])
    let isSelected = pictures.selected[.drawing] == old
    let effects = edit(
      [.replace(old, with: picture.id)],
      named: Phrase("read \(drawing.title) again", "\(drawing.title) を読み直す"))
    if effects.isEmpty { return [] }
    if isSelected { pictures.selected[.drawing] = picture.id }
    if pictures.marked.remove(old) != nil { pictures.marked.insert(picture.id) }
    for screen in views.keys {
      if let view = views[screen]?[old], view.width == picture.width, view.height == picture.height
      {
        views[screen]?[picture.id] = view
      }
    }
    desk.marks.points[picture.id] = desk.marks.points.removeValue(forKey: old)
    outside.redrawn.insert(picture.id)
    tell(
      .done,
      Phrase(
        "\(drawing.title) was drawn anew outside: read again, with all corrections; u goes back",
        "\(drawing.title) がほかのソフトで更新されたので読み直しました。修正は引き継がれます。u で戻せます"))
    return effects
  }

  /// Asks for a watch on the files of the drawings that there are.
  mutating func wantedWatch() -> [Effect] {
    guard let project = desk.project, !project.isReadOnly else { return [] }
    let drawings = project.state.drawings.filter { $0.source != nil }
    if drawings == outside.watched { return [] }
    outside.watched = drawings
    return [.watchSources(drawings, known: Array(project.history.pictures.values))]
  }

  /// Says which corrections of a drawing that was read again find no place in it.
  mutating func tellLost(in analysis: Analysis) {
    guard outside.redrawn.remove(analysis.order.drawing) != nil,
      let title = title(of: analysis.order.drawing)
    else { return }
    let lost = analysis.result.lostCorrections
    if lost.isEmpty { return }
    for one in lost {
      enterInLog(.warning, Phrase("\(title): \(one.english)", "\(title): \(one.japanese)"))
    }
    tell(
      .warning,
      Phrase(
        "\(title): \(lost.count.counted("correction")) \(lost.count == 1 ? "finds" : "find") no place in the new lines; L lists them",
        "\(title): 修正 \(lost.count) 件は新しい線に合いませんでした。L で一覧"))
  }
}

extension ColoringResult {
  /// A sentence for each correction that names what is not there.
  fileprivate var lostCorrections: [Phrase] {
    let lost = flats.orphans
    let edits = map.orphans
    func at(_ region: RegionName) -> String { "(\(region.inside.x), \(region.inside.y))" }
    var all: [Phrase] = []
    all += lost.labels.map {
      Phrase("label \($0.part) at \(at($0.region))", "パーツ \($0.part) \(at($0.region))")
    }
    all += lost.pins.map { Phrase("pin at \(at($0.region))", "固定 \(at($0.region))") }
    all += lost.unlinks.map { Phrase("unlinked region at \(at($0))", "対応なし \(at($0))") }
    all += lost.colours.map {
      Phrase("paint \($0.entry) at \(at($0.region))", "塗り \($0.entry) \(at($0.region))")
    }
    all += edits.cuts.map { cut in
      let from = cut.points.first.map { "(\($0.x), \($0.y))" } ?? ""
      return Phrase("cut from \(from)", "切り分け \(from)")
    }
    all += edits.joins.map { Phrase("join at \(at($0.first))", "結合 \(at($0.first))") }
    all += (edits.closed + edits.opened).map {
      Phrase("gap at (\($0.from.x), \($0.from.y))", "隙間 (\($0.from.x), \($0.from.y))")
    }
    return all
  }
}
