import Coloring
import Projects
import Raster
import Regions
import TerminalUI

extension StudioState {
  /// The line being drawn, while that is the tool in use.
  public var lineTool: LineTool? {
    get { if case .line(let line)? = parts.tool?.kind { line } else { nil } }
    set { if let newValue, lineTool != nil { parts.tool?.kind = .line(newValue) } }
  }

  mutating func setCorner() -> [Effect] {
    lineTool.map { setCorner(at: $0.cursor) } ?? []
  }

  mutating func finishLoop() -> [Effect] {
    lineTool.flatMap(loop).map { finish($0, isLoop: true) } ?? []
  }

  mutating func takeCornerBack() {
    if let corner = lineTool?.corners.popLast() { lineTool?.cursor = corner }
  }

  /// Takes up the knife, the selected region as near as it fits.
  mutating func startCut() {
    guard let drawing else { return }
    let view = viewport(of: drawing)
    let center = Point(Int(view.center.x), Int(view.center.y))
    take(up: .line(LineTool(purpose: .cut, cursor: region?.inside ?? center)))
    guard let region, let analysis, !region.isBackground else { return }
    // A speck is seen among its neighbours all the same.
    let around = min(
      Int(6 * analysis.result.lineArt.strokeWidth), min(drawing.width, drawing.height) / 4)
    let middle = region.inside
    let near = Viewport(width: drawing.width, height: drawing.height).zoomed(
      to: region.box.union(
        Box(
          x: middle.x - around, y: middle.y - around, width: 2 * around, height: 2 * around)),
      margin: 0.1)
    if near.magnification > view.magnification { viewports[drawing.id] = near }
    revealCursor()
  }

  /// Draws a closing from the list of gaps.
  mutating func startClosing() {
    guard let drawing, let list = gapList else { return }
    let center = viewport(of: drawing).center
    take(
      up: .line(LineTool(purpose: .closing(list), cursor: Point(Int(center.x), Int(center.y)))))
  }

  /// Lays the line down; one that was to close a gap leads back to the list.
  mutating func leaveLine() {
    if case .closing(let list)? = lineTool?.purpose {
      parts.tool?.kind = .gaps(list)
    } else {
      layDownTool()
    }
  }

  /// The view of the drawing beside the panel: a step of the cursor is one square of it.
  private var lineFrame: ViewFrame? {
    guard let drawing else { return nil }
    return ViewFrame(
      viewport(of: drawing), columns: max(1, terminal.size.columns),
      rows: max(1, terminal.size.rows - 3 - LineTool.panelRows))
  }

  mutating func moveCursor(by steps: SIMD2<Double>) {
    guard let line = lineTool, let drawing, let frame = lineFrame else { return }
    let way = steps * max(1, frame.pixelsPerColumn.rounded())
    lineTool?.cursor = Point(
      max(0, min(drawing.width - 1, line.cursor.x + Int(way.x.rounded()))),
      max(0, min(drawing.height - 1, line.cursor.y + Int(way.y.rounded()))))
    revealCursor()
  }

  /// Moves the view no farther than the cursor needs to be seen with some room around it.
  private mutating func revealCursor() {
    guard let cursor = lineTool?.cursor, let drawing, let frame = lineFrame else { return }
    let room = SIMD2(Double(frame.columns), Double(2 * frame.rows)) * frame.pixelsPerColumn * 0.42
    let view = frame.viewport
    let away = SIMD2(Double(cursor.x), Double(cursor.y)) - view.center
    let excess = away - away.clamped(lowerBound: -room, upperBound: room)
    if excess != .zero {
      viewports[drawing.id] = view.centered(at: view.center + excess, aspect: frame.aspect)
    }
  }

  /// The width of a square of the screen, in pixels of the drawing.
  var squareSize: Double { lineFrame?.pixelsPerColumn ?? 1 }

  /// The farthest that an end may stop short of ink and still be carried on to it, in pixels: three strokes, or two squares
  /// of the screen where these are wider.
  private var reach: Double {
    let stroke = analysis?.result.lineArt.strokeWidth ?? 1
    return max(3 * stroke, 2 * squareSize)
  }

  /// A corner where none is; where the last one is, the end.
  mutating func setCorner(at point: Point) -> [Effect] {
    guard var line = lineTool else { return [] }
    line.cursor = point
    if case .closing = line.purpose {
      line.corners.append(point)
      lineTool = line
      return line.corners.count == 2 ? finishClosing(line.corners) : []
    }
    if line.corners.last == point, line.corners.count > 1 {
      return finish(line.corners, isLoop: false)
    }
    if line.corners.last != point { line.corners.append(point) }
    lineTool = line
    return []
  }

  /// The corners as a loop; nil where there are too few.
  func loop(_ line: LineTool) -> [Point]? {
    let corners = line.corners.last == line.cursor ? line.corners : line.corners + [line.cursor]
    guard corners.count >= 3, let first = corners.first else { return nil }
    return corners + [first]
  }

