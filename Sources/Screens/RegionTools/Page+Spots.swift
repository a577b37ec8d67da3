import Coloring
import Raster
import Studio
import TerminalUI

extension Page {
  /// The unpainted and tiny regions, and what would fill each.
  mutating func spots(_ list: SpotList, _ state: StudioState, in box: Box) {
    let spots = state.spots
    let marked = spots.filter { list.fills($0) }.count
    let note = Phrase("\(spots.count), \(marked) to fill", "\(spots.count) か所、うち塗り \(marked)")
    let inner = frame.surface.drawPanel(
      box, title: Phrase("Unpainted and tiny", "塗り残し・小さな領域")(language), note: note(language),
      isFocused: true, theme: theme, linework: Linework(glyphs))
    if spots.isEmpty {
      write(
        Phrase("Nothing is unpainted or tiny.", "塗り残しも小さな領域もありません。")(language),
        at: Point(inner.x + 1, inner.y), .muted, before: inner.maxX)
      return
    }
    let entries = state.analysis?.result.palette.entries ?? []
    toolList(count: spots.count, selected: list.index(in: spots), in: inner) {
      page, index, row, role in
      page.spot(
        spots[index], from: spots[index].current.map { entries[$0] },
        to: spots[index].entry.map { entries[$0] },
        isMarked: list.fills(spots[index]),
        in: row, role)
    }
  }

  /// One line: whether it is filled, what it is, its size, and with what.
  private mutating func spot(
    _ spot: Spot, from current: PaletteEntry?, to entry: PaletteEntry?, isMarked: Bool, in row: Box,
    _ role: Role
  ) {
    let isPlain = role == .text
    var x = write(
      isMarked ? "✓ " : "  ", at: Point(row.x, row.y), isPlain ? .success : role)
    let kind =
      switch spot.kind {
      case .unpainted: Phrase("unpainted", "未塗り")
      case .guessed: Phrase("guessed", "推測")
      case .tiny: Phrase("tiny", "極小")
      }
    write(
      kind(language), at: Point(x, row.y),
      isPlain ? (spot.isDoubtful ? .doubtful : .text) : role)
    let area = "\(spot.area) px"
    x += 10
    x = write(area, at: Point(x + max(0, 8 - area.terminalColumns), row.y), role, before: row.maxX)
    guard let entry else { return }
    x = swatch(current, at: Point(x + 2, row.y))
    x = write(" → ", at: Point(x, row.y), isPlain ? .muted : role, before: row.maxX)
    x = swatch(entry, at: Point(x, row.y)) + 1
    let sure = spot.kind == .guessed ? "" : "\(Int(spot.confidence * 100)) %"
    let end = row.maxX - sure.terminalColumns - 1
    // The name goes first where there is not room for both.
    let fits = x + entry.name.terminalColumns < end
    write(entry.name, at: Point(x, row.y), role, before: fits ? end : row.maxX)
    if fits { write(sure, at: Point(end, row.y), isPlain ? .muted : role) }
  }

  /// Two cells of a paint; dashes where there is none.
  private mutating func swatch(_ entry: PaletteEntry?, at place: Point) -> Int {
    guard let entry else { return write("--", at: place, .muted) }
    let style = CellStyle(
      theme[.text].foreground, on: CellColor(entry.base.r, entry.base.g, entry.base.b))
    return frame.surface.write("  ", at: place, style)
  }
}
