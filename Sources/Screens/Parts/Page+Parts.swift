import Coloring
import Projects
import Raster
import Regions
import Studio
import TerminalUI

extension Page {
  /// From this width on the legend stands beside the drawing; below, it lies under it.
  private static let widthForPane = 90

  /// The drawing or its reference, the parts as coloured blocks, what is selected, and what the digits mean.
  mutating func parts(_ state: StudioState, in room: Box, cache: ViewCache) {
    let body = tool(state, in: room)
    guard let drawing = state.drawing else {
      return empty(
        Phrase("No drawing is selected. F2 lists them.", "線画が選ばれていません。F2 で一覧を表示します。"), in: body)
    }
    guard let analysis = state.analysis, let subject = state.partsSubject else {
      var room = body
      progress(state, for: drawing, in: room.cutTop(1))
      return preview(drawing, state, as: .drawing, in: room, cache: cache)
    }
    let parts = state.regionParts(of: subject)
    var rest = body
    heading(state, subject, parts, in: rest.cutTop(1))
    let hasTool = state.activeTool != nil
    if !hasTool, let hint = state.partsHint {
      let line = rest.cutTop(1)
      fill(line, .footer)
      write(hint(language), at: Point(line.x + 1, line.y), .footerKey, before: line.maxX - 1)
    }
    if hasTool {
      // Its panel takes the legend's place.
    } else if body.width >= Self.widthForPane {
      let pane = rest.cutRight(30)
      let facts = state.facts(parts: parts)
      legendPane(state, parts, selected: facts?.part?.part, facts, in: pane)
    } else if rest.height >= 6 {
      // Digits label: what they stand for is worth two rows of a small picture.
      let part = state.partsRegion.flatMap { parts[$0.label]?.part }
      legendStrip(state, parts, selected: part, in: rest.cutBottom(2))
    }
    let marks = ToolMarks(state)
    let selected = marks.hidesRegion ? nil : state.partsRegion
    // The ground is pointed at where it was clicked.
    let focus = selected?.isBackground == true ? state.partsFocus : nil
    let strength = subject.reference == nil && state.isAnalysisDimmed ? 0.4 : 1
    let key = PartsKey(
      order: analysis.order, reference: subject.reference, parts: parts,
      opacity: partsOpacity(state), strength: strength, selected: selected?.label,
      focus: focus, marked: state.markedLabels,
      offered: subject.reference == nil ? state.offeredLabels : [],
      marks: marks, colours: subject.reference == nil ? seenColours(state) : nil)
    picture(
      { $0.mask(analysis, state, subject, parts, selected, focus, marks, strength) }, key: key,
      viewport: state.viewport(of: subject.picture),
      as: subject.reference == nil ? .drawing : .reference, in: rest, cache: cache)
  }

  /// The opacity of the parts' colours. Sixteen have no tints: a colour mixed with paper would become another part's.
  private func partsOpacity(_ state: StudioState) -> Double {
    look.colors == .ansi16 ? 1 : state.parts.opacity
  }

  private struct PartsKey: Hashable, Sendable {
    let order: AnalysisOrder
    let reference: Int?
    let parts: RegionParts
    let opacity: Double
    let strength: Double
    let selected: UInt16?
    let focus: Point?
    let marked: [UInt16]
    let offered: [UInt16]
    let marks: ToolMarks
    /// While the palette is open the drawing shows its colours, not its parts.
    let colours: CurrentColours?
  }

