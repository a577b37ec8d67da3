extension Surface {
  /// Its rows as text with colours, for a terminal that scrolls: `nurie doctor` prints its card so.
  ///
  /// - Parameter depth: which colours are written; attributes are in any case.
  public func printed(_ depth: ColorDepth) -> [String] {
    // Each colour is one of few and stands for itself.
    let exact = Set(cells.flatMap { [$0.style.foreground, $0.style.background] })
    var codes = ColorCodes(depth, exact: exact)
    return (0..<height).map { y in
      var line = ""
      var style: CellStyle?
      for cell in cells[y * width..<(y + 1) * width] where !cell.isCovered {
        if cell.style != style {
          line += Self.rendition(cell.style, &codes)
          style = cell.style
        }
        line.unicodeScalars.append(Unicode.Scalar(cell.scalar) ?? " ")
      }
      return line + "\u{1b}[m"
    }
  }

  private static func rendition(_ style: CellStyle, _ codes: inout ColorCodes) -> String {
    var numbers = ["0"]
    let named: [(CellStyle.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    numbers += named.filter { style.attributes.contains($0.0) }.map(\.1)
    let (foreground, background) = codes.pair(style)
    numbers += number(foreground, kind: 3, bright: 9)
    numbers += number(background, kind: 4, bright: 10)
    return "\u{1b}[" + numbers.joined(separator: ";") + "m"
  }

  private static func number(_ code: Int32, kind: Int, bright: Int) -> [String] {
    if code == ColorCodes.terminal { return [] }
    if code < Terminfo.paletteBase {
      return ["\(kind)8;2;\(code >> 16);\(code >> 8 & 255);\(code & 255)"]
    }
    let index = code - Terminfo.paletteBase
    switch index {
    case ..<8: return ["\(kind)\(index)"]
    case ..<16: return ["\(bright)\(index - 8)"]
    default: return ["\(kind)8;5;\(index)"]
    }
  }
}
