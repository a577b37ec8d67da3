public import Raster

extension Surface {
  /// Draws a border with a title in its upper edge; what is inside is left as it is.
  ///
  /// - Parameters:
  ///   - title: shortened to fit; empty for none.
  ///   - note: a few words at the upper edge's right, left out where there is no room.
  /// - Returns: the room inside; without a side below 0.
  @discardableResult
  public mutating func drawBorder(
    _ box: Box, title: String = "", note: String = "", _ style: CellStyle,
    titleStyle: CellStyle? = nil, noteStyle: CellStyle? = nil, linework: Linework = .rounded
  ) -> Box {
    let inside = Box(
      x: box.x + 1, y: box.y + 1, width: max(0, box.width - 2), height: max(0, box.height - 2))
    if box.width < 2 || box.height < 2 { return inside }
    for x in box.x + 1..<box.maxX - 1 {
      self[x, box.y] = Cell(linework.horizontal, style)
      self[x, box.maxY - 1] = Cell(linework.horizontal, style)
    }
    for y in box.y + 1..<box.maxY - 1 {
      self[box.x, y] = Cell(linework.vertical, style)
      self[box.maxX - 1, y] = Cell(linework.vertical, style)
    }
    self[box.x, box.y] = Cell(linework.corners[0], style)
    self[box.maxX - 1, box.y] = Cell(linework.corners[1], style)
    self[box.x, box.maxY - 1] = Cell(linework.corners[2], style)
    self[box.maxX - 1, box.maxY - 1] = Cell(linework.corners[3], style)

    // The corners, a piece of edge on either side and the ends of the title stay free.
    let room = box.width - 6
    var end = box.x + 2
    let shown = title.fitted(toColumns: room, ellipsis: linework.ellipsis)
    if !shown.isEmpty {
      end = write(String(linework.titleEnds.0), at: Point(end, box.y), style)
      end = write(shown, at: Point(end, box.y), titleStyle ?? style)
      end = write(String(linework.titleEnds.1), at: Point(end, box.y), style)
    }
    let start = box.maxX - 4 - note.terminalColumns
    if !note.isEmpty && start > end {
      var x = write(String(linework.titleEnds.0), at: Point(start, box.y), style)
      x = write(note, at: Point(x, box.y), noteStyle ?? style)
      write(String(linework.titleEnds.1), at: Point(x, box.y), style)
    }
    return inside
  }

  /// A panel: its ground filled in `.text`, its border and title in the roles of a pane that has the keys
  /// or has not.
  ///
  /// - Returns: the room inside.
  @discardableResult
  public mutating func drawPanel(
    _ box: Box, title: String = "", note: String = "", isFocused: Bool, theme: Theme,
    linework: Linework = .rounded
  ) -> Box {
    fill(box, theme[.text])
    return drawBorder(
      box, title: title, note: note, theme[isFocused ? .borderFocused : .border],
      titleStyle: theme[isFocused ? .title : .muted],
      noteStyle: theme[isFocused ? .borderFocused : .muted], linework: linework)
  }
}
