import Glibc
import Raster

/// A card that shows at a glance which colours and characters a terminal really has.
public struct TestCard: Sendable {
  public struct Row: Sendable {
    public var title: String
    public var surface: Surface
    /// The colours it is to be written in, whatever was detected; nil for as many as there are.
    public var depth: ColorDepth?
  }

  public let rows: [Row]

  /// - Parameters:
  ///   - width: in columns, at least 8.
  ///   - capabilities: on a terminal without colours there are no ramps, without glyphs only what ASCII has.
  public init(width: Int, capabilities: Capabilities) {
    let width = max(8, width)
    var rows: [Row] = []
    let isAscii = capabilities.glyphs == .ascii
    if capabilities.colors > .mono {
      // One step above what was found too: a smooth ramp there says that more is possible.
      rows += [
        Row(title: "24-bit", surface: Self.hues(width, isAscii: isAscii), depth: .direct),
        Row(title: "256", surface: Self.palette(16..<256, width), depth: .palette256),
        Row(title: "16", surface: Self.palette(0..<16, width), depth: .ansi16),
      ]
    }
    rows.append(Row(title: "styles", surface: Self.styles(width), depth: nil))
    let samples =
      isAscii ? [("ASCII", "+--+ |##| |::| .oO* <> ^v")] : Self.samples
    rows += samples.map { Row(title: $0.0, surface: Self.text($0.1, width), depth: nil) }
    self.rows = rows
  }

  private static let samples = [
    ("halves", "▀▄█▌▐ ░▒▓█"),
    ("quadrants", "▖▗▘▝▙▛▜▟▚▞"),
    ("sextants", "🬀🬁🬂🬃🬄🬅🬆🬇🬈🬉🬊🬋🬌🬍🬎🬏🬐🬑🬒🬓🬭🬯🬰🬹🬻"),
    ("braille", "⠁⠃⠇⡇⣇⣧⣷⣿⣶⣤⣀⠉⠛⠿"),
    ("lines", "┌─┬─┐ ╭─╮ ├─┼─┤ │ │ └─┴─┘ ╰─╯ ═║"),
    ("wide", "塗り絵の線画|ends where"),
    ("", "123456789012|these meet"),
  ]

  private static func text(_ text: String, _ width: Int) -> Surface {
    var surface = Surface(width: width, height: 1)
    surface.write(text, at: Point(0, 0), CellStyle())
    return surface
  }

  private static func styles(_ width: Int) -> Surface {
    var surface = Surface(width: width, height: 1)
    let styles: [(String, CellStyle.Attributes)] = [
      ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
      ("reverse", .reverse),
    ]
    var x = 0
    for (name, attributes) in styles {
      x = surface.write(name, at: Point(x, 0), CellStyle(.terminal, on: .terminal, attributes)) + 2
    }
    return surface
  }

  /// All hues from left to right, from light to dark, in two rows of half blocks.
  private static func hues(_ width: Int, isAscii: Bool) -> Surface {
    let height = isAscii ? 3 : 2
    var surface = Surface(width: width, height: height)
    let steps = isAscii ? height : 2 * height
    func color(_ x: Int, _ step: Int) -> CellColor {
      let hue = Float(x) / Float(width) * 2 * .pi
      let lightness = 0.86 - 0.56 * Float(step) / Float(steps - 1)
      let light = RGBA(
        Oklab(l: lightness, a: 0.13 * cosf(hue), b: 0.13 * sinf(hue)))
      return CellColor(light.r, light.g, light.b)
    }
    for y in 0..<height {
      for x in 0..<width {
        surface[x, y] =
          isAscii
          ? Cell(" ", CellStyle(.terminal, on: color(x, y)))
          : Cell("▀", CellStyle(color(x, 2 * y), on: color(x, 2 * y + 1)))
      }
    }
    return surface
  }

  /// A cell a colour of the palette, as many rows as they need.
  private static func palette(_ numbers: Range<Int>, _ width: Int) -> Surface {
    // Whole rows of the cube, and all of few colours in one row.
    let perRow = numbers.count <= width ? numbers.count : max(6, min(72, width / 36 * 36))
    let cellWidth = max(1, width / max(perRow, 1))
    var surface = Surface(width: width, height: (numbers.count + perRow - 1) / perRow)
    for (index, number) in numbers.enumerated() {
      let color = TerminalPalette.color(number)
      let style = CellStyle(.terminal, on: CellColor(color.r, color.g, color.b))
      surface.fill(
        Box(x: index % perRow * cellWidth, y: index / perRow, width: cellWidth, height: 1), style)
    }
    return surface
  }
}
