import Coloring
import Raster
import Studio
import TerminalUI

extension Page {
  /// The unpainted and tiny regions, and what would fill each.
  mutating func spots(_ list: SpotList, _ state: StudioState, in box: Box) {
    let spots = state.spots
    let toFill = state.spotsToFill
    let note = Phrase(
      "\(spots.count.counted("spot")), \(toFill) to fill", "\(spots.count) か所、うち塗り \(toFill)")
    let inner = frame.surface.drawPanel(
      box, title: Phrase("Unpainted and tiny", "塗り残し・小さな領域")(language), note: note(language),
      isFocused: true, theme: theme, linework: Linework(glyphs))
    if spots.isEmpty {
      write(
        Phrase("Nothing is unpainted or tiny.", "塗り残しも小さな領域もありません。")(language),
        at: Point(inner.x + 1, inner.y), .muted, before: inner.maxX)
      return
    }
    let entries = state.flats?.palette.entries ?? []
    toolList(count: spots.count, selected: list.index(in: spots), in: inner) {
      page, index, row, role in
      let spot = spots[index]
      page.spot(
        spot, part: state.name(of: spot.part)(page.language),
        from: spot.current.map { entries[$0] }, to: spot.entry.map { entries[$0] },
        isMarked: list.fills(spot), in: row, role)
    }
  }

  /// One line: whether it is filled, why it is here, what it is, its size, what fills it, and how sure its paint is.
  private mutating func spot(
    _ spot: Spot, part: String, from current: PaletteEntry?, to entry: PaletteEntry?,
    isMarked: Bool, in row: Box, _ role: Role
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
    x += 10
    // Parts have short names; the palette's are long, and have what is left.
    let forPart = max(8, min(14, row.width - 48))
    write(part, at: Point(x, row.y), role, before: x + forPart - 1)
    x += forPart
    let area = "\(spot.area) px"
    x = write(area, at: Point(x + max(0, 8 - area.terminalColumns), row.y), role, before: row.maxX)
    let names = x + 10
    x = swatch(current, at: Point(x + 2, row.y))
    if spot.changes {
      x = write(" → ", at: Point(x, row.y), isPlain ? .muted : role, before: row.maxX)
      x = swatch(entry, at: Point(x, row.y))
    }
    x = names
    let sure = spot.kind == .guessed ? "" : percent(spot.confidence)
    let end = row.maxX - sure.terminalColumns - 1
    let name = entry.map { Phrase(colour: $0.name)(language) } ?? ""
    // The name goes first where there is not room for both.
    let fits = x + name.terminalColumns < end
    write(name, at: Point(x, row.y), role, before: fits ? end : row.maxX)
    if fits { write(sure, at: Point(end, row.y), isPlain ? .muted : role) }
  }

  /// Two cells of a paint; dashes where there is none.
  private mutating func swatch(_ entry: PaletteEntry?, at place: Point) -> Int {
    guard let entry else { return write("--", at: place, .muted) }
    let style = CellStyle(
      theme[.text].foreground, on: CellColor(entry.base.r, entry.base.g, entry.base.b))
    let after = frame.surface.write("  ", at: place, style)
    edge(Box(x: place.x, y: place.y, width: 2, height: 1), of: entry.base)
    return after
  }
}
