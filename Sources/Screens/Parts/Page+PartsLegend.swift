import Coloring
import Raster
import Regions
import Studio
import TerminalUI

extension Page {
  /// Beside the drawing: the ten parts of the bank with their digits, below them what is known of the selected
  /// region, and the other parts where there is room.
  ///
  /// - Parameter selected: the part of the selected region.
  mutating func legendPane(
    _ state: StudioState, _ parts: RegionParts, selected: String?, _ facts: RegionFacts?,
    in box: Box
  ) {
    var rest = box
    let bank = state.bankParts
    let others = state.allParts.filter { !bank.contains($0) }
    let roomForOthers = box.height >= bank.count + others.count + 3 + Self.factRows
    let shown = bank + (roomForOthers ? others : [])
    let pane = rest.cutTop(min(box.height, shown.count + 3))
    let note = state.bankCount > 1 ? "Tab \(state.parts.bank + 1)/\(state.bankCount)" : ""
    let inside = panel(pane, title: Phrase("Parts", "パーツ")(language), note: note)
    hit(Box(x: pane.x, y: pane.y, width: pane.width, height: 1), .command(.label(.nextBank)))
    let counts = parts.counts
    for (index, part) in shown.enumerated() where index < inside.height {
      let line = Box(x: inside.x, y: inside.y + index, width: inside.width, height: 1)
      legendRow(
        state.name(of: part.id)(language), part, digit: index < bank.count ? index : nil,
        count: counts[part.id], isSelected: part.id == selected, in: line)
    }
    let row = inside.y + shown.count
    if row < inside.maxY { unlabelledRow(parts.unlabelled, Point(inside.x, row), inside.maxX) }
    if rest.height >= Self.factRows {
      if let facts { factsPane(state, facts, in: rest.cutTop(Self.factRows)) }
    }
    fill(rest, .text)
  }

  private static let factRows = 8

  private mutating func legendRow(
    _ name: String, _ part: Part, digit: Int?, count: Int?, isSelected: Bool, in line: Box
  ) {
    let role: Role = isSelected ? .selectionUnfocused : digit == nil ? .muted : .text
    if isSelected { fill(line, role) }
    if let digit {
      write("\((digit + 1) % 10)", at: Point(line.x + 1, line.y), .accent, on: role)
    }
    swatch(part, at: Point(line.x + 3, line.y))
    let number = count.map(String.init) ?? "·"
    let end = line.maxX - 1 - number.terminalColumns
    write(name, at: Point(line.x + 7, line.y), role, before: end - 1)
    write(number, at: Point(end, line.y), count == nil ? .muted : role, on: role)
    hit(line, .command(.label(digit.map { LabelCommand.digits[$0] } ?? .nextBank)))
  }

  private mutating func unlabelledRow(_ count: Int, _ origin: Point, _ end: Int) {
    let text = "\(count)"
    unlabelledSwatch(at: Point(origin.x + 3, origin.y))
    write(
      Phrase("unlabelled", "未設定")(language), at: Point(origin.x + 7, origin.y), .muted,
      before: end - 2 - text.terminalColumns)
    write(
      text, at: Point(end - 1 - text.terminalColumns, origin.y), count > 0 ? .warning : .muted)
  }

  /// A part's letter on its colour, three columns wide.
  mutating func swatch(_ part: Part, at origin: Point) {
    let colour = colour(of: part)
    let brightness = 3 * Int(colour.r) + 6 * Int(colour.g) + Int(colour.b)
    let ink = brightness > 1400 ? CellColor(0, 0, 0) : CellColor(255, 255, 255)
    let style = CellStyle(ink, on: CellColor(colour.r, colour.g, colour.b), [.bold])
    frame.surface.write(" \(part.letter) ", at: origin, style)
    edge(Box(x: origin.x, y: origin.y, width: 3, height: 1), of: colour)
  }

  /// The sign for no part, three columns wide.
  mutating func unlabelledSwatch(at origin: Point) {
    write(" \(Sign.unlabelled.glyph) ", at: origin, .unlabelled)
  }

  /// A pane of this page with its heading.
  ///
  /// - Returns: the room inside.
  mutating func panel(_ box: Box, title: String, note: String = "") -> Box {
    frame.surface.drawPanel(
      box, title: title, note: note, isFocused: false, theme: theme, linework: Linework(glyphs))
  }

  /// Writes in the foreground of one role on the background of another.
  @discardableResult
  mutating func write(_ text: String, at origin: Point, _ role: Role, on ground: Role) -> Int {
    var style = theme[role]
    style.background = theme[ground].background
    return frame.surface.write(text, at: origin, style)
  }
}
