import Raster
import Studio
import TerminalUI

/// One thing that is known, told on a line with others: shown whole or not at all.
struct Fact {
  enum Piece {
    case text(String, Role)
    /// Two cells of a colour, where there are colours.
    case swatch(RGBA)
  }

  var pieces: [Piece]

  init(_ pieces: [Piece]) { self.pieces = pieces }

  init(_ text: String, _ role: Role = .muted) { pieces = [.text(text, role)] }
}

extension Page {
  /// Writes facts on one line, the most important first: those that have no room are left out, and only the first is
  /// cut where not even it fits.
  ///
  /// - Returns: the column after the last.
  @discardableResult
  mutating func write(
    _ facts: [Fact], at origin: Point, before end: Int, between: String = "   "
  ) -> Int {
    var x = origin.x
    for (index, fact) in facts.enumerated() {
      if index > 0 {
        guard x + between.terminalColumns + columns(of: fact) <= end else { continue }
        x = write(between, at: Point(x, origin.y), .muted)
      }
      x = write(fact, at: Point(x, origin.y), before: end)
    }
    return x
  }

  private func columns(of fact: Fact) -> Int {
    fact.pieces.reduce(0) { columns, piece in
      switch piece {
      case .text(let text, _): columns + text.terminalColumns
      case .swatch: columns + (look.colors > .mono ? 3 : 0)
      }
    }
  }

  private mutating func write(_ fact: Fact, at origin: Point, before end: Int) -> Int {
    var x = origin.x
    for piece in fact.pieces {
      switch piece {
      case .text(let text, let role): x = write(text, at: Point(x, origin.y), role, before: end)
      case .swatch(let color):
        let after = swatch(color, at: Point(x, origin.y), before: end)
        if after > x { x = min(end, after + 1) }
      }
    }
    return x
  }

  /// Two cells of a colour, where there are colours.
  mutating func swatch(_ color: RGBA, at origin: Point, before end: Int) -> Int {
    let width = min(2, end - origin.x)
    guard width > 0, look.colors > .mono else { return origin.x }
    let style = CellStyle(.terminal, on: CellColor(color.r, color.g, color.b))
    frame.surface.write(String(repeating: " ", count: width), at: origin, style)
    edge(Box(x: origin.x, y: origin.y, width: width, height: 1), of: color)
    return origin.x + width
  }
}
