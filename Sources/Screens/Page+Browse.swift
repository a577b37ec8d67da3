import Projects
import Raster
import Studio
import TerminalUI

extension Page {
  /// Both lists, and a preview where there is room.
  mutating func browse(_ state: StudioState, in body: Box, cache: ViewCache) {
    let listWidth = body.width >= 70 ? max(28, body.width / 3) : body.width
    let drawings = (body.height * 3 / 5)
    list(.drawing, state, in: Box(x: 0, y: body.y, width: listWidth, height: drawings))
    list(
      .reference, state,
      in: Box(x: 0, y: body.y + drawings, width: listWidth, height: body.height - drawings))
  }

  private mutating func list(_ kind: Picture.Kind, _ state: StudioState, in box: Box) {
    let pictures = state.listed(kind)
    let isFocused = state.browse.list == kind
    let name =
      kind == .drawing ? Phrase("Drawings", "線画") : Phrase("References", "参照")
    var heading = "\(name(language)) \(pictures.count)"
    if !state.browse.filter.isEmpty { heading += "  /\(state.browse.filter)" }
    write(heading, at: Point(box.x + 1, box.y), isFocused ? .title : .muted, before: box.maxX)
    let rows = box.height - 1
    guard rows > 0 else { return }
    if pictures.isEmpty {
      let text =
        state.browse.filter.isEmpty
        ? Phrase("none yet: i imports some", "まだありません。i で読み込みます")
        : Phrase("none has this name", "該当する名前がありません")
      write(text(language), at: Point(box.x + 3, box.y + 1), .muted, before: box.maxX)
      return
    }
    let selected = pictures.firstIndex { $0.id == state.browse.selected[kind] } ?? 0
    let top = max(0, min(selected - rows / 2, pictures.count - rows))
    for (row, picture) in pictures[top..<min(pictures.count, top + rows)].enumerated() {
      let y = box.y + 1 + row
      let isSelected = picture.id == state.browse.selected[kind]
      let role: Role = isSelected ? (isFocused ? .selection : .selectionUnfocused) : .text
      let line = Box(x: box.x, y: y, width: box.width, height: 1)
      if isSelected { fill(line, role) }
      let mark = state.browse.marked.contains(picture.id) ? "✓" : " "
      let size = "\(picture.width)×\(picture.height) "
      write(
        "\(isSelected ? "▸" : " ")\(mark) \(picture.title)", at: Point(box.x, y), role,
        before: box.maxX - size.terminalColumns - 1)
      write(size, at: Point(box.maxX - size.terminalColumns, y), isSelected ? role : .muted)
      hit(line, .picture(picture.id))
    }
  }
}
