import Projects
import Raster
import Studio
import TerminalUI

extension Page {
  /// The references to choose from, and for which drawings.
  mutating func references(_ chooser: ReferenceChooser, _ state: StudioState, over body: Box) {
    let whose = state.name(of: chooser.drawings)
    let title = Phrase("References of \(whose.english)", "\(whose.japanese)の色見本")
    let count = chooser.references.count
    let inside = dialog(title(language), width: 56, height: min(body.height, count + 4), over: body)
    let rows = inside.height - 2
    guard rows > 0 else { return }
    let top = max(0, min(chooser.selected - rows / 2, count - rows))
    let shown = top..<min(count, top + rows)
    for (row, index) in shown.enumerated() {
      let line = Box(x: inside.x, y: inside.y + row, width: inside.width - 1, height: 1)
      let isSelected = index == chooser.selected
      if isSelected { fill(line, .selection) }
      let id = chooser.references[index]
      let mark = chooser.chosen.firstIndex(of: id).map { "\(Sign.marked.glyph)\($0 + 1)" } ?? ""
      let padding = String(repeating: " ", count: max(0, 3 - mark.count))
      let text = (isSelected ? Sign.selected.glyph : " ") + " \(mark)\(padding) "
      let name = state.desk.project?.state[id]?.title ?? ""
      write(
        text + name, at: Point(line.x, line.y), isSelected ? .selection : .dialog,
        before: line.maxX)
      hit(line, .menuItem(index))
    }
    frame.surface.drawScrollBar(
      showing: shown, of: count,
      in: Box(x: inside.maxX, y: inside.y, width: 1, height: rows), thumb: theme[.dialogBorder],
      track: CellStyle(theme[.border].foreground, on: theme[.dialog].background),
      linework: linework)
    write(
      Phrase(
        "Space marks; the first counts most. Enter assigns", "Space で選択 (最初が優先)。Enter で割り当て")(
          language),
      at: Point(inside.x, inside.maxY - 1), .dialogBorder, before: inside.maxX)
  }
}
