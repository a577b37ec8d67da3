public import Raster

extension StringProtocol {
  /// Its lines broken to fit into `columns`, at spaces where there are any, and between wide characters; none begins with what
  /// ends a sentence or a bracket, or ends with what opens one.
  ///
  /// - Precondition: `columns` is at least 2, so that every character fits.
  public func wrapped(toColumns columns: Int) -> [String] {
    precondition(columns >= 2, "text wrapped to \(columns) columns")
    return split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      wrapped(line: line, columns)
    }
  }

  private func wrapped(line: SubSequence, _ columns: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    // The place where the current line may be broken: after a space, or beside a wide character.
    var breakAt: String.Index?
    for character in line {
      let width = character.terminalColumns
      if let last = current.last, width == 2 || last.terminalColumns == 2, character != " ",
        !character.isClosing, !last.isOpening
      {
        breakAt = current.endIndex
      }
      if used + width > columns {
        if character == " " {
          lines.append(current)
          (current, used, breakAt) = ("", 0, nil)
          continue
        }
        let split = breakAt ?? current.endIndex
        var head = String(current[..<split])
        while head.last == " " { head.removeLast() }
        lines.append(head)
        current = String(current[split...])
        used = current.terminalColumns
        breakAt = nil
      }
      current.append(character)
      used += width
      if character == " " { breakAt = current.endIndex }
    }
    return lines + [current]
  }
}

extension Character {
  fileprivate var isClosing: Bool { "、。」』）】〕》・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}…".contains(self) }
  fileprivate var isOpening: Bool { "「『（【〔《([{".contains(self) }
}

extension Surface {
  /// Writes text into a box, its lines wrapped, from the top.
  ///
  /// - Returns: how many rows it took; what did not fit is not counted.
  @discardableResult
  public mutating func write(_ text: String, wrappedIn box: Box, _ style: CellStyle) -> Int {
    if box.width < 2 { return 0 }
    let lines = text.wrapped(toColumns: box.width).prefix(max(0, box.height))
    for (row, line) in lines.enumerated() {
      write(line, at: Point(box.x, box.y + row), style, clip: box)
    }
    return lines.count
  }
}
