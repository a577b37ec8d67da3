import Raster
import Studio
import TerminalUI

extension Page {
  /// The panel of the tool in use: at the side where there is room, else below.
  ///
  /// - Returns: what is left for the drawing.
  mutating func tool(_ state: StudioState, in body: Box) -> Box {
    guard let tool = state.activeTool, state.analysis != nil else { return body }
    let (drawing, panel) = Self.divided(body)
    switch tool.kind {
    case .gaps(let list): gaps(list, state, in: panel)
    }
    return drawing
  }

  /// Rooms for the drawing and for the panel.
  private static func divided(_ body: Box) -> (drawing: Box, panel: Box) {
    if body.width >= 110 {
      let width = 38
      return (
        Box(x: body.x, y: body.y, width: body.width - width, height: body.height),
        Box(x: body.maxX - width, y: body.y, width: width, height: body.height)
      )
    }
    let height = min(8, body.height / 2)
    return (
      Box(x: body.x, y: body.y, width: body.width, height: body.height - height),
      Box(x: body.x, y: body.maxY - height, width: body.width, height: height)
    )
  }

  /// The lines of a tool's list, scrolled so that the selected one is seen; a click on one means `toolItem`.
  ///
  /// - Parameter line: writes one line; gets its index, its row's box, and its role.
  mutating func toolList(
    count: Int, selected: Int?, in box: Box,
    _ line: (inout Page, _ index: Int, _ row: Box, _ role: Role) -> Void
  ) {
    guard box.height > 0, count > 0 else { return }
    let top = max(0, min((selected ?? 0) - box.height / 2, count - box.height))
    let range = top..<min(count, top + box.height)
    for index in range {
      let row = Box(x: box.x, y: box.y + index - top, width: box.width - 1, height: 1)
      let isSelected = index == selected
      if isSelected { fill(row, .selection) }
      write(isSelected ? "▸" : " ", at: Point(row.x, row.y), isSelected ? .selection : .text)
      line(
        &self, index, Box(x: row.x + 2, y: row.y, width: row.width - 2, height: 1),
        isSelected ? .selection : .text)
      hit(row, .toolItem(index))
    }
    frame.surface.drawScrollBar(
      showing: range, of: count,
      in: Box(x: box.maxX - 1, y: box.y, width: 1, height: box.height),
      thumb: theme[.borderFocused], track: theme[.border], linework: Linework(glyphs))
  }
}
