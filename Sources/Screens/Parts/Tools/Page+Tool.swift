import Raster
import Studio
import TerminalUI

extension Page {
  /// The panel of the tool in use: at the side where there is room, else below.
  ///
  /// - Returns: what is left for the drawing.
  mutating func tool(_ state: StudioState, in body: Box) -> Box {
    guard let tool = state.activeTool, state.analysis != nil else { return body }
    var rest = body
    switch tool.kind {
    case .gaps(let list): gaps(list, state, in: listPanel(of: &rest))
    case .line(let line): self.line(line, state, in: rest.cutBottom(LineTool.panelRows))
    case .spots(let list): spots(list, state, in: listPanel(of: &rest, columns: 60))
    }
    return rest
  }

  /// Room for a list: half of the width at most, and a third of it where that is more than it needs.
  private func listPanel(of body: inout Box, columns: Int = 44) -> Box {
    guard body.width >= 110 else { return body.cutBottom(min(8, body.height / 2)) }
    return body.cutRight(min(body.width / 2, max(columns, body.width / 3)))
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
