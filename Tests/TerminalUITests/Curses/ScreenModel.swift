@testable import TerminalUI

/// What an xterm with 24-bit colour shows after some bytes: the plain twin of frame encoding.
///
/// It knows what ncurses writes for `xterm-256color` and records what it does not know.
struct ScreenModel {
  private(set) var surface: Surface
  private(set) var unknown: [String] = []
  private var x = 0
  private var y = 0
  /// Whether a character was written in the last column: the next one begins a new line.
  private var wraps = false
  private var style = CellStyle()
  private var last = Cell()

  init(columns: Int, rows: Int) { surface = Surface(width: columns, height: rows) }

  mutating func take(_ bytes: [UInt8]) {
    var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\u{1b}": sequence(&scalars)
      case "\r": move(0, y)
      case "\n": move(x, y + 1)
      case "\u{8}": move(x - 1, y)
      default: put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let columns = Character(scalar).terminalColumns
    if wraps || x + columns > surface.width { move(0, y + 1) }
    last = Cell(scalar, style)
    surface[x, y] = last
    if columns == 2 { surface[x + 1, y] = .covered(style) }
    wraps = x + columns == surface.width
    x = min(surface.width - 1, x + columns)
  }

  private mutating func move(_ x: Int, _ y: Int) {
    self.x = max(0, min(surface.width - 1, x))
    self.y = max(0, min(surface.height - 1, y))
    wraps = false
  }

  private mutating func sequence(_ scalars: inout Substring.UnicodeScalarView) {
    guard scalars.popFirst() == "[" else {
      // A choice of character set.
      scalars.removeFirst()
      return
    }
    let inside = scalars.prefix { !("@"..."~").contains($0) }
    scalars = scalars.dropFirst(inside.count)
    guard let final = scalars.popFirst() else { return }
    let text = String(inside)
    // Modes: what is shown does not depend on them.
    if final == "h" || final == "l" || final == "r" { return }
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    switch final {
    case "H": move((numbers.count > 1 ? numbers[1] : 1) - 1, max(1, numbers.first ?? 1) - 1)
    case "A": move(x, y - count)
    case "B": move(x, y + count)
    case "C": move(x + count, y)
    case "D": move(x - count, y)
    case "G": move(count - 1, y)
    case "d": move(x, count - 1)
    case "m": render(numbers)
    case "b": for _ in 0..<count { put(Unicode.Scalar(last.scalar) ?? " ") }
    case "X": erase(x..<x + count)
    case "K": numbers.first == 1 ? erase(0..<x + 1) : erase(x..<surface.width)
    case "J":
      erase(x..<surface.width)
      for row in (y + 1)..<max(y + 1, surface.height) { erase(0..<surface.width, row) }
    case "P":
      for column in x..<surface.width {
        surface[column, y] =
          column + count < surface.width ? surface[column + count, y] : Cell(" ", blank)
      }
    case "@":
      for column in (x..<surface.width).reversed() {
        surface[column, y] =
          column - count >= x ? surface[column - count, y] : Cell(" ", blank)
      }
    default: unknown.append(text + String(final))
    }
  }

  /// Erased cells take the background (bce).
  private var blank: CellStyle { CellStyle(.terminal, on: style.background) }

  private mutating func erase(_ columns: Range<Int>, _ row: Int? = nil) {
    for column in columns { surface[column, row ?? y] = Cell(" ", blank) }
  }

  private mutating func render(_ numbers: [Int]) {
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: style = CellStyle()
      case 1: style.attributes.insert(.bold)
      case 2: style.attributes.insert(.dim)
      case 3: style.attributes.insert(.italic)
      case 4: style.attributes.insert(.underline)
      case 7: style.attributes.insert(.reverse)
      case 22: style.attributes.subtract([.bold, .dim])
      case 23: style.attributes.remove(.italic)
      case 24: style.attributes.remove(.underline)
      case 27: style.attributes.remove(.reverse)
      case 39: style.foreground = .terminal
      case 49: style.background = .terminal
      case 38, 48:
        guard rest.popFirst() == 2, rest.count >= 3 else { return unknown.append("\(numbers)") }
        let channels = (0..<3).map { _ in UInt8(rest.removeFirst()) }
        let color = CellColor(channels[0], channels[1], channels[2])
        if number == 38 { style.foreground = color } else { style.background = color }
      default: unknown.append("\(numbers)")
      }
    }
  }
}