  private func mask(
    _ analysis: Analysis, _ state: StudioState, _ subject: PartsSubject, _ parts: RegionParts,
    _ selected: Region?, _ focus: Point?, _ marks: ToolMarks, _ strength: Double
  ) -> PictureView {
    var paints =
      [MaskPicture.Paint(.white)] + parts.regions.map { paint($0.flatMap { state.part($0.part) }) }
    let colours = subject.reference == nil ? seenColours(state) : nil
    colours?.paint(&paints)
    if marks.hasTool {
      // Lines are what tools are for: nothing that says "unlabelled" may hide them.
      for index in paints.indices where paints[index].isHatched {
        (paints[index].isHatched, paints[index].letter) = (false, " ")
      }
    }
    let mask = MaskPicture(
      labels: subject.map.labels, paints: paints,
      ink: subject.reference == nil ? analysis.ink : nil,
      ground: subject.reference.map { analysis.references[$0] },
      opacity: strength * (colours == nil ? partsOpacity(state) : 1))
    var overlays: [PictureOverlay] = []
    let marked = Set(state.markedLabels)
    if !marked.isEmpty {
      overlays.append(.outline(marked, of: subject.map.labels, .outlineMarked))
      overlays += marked.sorted().map { .tag("✓", at: subject.map[$0].inside, .marked) }
    }
    if subject.reference == nil {
      overlays += offered(state.offeredLabels, on: subject.map)
    }
    if let selected {
      // An outline of the ground would be one of the whole figure.
      if !selected.isBackground {
        overlays.append(.outline([selected.label], of: subject.map.labels, .outline))
      }
      if !marks.hasTool {
        overlays.append(.cursor(focus ?? selected.inside, .outline))
      }
    }
    return PictureView(.mask(mask), overlays: overlays + marks.overlays)
  }

  /// Regions that the last gesture could go on to.
  func offered(_ labels: [UInt16], on map: RegionMap) -> [PictureOverlay] {
    if labels.isEmpty { return [] }
    return [.outline(Set(labels), of: map.labels, .outlineMarked)]
      + labels.map { .tag("+", at: map[$0].inside, .marked) }
  }

  /// A region in its part's colour; one without a part looks unlabelled.
  private func paint(_ part: Part?) -> MaskPicture.Paint {
    guard let part else { return unlabelledPaint }
    // In letters the figure must stand out from what is around it.
    let letter = part.id == "background" ? " " : part.letter.unicodeScalars.first ?? " "
    return MaskPicture.Paint(colour(of: part), letter: letter)
  }

  /// The paint of a region without a part: the colour of warnings, since grey stripes would be taken for shading.
  var unlabelledPaint: MaskPicture.Paint {
    MaskPicture.Paint(RGBA(theme[.warning].foreground) ?? RGBA(200, 160, 60), isHatched: true)
  }

  /// A part's colour in this theme; the part's own where the theme has none.
  func colour(of part: Part) -> RGBA {
    theme.named[part.id].flatMap { RGBA($0) } ?? RGBA(hex: part.hex) ?? .white
  }
}

extension StudioState {
  /// The first thing to do, until it is done: parts are labelled once, on the reference.
  fileprivate var partsHint: Phrase? {
    guard let analysis, let labels = desk.project?.state.labels,
      analysis.order.references.allSatisfy({ labels[$0]?.isEmpty ?? true })
    else { return nil }
    return !isReferenceShown
      ? Phrase(
        "Said here and on the reference (t), parts narrow matches; F4 mends colours",
        "線画と色見本 (t) の両方で指定すると対応が絞られます。色の修正は F4")
      : Phrase(
        "Arrows select, digits label: once for each colour will do; t goes back",
        "矢印で選び、数字で指定します。色ごとに一度で足ります。t で線画へ")
  }
}

extension Box {
  /// Takes rows off the top.
  mutating func cutTop(_ rows: Int) -> Box {
    let rows = max(0, min(rows, height))
    let top = Box(x: x, y: y, width: width, height: rows)
    self = Box(x: x, y: y + rows, width: width, height: height - rows)
    return top
  }

  /// Takes rows off the bottom.
  mutating func cutBottom(_ rows: Int) -> Box {
    let rows = max(0, min(rows, height))
    let bottom = Box(x: x, y: maxY - rows, width: width, height: rows)
    self = Box(x: x, y: y, width: width, height: height - rows)
    return bottom
  }

  /// Takes columns off the right side.
  mutating func cutRight(_ columns: Int) -> Box {
    let columns = max(0, min(columns, width))
    let right = Box(x: maxX - columns, y: y, width: columns, height: height)
    self = Box(x: x, y: y, width: width - columns, height: height)
    return right
  }
}
