import Raster

/// Colours as the terminal is told them: exact, or the nearest of the palette.
///
/// Colours of pictures are rounded to 5 bits a channel: ncurses keeps a table of pairs of colours, and noise
/// in 24 bits fills it within a few frames. Those of the interface stay exact. A palette's nearest colour is
/// the nearest in Oklab; of 256 only the 240 that no user redefines are taken.
///
/// Cost: 20 ns a colour that was seen before, 2 µs one that was not; 32,768 of pictures at most.
struct ColorCodes {
  static let terminal: Int32 = -1

  let depth: ColorDepth
  private var exact: [CellColor: Int32] = [:]
  /// By the 15 bits of a rounded colour; `unknown` until it is asked for.
  private var rounded: [Int32]
  private let palette: [(lab: Oklab, code: Int32)]
  private static let unknown = Int32.min

  /// - Parameter exact: the colours that are not rounded.
  init(_ depth: ColorDepth, exact colors: Set<CellColor>) {
    self.depth = depth
    rounded = Array(repeating: Self.unknown, count: 1 << 15)
    let range =
      switch depth {
      case .mono, .direct: 0..<0
      case .ansi16: 0..<16
      case .palette256: 16..<256
      }
    palette = range.map { number in
      (Oklab(TerminalPalette.color(number)), Terminfo.paletteBase + Int32(number))
    }
    for color in colors {
      exact[color] = color.rgb.map { code($0.r, $0.g, $0.b) }
    }
  }

  /// The number of a colour in nurie's terminfo entry; `ColorCodes.terminal` for the terminal's own.
  mutating func code(_ color: CellColor) -> Int32 {
    guard depth != .mono, let (r, g, b) = color.rgb else { return Self.terminal }
    if let code = exact[color] { return code }
    let (r5, g5, b5) = (Self.fiveBits(r), Self.fiveBits(g), Self.fiveBits(b))
    let index = r5 << 10 | g5 << 5 | b5
    if rounded[index] == Self.unknown {
      rounded[index] = code(Self.eightBits(r5), Self.eightBits(g5), Self.eightBits(b5))
    }
    return rounded[index]
  }

  private func code(_ r: UInt8, _ g: UInt8, _ b: UInt8) -> Int32 {
    if depth == .direct { return Int32(r) << 16 | Int32(g) << 8 | Int32(b) }
    let lab = Oklab(RGBA(r, g, b))
    let nearest = palette.min { $0.lab.squaredDistance(to: lab) < $1.lab.squaredDistance(to: lab) }
    return nearest?.code ?? Self.terminal
  }

  private static func fiveBits(_ channel: UInt8) -> Int { (Int(channel) * 31 + 127) / 255 }
  private static func eightBits(_ level: Int) -> UInt8 { UInt8((level * 255 + 15) / 31) }
}
