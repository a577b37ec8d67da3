import Raster
import Regions
import Studio
import TerminalUI

extension Page {
  /// The contents of a cell of the strip, the fullest first.
  private enum StripDetail: CaseIterable {
    case namesAndCounts, shortNamesAndCounts, shortNames, letters

    var hasCounts: Bool { self == .namesAndCounts || self == .shortNamesAndCounts }
  }

  /// Columns for a blank and a count.
  private static let countColumns = 3

  /// Under the drawing, where there is no room beside it: two rows of five parts, each with its digit, as much of them as
  /// fits without cutting a word, and on the right which bank it is.
  mutating func legendStrip(
    _ state: StudioState, _ parts: RegionParts, selected: String?, in box: Box
  ) {
    fill(box, .text)
    let bank = state.bankParts
    let turn = state.bankCount > 1 ? ["Tab", "\(state.parts.bank + 1)/\(state.bankCount)"] : []
    let turnColumns = turn.isEmpty ? 0 : 4
    let room = box.width - turnColumns
    for (row, text) in turn.enumerated() where row < box.height {
      write(text, at: Point(box.maxX - 3, box.y + row), row == 0 ? .accent : .muted)
    }
    hit(
      Box(x: box.maxX - turnColumns, y: box.y, width: turnColumns, height: box.height),
      .command(.label(.nextBank)))

    func name(_ part: Part, _ detail: StripDetail) -> String {
      switch detail {
      case .namesAndCounts: state.name(of: part.id)(language)
      case .shortNamesAndCounts, .shortNames: state.shortName(of: part)(language)
      case .letters: ""
      }
    }
    func widths(_ detail: StripDetail) -> [Int] {
      (0..<5).map { column in
        let names = bank.indices.filter { $0 % 5 == column }.map { name(bank[$0], detail) }
        let longest = names.map(\.terminalColumns).max() ?? 0
        // A digit, a swatch, and a blank before a name.
        return 4 + (longest > 0 ? longest + 1 : 0) + (detail.hasCounts ? Self.countColumns : 0)
      }
    }
    func needed(_ detail: StripDetail) -> Int { widths(detail).reduce(4, +) }
    let detail = StripDetail.allCases.first { needed($0) <= room } ?? .letters
    let columns = widths(detail)
    // The room left over lies between the columns.
    let gap = 1 + min(4, max(0, (room - needed(detail)) / 4))
    let counts = parts.counts
    for (index, part) in bank.enumerated() where index / 5 < box.height {
      let start = box.x + columns.prefix(index % 5).reduce(0, +) + index % 5 * gap
      let cell = Box(x: start, y: box.y + index / 5, width: columns[index % 5], height: 1)
      let role: Role = part.id == selected ? .selectionUnfocused : .text
      fill(cell, role)
      write("\((index + 1) % 10)", at: Point(cell.x, cell.y), .accent, on: role)
      swatch(part, at: Point(cell.x + 1, cell.y))
      let x = write(name(part, detail), at: Point(cell.x + 5, cell.y), role, before: cell.maxX)
      if detail.hasCounts, let count = counts[part.id] {
        write("\(count)", at: Point(x + 1, cell.y), .muted, on: role)
      }
      hit(cell, .command(.label(LabelCommand.digits[index])))
    }
  }
}
