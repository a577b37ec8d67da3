import Coloring
import Projects
import Raster
import Regions
import Studio
import TerminalUI

extension Page {
  /// The drawing, its parts as coloured blocks, and the selected region.
  mutating func masks(_ state: StudioState, in body: Box, cache: ViewCache) {
    guard let drawing = state.drawing else {
      return empty(
        Phrase("No drawing is selected. F2 lists them.", "線画が選ばれていません。F2 で一覧を表示します。"), in: body)
    }
    guard let analysis = state.analysis else {
      return waiting(state, for: drawing, in: body)
    }
    let selected = state.region?.label
    let key = MaskKey(
      order: analysis.order, opacity: state.masks.opacity, selected: selected)
    picture(
      { $0.mask(analysis, state, selected: selected) }, key: key,
      viewport: state.viewport(of: drawing),
      as: .drawing, in: body, cache: cache)
  }

  private struct MaskKey: Hashable, Sendable {
    let order: AnalysisOrder
    let opacity: Double
    let selected: UInt16?
  }

  private func mask(_ analysis: Analysis, _ state: StudioState, selected: UInt16?) -> PictureView {
    let result = analysis.result
    let paints = [MaskPicture.Paint(.white)] + result.map.regions.map { paint($0, analysis) }
    let mask = MaskPicture(
      labels: result.map.labels, paints: paints, ink: analysis.ink, opacity: state.masks.opacity)
    var overlays: [PictureOverlay] = []
    if let selected {
      overlays = [
        .outline([selected], of: result.map.labels, .outline),
        .cursor(result.map[selected].inside, .outline),
      ]
    }
    return PictureView(.mask(mask), overlays: overlays)
  }

  /// A region in its part's colour; one without a part looks unlabelled.
  private func paint(_ region: Region, _ analysis: Analysis) -> MaskPicture.Paint {
    guard let id = analysis.result.parts[Int(region.label) - 1]?.part,
      let part = Part.standard.first(where: { $0.id == id })
    else { return MaskPicture.Paint(RGBA(theme[.unlabelled].foreground) ?? .white, letter: "?") }
    let colour = theme.named[id].flatMap { RGBA($0) } ?? RGBA(hex: part.hex) ?? .white
    return MaskPicture.Paint(colour, letter: part.letter.unicodeScalars.first ?? "?")
  }

  /// Before the engine has answered: what it is doing, or why there is nothing.
  private mutating func waiting(_ state: StudioState, for drawing: Picture, in body: Box) {
    if let failure = state.analysisFailure, failure.order.drawing == drawing.id {
      return empty(Phrase(same: failure.reason), in: body)
    }
    guard let progress = state.analysing, progress.order.drawing == drawing.id else {
      return empty(
        Phrase(
          "This drawing has no reference. F2, then i in the references, imports one.",
          "参照がありません。F2 の参照リストで i を押して読み込みます。"), in: body)
    }
    let percent = Int(progress.share * 100)
    empty(Phrase("Finding the regions … \(percent) %", "領域を検出中… \(percent) %"), in: body)
  }

  /// One line in the middle of a box that has nothing else to show.
  mutating func empty(_ text: Phrase, in box: Box) {
    fill(box, .canvas)
    let words = text(language)
    let x = box.x + max(1, (box.width - words.terminalColumns) / 2)
    write(words, at: Point(x, box.y + box.height / 2), .canvas, before: box.maxX - 1)
  }
}

extension RGBA {
  init?(_ color: CellColor) {
    guard let (r, g, b) = color.rgb else { return nil }
    self.init(r, g, b)
  }
}
