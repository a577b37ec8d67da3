import Projects
import Raster
import Renders
import Studio
import TerminalUI

extension Page {
  /// Every render in its group, and beside them what the selected one shows.
  mutating func renderList(_ state: StudioState, in body: Box, cache: ViewCache) {
    let hasSight = body.width >= 70
    let width = hasSight ? max(body.width * 58 / 100, 50) : body.width
    let below = hasSight || state.selectedRender == nil ? 0 : min(6, body.height / 3)
    let groups = state.renders.list.groups
    list(
      groups, state,
      in: Box(x: body.x, y: body.y, width: width, height: body.height - below))
    if hasSight {
      let room = Box(
        x: body.x + width, y: body.y, width: body.width - width, height: body.height)
      renderSight(state, in: room, cache: cache)
    } else if let render = state.selectedRender {
      renderFacts(
        render, state, in: Box(x: body.x, y: body.maxY - below, width: width, height: below))
    }
  }

  private enum Line {
    case heading(RenderGroup)
    case render(Render)
  }

  private mutating func list(_ groups: [RenderGroup], _ state: StudioState, in box: Box) {
    let marked = state.renders.list.marked.count
    let count = groups.reduce(0) { $0 + $1.renders.count }
    var room = panel(
      box, Screen.renders.title(language),
      note: marked > 0 ? "✓\(marked)/\(count)" : "\(count)", isFocused: true)
    if state.renders.queue.isLost {
      let line = room.cutTop(1)
      write(
        "✗ "
          + Phrase("the project was moved: open it anew", "プロジェクトが移動されました")(
            language), at: Point(line.x + 1, line.y), .error, before: line.maxX)
    }
    if groups.isEmpty { return nothing(state, in: room) }
    let row = RenderRow(
      width: room.width, newest: state.renders.queue.renders.last?.number ?? 0, language)
    head(row, in: room.cutTop(1))
    let lines = groups.flatMap { group in
      [Line.heading(group)] + group.renders.map { Line.render($0) }
    }
    let selected =
      lines.firstIndex { line in
        if case .render(let render) = line {
          render.number == state.renders.list.selected
        } else {
          false
        }
      } ?? 0
    let top = max(0, min(selected - room.height / 2, lines.count - room.height))
    let shown = top..<min(lines.count, top + room.height)
    for (place, line) in lines[shown].enumerated() {
      let box = Box(x: room.x, y: room.y + place, width: room.width, height: 1)
      switch line {
      case .heading(let group): heading(group, state, in: box)
      case .render(let render): self.row(render, state, row, in: box)
      }
    }
    frame.surface.drawScrollBar(
      showing: shown, of: lines.count,
      in: Box(x: box.maxX - 1, y: room.y, width: 1, height: room.height),
      thumb: theme[.borderFocused], track: theme[.border], linework: linework)
  }

  /// An empty list says which key fills it.
  private mutating func nothing(_ state: StudioState, in room: Box) {
    let text =
      state.clearedRenders > 0
      ? Phrase(
        "\(state.clearedRenders) that ended are off the list: D lists them.",
        "終わった \(state.clearedRenders) 件を隠しています。D で表示します。")
      : Phrase(
        "Nothing was rendered yet: r renders the selected drawing, A all drawings.",
        "レンダーはまだありません。r で選択中の線画、A ですべての線画をレンダーします。")
    _ = frame.surface.write(
      text(language),
      wrappedIn: Box(x: room.x + 1, y: room.y, width: room.width - 2, height: room.height),
      theme[.muted])
  }

  private mutating func head(_ row: RenderRow, in line: Box) {
    for column in row.columns {
      let title = column.title(language)
      let x = line.x + (column.isRight ? column.end - title.terminalColumns : column.start)
      write(title, at: Point(x, line.y), .muted, before: min(line.maxX, line.x + column.end))
    }
  }

