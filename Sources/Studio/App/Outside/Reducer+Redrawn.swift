import Coloring
import Projects
import Raster
import Regions
import TerminalUI

// A drawing whose file was drawn anew: the new picture takes its place, and what the artist said of the old one holds for
// it by the points it was said at. What finds no region there any more is told once the engine has looked; what was said of
// the figure and finds the ground there is taken back, or the label of an erased fan would paint the paper.
extension StudioState {
  /// Puts a drawing that was read again in the place of the old one.
  mutating func takeRedrawn(_ picture: Picture, inPlaceOf old: PictureID) -> [Effect] {
    guard let drawing = desk.project?.state[old] else { return [] }
    desk.project?.history.include([picture])
    let isSelected = pictures.selected[.drawing] == old
    let ofFigure = correctedFigure(of: old)
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
    outside.redrawn[old] = nil
    outside.redrawn[picture.id] = ofFigure
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

  /// The regions of a drawing that something was said of while they were no ground, as far as the engine has looked.
  private func correctedFigure(of drawing: PictureID) -> Set<RegionName> {
    let known = outside.redrawn[drawing] ?? []
    guard let state = desk.project?.state,
      let map = desk.analyses.last(where: { $0.order.drawing == drawing })?.result.map
    else { return known }
    let corrected =
      (state.labels[drawing] ?? []).map(\.region) + (state.pins[drawing] ?? []).map(\.region)
      + (state.colours[drawing] ?? []).map(\.region)
    return known.union(corrected.filter { !map.isGround($0) })
  }

  /// Says which corrections of a drawing that was read again find no place in it, and takes back what was said of its
  /// figure where there is ground now.
  mutating func settleRedrawn(_ analysis: Analysis) -> [Effect] {
    let drawing = analysis.order.drawing
    guard let ofFigure = outside.redrawn.removeValue(forKey: drawing),
      let title = title(of: drawing)
    else { return [] }
    let onGround = corrections(of: drawing) {
      ofFigure.contains($0) && analysis.result.map.isGround($0)
    }
    var lost = analysis.result.orphans
    lost.labels += onGround.labels
    lost.pins += onGround.pins
    lost.colours += onGround.colours
    let sentences = lost.sentences
    if sentences.isEmpty { return [] }
    let effects = takeBack(onGround, of: drawing, title)
    for one in sentences {
      enterInLog(.warning, Phrase("\(title): \(one.english)", "\(title): \(one.japanese)"))
    }
    tell(
      .warning,
      Phrase(
        "\(title): \(sentences.count.counted("correction")) \(sentences.count == 1 ? "finds" : "find") no place in the new lines; L lists them",
        "\(title): 修正 \(sentences.count) 件は新しい線に合いませんでした。L で一覧"))
    return effects
  }

  /// What was said of a drawing's regions, but for what says that they are ground.
  private func corrections(of drawing: PictureID, where isMeant: (RegionName) -> Bool)
    -> Corrections
  {
    var found = Corrections()
    guard let state = desk.project?.state else { return found }
    found.labels = (state.labels[drawing] ?? []).filter {
      isMeant($0.region) && $0.part != "background"
    }
    found.pins = (state.pins[drawing] ?? []).filter { isMeant($0.region) }.map {
      Pin(region: $0.region, reference: 0, counterpart: $0.counterpart)
    }
    found.colours = (state.colours[drawing] ?? []).filter { isMeant($0.region) }
    return found
  }

  private mutating func takeBack(
    _ corrections: Corrections, of drawing: PictureID, _ title: String
  ) -> [Effect] {
    var edits: [Edit] = []
    let labelled = corrections.labels.map(\.region)
    if !labelled.isEmpty { edits.append(.label(drawing, labelled, part: nil)) }
    let pinned = corrections.pins.map(\.region)
    if !pinned.isEmpty { edits.append(.release(drawing, pinned)) }
    let painted = corrections.colours.map(\.region)
    if !painted.isEmpty { edits.append(.colour(drawing, painted, entry: nil)) }
    if edits.isEmpty { return [] }
    return edit(
      edits,
      named: Phrase(
        "take back what was said of \(title) where there is ground now",
        "\(title): 背景になった所の修正を外す"))
  }
}

extension RegionMap {
  /// Whether a region that was named lies in the ground; not where there is none.
  fileprivate func isGround(_ name: RegionName) -> Bool {
    resolve(name).map { self[$0].isBackground } ?? false
  }
}

extension Corrections {
  /// A sentence for each of them.
  fileprivate var sentences: [Phrase] {
    func at(_ region: RegionName) -> String { "(\(region.inside.x), \(region.inside.y))" }
    var all: [Phrase] = []
    all += labels.map {
      Phrase("label \($0.part) at \(at($0.region))", "パーツ \($0.part) \(at($0.region))")
    }
    all += pins.map { Phrase("pin at \(at($0.region))", "固定 \(at($0.region))") }
    all += unlinks.map { Phrase("unlinked region at \(at($0))", "対応なし \(at($0))") }
    all += colours.map {
      Phrase("paint \($0.entry) at \(at($0.region))", "塗り \($0.entry) \(at($0.region))")
    }
    all += regions.cuts.map { cut in
      let from = cut.points.first.map { "(\($0.x), \($0.y))" } ?? ""
      return Phrase("cut from \(from)", "切り分け \(from)")
    }
    all += regions.joins.map { Phrase("join at \(at($0.first))", "結合 \(at($0.first))") }
    all += (regions.closed + regions.opened).map {
      Phrase("gap at (\($0.from.x), \($0.from.y))", "隙間 (\($0.from.x), \($0.from.y))")
    }
    return all
  }
}
