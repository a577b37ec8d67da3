import Projects
import Raster
import Studio
import TerminalUI

extension Page {
  /// The pictures of the list side by side, each with its name and state, and where there is room the selected one in large.
  mutating func grid(_ state: StudioState, in body: Box, cache: ViewCache) {
    let layout = state.grid
    let kind = state.pictures.list
    let pictures = state.listed(kind)
    let box = Box(
      x: body.x, y: body.y, width: body.width - layout.previewWidth, height: body.height)
    let inside = panel(
      box, kind.heading(language), note: note(kind, state), isFocused: true)
    if layout.previewWidth > 0 {
      let room = Box(x: box.maxX, y: body.y, width: layout.previewWidth, height: body.height)
      preview(state, in: room, cache: cache)
    }
    if pictures.isEmpty { return hint(kind, state, in: inside) }
    let selected = pictures.firstIndex { $0.id == state.pictures.selected[kind] } ?? 0
    let count = (pictures.count - 1) / layout.columns + 1
    let top = max(0, min(selected / layout.columns - layout.rows / 2, count - layout.rows))
    let shown = top..<min(count, top + layout.rows)
    for index in shown.lowerBound
      * layout.columns..<min(
        pictures.count, shown.upperBound * layout.columns)
    {
      let place = Point(index % layout.columns, index / layout.columns - top)
      gridPlace(
        pictures[index], state, isSelected: index == selected,
        in: Box(
          x: inside.x + place.x * layout.width, y: inside.y + place.y * layout.height,
          width: layout.width, height: layout.height),
        cache: cache)
    }
    frame.surface.drawScrollBar(
      showing: shown, of: count,
      in: Box(x: box.maxX - 1, y: inside.y, width: 1, height: inside.height),
      thumb: theme[.borderFocused], track: theme[.border], linework: linework)
  }

  /// One picture, and under it a line with its name and what is known of it.
  private mutating func gridPlace(
    _ picture: Picture, _ state: StudioState, isSelected: Bool, in box: Box, cache: ViewCache
  ) {
    thumbnail(
      picture, state,
      in: Box(x: box.x + 1, y: box.y, width: box.width - 2, height: box.height - 1),
      pane: "grid \(picture.id.rawValue)", cache: cache)
    let line = Box(x: box.x + 1, y: box.maxY - 1, width: box.width - 2, height: 1)
    if isSelected { fill(line, .selection) }
    let isMarked = state.pictures.marked.contains(picture.id)
    let name = (isSelected ? "▸" : " ") + (isMarked ? "✓" : "") + picture.title
    let chip = state.chip(of: picture)
    // The name goes before: of what has no room beside it nothing is shown.
    let text = [chip.words, chip.signs].map { $0(language) }.first { text in
      name.terminalColumns + 1 + text.terminalColumns <= line.width
    }
    write(
      name, at: Point(line.x, line.y), isSelected ? .selection : isMarked ? .marked : .text,
      before: line.maxX)
    if let text, !text.isEmpty {
      write(
        text, at: Point(line.maxX - text.terminalColumns, line.y),
        isSelected ? .selection : chip.role)
    }
    hit(box, .picture(picture.id))
  }
}