  private mutating func heading(_ group: RenderGroup, _ state: StudioState, in line: Box) {
    var x = write(
      "\(group.kind.title(language)) \(group.renders.count)", at: Point(line.x, line.y), .title,
      before: line.maxX)
    switch group.kind {
    case .queued where state.renders.queue.isStopped:
      let text = Phrase(" · stopped: press c to continue", " · 停止中: c で続けます")
      x = write(text(language), at: Point(x, line.y), .warning, before: line.maxX)
    case .ended where state.clearedRenders > 0:
      let text = Phrase(
        " · \(state.clearedRenders) more off the list", " · ほか \(state.clearedRenders) 件は非表示")
      write(text(language), at: Point(x, line.y), .muted, before: line.maxX)
    default: break
    }
  }

  private mutating func row(
    _ render: Render, _ state: StudioState, _ row: RenderRow, in line: Box
  ) {
    let isSelected = render.number == state.renders.list.selected
    let isMarked = state.renders.list.marked.contains(render.number)
    if isSelected { fill(line, .selection) }
    let standing = RenderStanding(render, isStale: state.isStale(render))
    func role(_ own: Role) -> Role { isSelected ? .selection : own }
    write(
      (isSelected ? "▸" : " ") + (isMarked ? "✓" : " "), at: Point(line.x, line.y),
      role(isMarked ? .marked : .text))
    for column in row.columns {
      let end = line.x + column.end
      let start = line.x + column.start
      switch column.kind {
      case .share:
        share(of: render, row, at: Point(start, line.y), role(standing.role), isSelected)
      case let kind:
        let (text, own) = text(of: render, kind, standing, state)
        let x = column.isRight ? max(start, end - text.terminalColumns) : start
        write(text, at: Point(x, line.y), role(own), before: end)
      }
    }
    hit(line, .render(render.number))
  }

  private func text(
    of render: Render, _ kind: RenderRow.Kind, _ standing: RenderStanding, _ state: StudioState
  ) -> (String, Role) {
    let elapsed = render.elapsed(at: state.wallTime).map(Self.duration) ?? ""
    let left = render.remaining(at: state.wallTime).map { "-" + Self.duration($0) } ?? ""
    return switch kind {
    case .number: ("\(render.number)", .muted)
    case .drawing: (title(of: render, state), .text)
    case .state: ("\(standing.sign.glyph) \(standing.word(language))", standing.role)
    case .share: ("", .text)
    case .elapsed: (elapsed, .muted)
    case .left: (left, .text)
    case .time: left.isEmpty ? (elapsed, .muted) : (left, .text)
    case .note:
      if let why = standing.why {
        (why(language), standing.role)
      } else if render.state == .running {
        ((render.progress?.stage?.phrase ?? Phrase("starting", "開始中"))(language), .muted)
      } else {
        ("", .muted)
      }
    }
  }

  /// The rest of the work is seen too, where there are colours.
  private func barStyle(_ role: Role, _ isSelected: Bool) -> CellStyle {
    var style = theme[role]
    if !isSelected { style.background = theme[.selectionUnfocused].background }
    return style
  }

  func title(of render: Render, _ state: StudioState) -> String {
    state.desk.project?.state[render.job.drawing]?.title ?? render.job.drawing.rawValue
  }

  private mutating func share(
    of render: Render, _ row: RenderRow, at origin: Point, _ role: Role, _ isSelected: Bool
  ) {
    guard render.isUnderWay, let progress = render.progress else { return }
    if row.bar > 0 {
      frame.surface.drawProgress(
        progress.overall, in: Box(x: origin.x, y: origin.y, width: row.bar, height: 1),
        barStyle(role, isSelected), linework: linework)
    }
    let percent = "\(Int(progress.overall * 100)) %"
    write(
      percent,
      at: Point(origin.x + row.bar + RenderRow.percent - percent.terminalColumns, origin.y),
      role)
  }
}