  /// Whether each end of a line reaches a border, or would be carried on to one.
  func borders(of line: [Point]) -> (start: Bool, end: Bool) {
    guard let analysis else { return (false, false) }
    let reached = analysis.result.lineArt.reaching(line, within: reach)
    return (reached.startsOnBorder, reached.endsOnBorder)
  }

  /// The same of what is drawn so far; nil while that is no line.
  public var lineEnds: (start: Bool, end: Bool)? {
    guard let preview = lineTool?.preview, preview.count > 1 else { return nil }
    return borders(of: preview)
  }

  /// The number of regions that the line drawn so far goes through from border to border.
  public var crossedCount: Int {
    guard let analysis, let preview = lineTool?.preview, preview.count > 1 else { return 0 }
    let lineArt = analysis.result.lineArt
    let line = lineArt.reaching(preview, within: reach).points
    return analysis.result.map.crossed(by: line, in: lineArt).count
  }

  /// Cuts along the line.
  mutating func finish(_ corners: [Point], isLoop: Bool) -> [Effect] {
    guard let analysis, let drawing else { return [] }
    let points =
      isLoop ? corners : analysis.result.lineArt.reaching(corners, within: reach).points
    // The view stays near, on the regions that were cut.
    parts.tool = nil
    let count = analysis.result.map.crossed(by: points, in: analysis.result.lineArt).count
    let name =
      switch (isLoop, count) {
      case (true, ...1): Phrase("cut out a loop", "囲んで切り分ける")
      case (true, _):
        Phrase("cut a loop out of \(count) regions", "\(count) 個の領域から囲んで切り分ける")
      case (false, ...1): Phrase("cut a region", "領域を切り分ける")
      case (false, _): Phrase("cut \(count) regions", "\(count) 個の領域を切り分ける")
      }
    let effects = edit([.cut(drawing.id, Cut(points: points))], named: name)
    return effects.isEmpty ? [] : effects + askAbout(points, isCut: true)
  }

  /// Closes a gap between the strokes nearest to two points.
  private mutating func finishClosing(_ corners: [Point]) -> [Effect] {
    guard let analysis, let drawing else { return [] }
    let lineArt = analysis.result.lineArt
    let ends = corners.compactMap { lineArt.nearestStroke(to: $0, within: reach) }
    guard ends.count == 2, ends[0] != ends[1] else {
      lineTool?.corners = []
      tell(
        .warning,
        ends.count < 2
          ? Phrase("Both ends must be near a line", "両端は線の近くに置いてください")
          : Phrase("Both ends are at the same place", "両端が同じ場所です"))
      return []
    }
    leaveLine()
    let closing = Closing(from: ends[0], to: ends[1])
    gapList?.selected = closing
    let effects = edit(
      [.close(drawing.id, [closing])], named: Phrase("close a gap by hand", "手で隙間を閉じる"))
    return effects.isEmpty ? [] : effects + askAbout(ends, isCut: false)
  }

  /// Asks what the line did, which is known long before the drawing is coloured anew.
  private mutating func askAbout(_ points: [Point], isCut: Bool) -> [Effect] {
    guard let analysis, let order = wantedOrder, let number = desk.project?.history.undoNumber
    else {
      return []
    }
    parts.awaitedLine = AwaitedLine(order: order, points: points, isCut: isCut, number: number)
    return [.divide(order, analysis.result.lineArt)]
  }

  /// Tells what a line did; a cut that did nothing is taken back.
  mutating func reportLine(_ map: RegionMap, for order: DivisionOrder) -> [Effect] {
    guard let line = parts.awaitedLine, line.order == order else { return [] }
    parts.awaitedLine = nil
    guard let analysis, analysis.order.drawing == order.drawing else { return [] }
    let pieces = map.pieces(
      along: line.points, before: analysis.result.map, lineArt: analysis.result.lineArt)
    if !pieces.isEmpty {
      tell(.done, CutReport.sentence(pieces))
    } else if line.isCut {
      // Unless the artist has gone on since.
      let effects = desk.project?.history.undoNumber == line.number ? undo() : []
      tell(.warning, CutReport.nothing)
      // The knife stays in the hand, for another line.
      if screen == .parts, parts.tool == nil, let last = line.points.last {
        take(up: .line(LineTool(purpose: .cut, cursor: last)))
      }
      return effects
    } else {
      tell(
        .warning,
        Phrase(
          "The gap is closed, and divides nothing. u takes it back.",
          "隙間を閉じましたが、何も分かれませんでした。u で取り消せます。"))
    }
    if line.isCut {
      let stroke = analysis.result.lineArt.strokeWidth
      let isLoop = line.points.count > 3 && line.points.first == line.points.last
      let piece = pieces.cutOff(loop: isLoop ? line.points : nil, crumb: 9 * stroke * stroke)
      if let piece { desk.focus = piece.inside }
    }
    return []
  }
}

extension LineTool {
  /// Rows of its panel, below the drawing.
  public static let panelRows = 4
}
