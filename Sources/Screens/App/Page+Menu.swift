import Raster
import Studio
import TerminalUI

extension Page {
  /// A line of a menu as it is drawn.
  private enum MenuLine {
    case heading(Phrase)
    case item(Int)
  }

  /// A list to choose from, each group under its heading.
  mutating func menu(_ menu: Menu, over body: Box) {
    let items = menu.matching
    let title =
      switch menu.kind {
      case .help: Phrase("Help — type to search", "ヘルプ — 入力で検索")
      case .commands: Phrase("Commands — type to search", "コマンド — 入力で検索")
      case .themes: Phrase("Themes", "テーマ")
      case .settings: Phrase("Settings", "設定")
      case .setting(let setting): setting.title
      case .changedPart: Phrase("Which part is to change?", "変更するパーツ")
      case .entryPart(let name): Phrase("What part is \(name)?", "\(name) のパーツ")
      case .removedPart: Phrase("Which part is to go?", "取り除くパーツ")
      }
    var lines: [MenuLine] = []
    for (index, item) in items.enumerated() {
      let isNew = index == 0 || items[index - 1].group != item.group
      if menu.hasGroups, isNew { lines.append(.heading(item.group)) }
      lines.append(.item(index))
    }
    let inner = dialog(
      title(language), width: 72, height: min(body.height, lines.count + 4), over: body)
    input(menu.filter, at: Point(inner.x, inner.y), before: inner.maxX)
    let rows = inner.height - 2
    guard rows > 0 else { return }
    if items.isEmpty {
      write(
        Phrase("Nothing is called so.", "見つかりません。")(language),
        at: Point(inner.x + 1, inner.y + 2), .dialog, before: inner.maxX)
    }
    let chosen = lines.firstIndex { if case .item(menu.selected) = $0 { true } else { false } } ?? 0
    let top = max(0, min(chosen - rows / 2, lines.count - rows))
    let shown = top..<min(lines.count, top + rows)
    for (row, index) in shown.enumerated() {
      let line = Box(x: inner.x, y: inner.y + 2 + row, width: inner.width - 1, height: 1)
      switch lines[index] {
      case .heading(let text):
        write(text(language), at: Point(line.x, line.y), .dialogBorder, before: line.maxX)
      case .item(let index):
        item(items[index], isSelected: index == menu.selected, in: line)
        hit(line, .menuItem(index))
      }
    }
    // A command that cannot be used now says why.
    if items.indices.contains(menu.selected), let obstacle = items[menu.selected].obstacle {
      let text = " \(obstacle(language)) ".fitted(toColumns: inner.width)
      write(text, at: Point(inner.x, inner.maxY), .warning, on: .dialog)
    }
    frame.surface.drawScrollBar(
      showing: shown, of: lines.count,
      in: Box(x: inner.maxX, y: inner.y + 2, width: 1, height: rows), thumb: theme[.dialogBorder],
      track: CellStyle(theme[.border].foreground, on: theme[.dialog].background),
      linework: linework)
  }

  private mutating func item(_ item: MenuItem, isSelected: Bool, in line: Box) {
    var style = theme[isSelected ? .selection : item.obstacle == nil ? .dialog : .disabled]
    if !isSelected { style.background = theme[.dialog].background }
    if isSelected { fill(line, .selection) }
    var x = line.x
    // Also without colours it is seen which line is chosen.
    frame.surface.write(isSelected ? Sign.selected.glyph : " ", at: Point(x, line.y), style)
    x += 2
    if case .sign(let sign) = item.choice {
      var signStyle = theme[sign.role]
      signStyle.background = style.background
      if isSelected { signStyle = style }
      frame.surface.write(sign.glyph, at: Point(x, line.y), signStyle)
      x += 3
    }
    let end = line.maxX - item.detail.terminalColumns - 1
    frame.surface.write(
      item.title(language).fitted(toColumns: end - x - 1), at: Point(x, line.y), style)
    if !isSelected && item.obstacle == nil { style = theme[.dialogBorder] }
    frame.surface.write(item.detail, at: Point(end, line.y), style)
  }

  /// A line being typed, and the cursor in it.
  private mutating func input(_ editor: LineEditor, at place: Point, before end: Int) {
    let start = write("> ", at: place, .dialogBorder)
    write(editor.text, at: Point(start, place.y), .input, before: end)
    let typed = editor.text.prefix(editor.cursor).terminalColumns
    frame.cursor = Point(min(end - 1, start + typed), place.y)
  }
}
