import Coloring
import Projects
import Raster
import Regions
import Studio
import TerminalUI

extension Page {
  /// The coloured result beside its line art, its layers, and the facts about it.
  mutating func result(_ state: StudioState, in body: Box, cache: ViewCache) {
    guard let drawing = state.drawing else {
      return empty(
        Phrase("No drawing is selected. F2 lists them.", "線画が選ばれていません。F2 で一覧を表示します。"), in: body)
    }
    guard let analysis = state.analysis, let result = state.shownResult else {
      var room = body
      progress(state, for: drawing, in: room.cutBottom(2))
      return preview(drawing, state, as: .drawing, in: room, cache: cache)
    }
    let isWide = body.width >= 100
    let side = isWide ? 36 : 0
    let pane = Box(
      x: body.x, y: body.y, width: body.width - side, height: body.height - (isWide ? 0 : 2))
    comparison(state, drawing, analysis, result, in: pane, cache: cache)
    if isWide {
      resultPanel(
        state, analysis, in: Box(x: pane.maxX, y: body.y, width: side, height: body.height))
    } else {
      resultLines(
        state, analysis, in: Box(x: body.x, y: pane.maxY, width: body.width, height: 2))
    }
  }

  private struct ResultKey: Hashable, Sendable {
    let order: CompositionOrder
    let comparison: ResultState.Comparison
    let divider: Double
    /// The colours, where they are ahead of the engine.
    let colours: CurrentColours?
  }

  private mutating func comparison(
    _ state: StudioState, _ drawing: Picture, _ analysis: Analysis, _ result: Composition,
    in pane: Box, cache: ViewCache
  ) {
    let comparison = state.result.comparison
    let divider = comparison == .split ? state.result.divider : 0
    let colours = state.areColoursAhead ? state.currentColours : nil
    let key = ResultKey(
      order: result.order, comparison: comparison, divider: divider, colours: colours)
    let before = PictureView.Content.lineArt(LineArtPicture(analysis.ink))
    let after =
      colours.map { PictureView.Content.mask(flats($0, analysis, on: state.result.background)) }
      ?? .picture(result.picture)
    let content: PictureView.Content =
      switch comparison {
      case .split: .split(before, after, share: divider)
      case .after: after
      case .before: before
      }
    picture(
      { _ in PictureView(content) }, key: key, viewport: state.viewport(of: drawing), as: .result,
      in: pane, cache: cache)
    caption(state, in: pane)
    guard comparison == .split, pane.width > 4 else { return }
    let column = pane.x + Int((Double(pane.width) * divider).rounded())
    write("◂▸", at: Point(column - 1, pane.y + pane.height / 2), .accent, before: pane.maxX)
    slider(
      .divider, along: pane,
      in: Box(x: column - 1, y: pane.y, width: 3, height: pane.height), held: state.mouse.heldSlider
    )
  }

  /// The flats alone, in colours that the engine has not followed yet.
  private func flats(
    _ colours: CurrentColours, _ analysis: Analysis, on background: ColoringSettings.Background
  ) -> MaskPicture {
    let ground: RGBA =
      if case .colour(let colour) = background {
        colour
      } else {
        RGBA(theme[.boardLight].background) ?? .white
      }
    let paints = colours.entries.map { entry in
      MaskPicture.Paint(entry.map { colours.palette.entries[$0].base } ?? ground)
    }
    return MaskPicture(
      labels: analysis.result.map.labels, paints: [MaskPicture.Paint(ground)] + paints,
      ink: analysis.ink)
  }

  /// The words for before and after, in the upper corners.
  private mutating func caption(_ state: StudioState, in pane: Box) {
    let before = " " + Phrase("before", "線画")(language) + " "
    let after = " " + Phrase("after", "彩色")(language) + " "
    if state.result.comparison != .after {
      write(before, at: Point(pane.x, pane.y), .footer, before: pane.maxX)
    }
    if state.result.comparison != .before {
      write(after, at: Point(pane.maxX - after.terminalColumns, pane.y), .footer)
    }
  }
}
