import Raster

/// Colours as the terminal is told them: exact, rounded, or the nearest of the palette.
///
/// In 24 bits the colours of pictures are rounded to 5 bits a channel: ncurses keeps a table of pairs of
/// colours, and noise fills it within a few frames. Those of the interface stay exact. A palette's nearest
/// colour is the nearest in Oklab, so that a palette's own colour is itself; of 256 only the 240 that no user
/// redefines are taken.
///
/// Cost: 20 ns a colour, but 2 µs for one that is looked up in the palette the first time.
struct ColorCodes {
  static let terminal: Int32 = -1

  let depth: ColorDepth
  /// In 24 bits the colours that are not rounded; else those that were looked up.
  private var known: [CellColor: Int32] = [:]
  private let palette: [(lab: Oklab, code: Int32)]
  private static let mostKnown = 1 << 16

  /// - Parameter exact: the colours that are not rounded.
  init(_ depth: ColorDepth, exact: Set<CellColor>) {
    self.depth = depth
    let range =
      switch depth {
      case .mono, .direct: 0..<0
      case .ansi16: 0..<16
      case .palette256: 16..<256
      }
    palette = range.map { number in
      (Oklab(TerminalPalette.color(number)), Terminfo.paletteBase + Int32(number))
    }
    guard depth == .direct else { return }
    for color in exact { known[color] = color.rgb.map { Self.code($0.r, $0.g, $0.b) } }
  }

  /// The number of a colour in nurie's terminfo entry; `ColorCodes.terminal` for the terminal's own.
  mutating func code(_ color: CellColor) -> Int32 {
    guard depth != .mono, let (r, g, b) = color.rgb else { return Self.terminal }
    if let code = known[color] { return code }
    if depth == .direct {
      return Self.code(
        Self.eightBits(Self.fiveBits(r)), Self.eightBits(Self.fiveBits(g)),
        Self.eightBits(Self.fiveBits(b)))
    }
    let lab = Oklab(RGBA(r, g, b))
    let nearest = palette.min { $0.lab.squaredDistance(to: lab) < $1.lab.squaredDistance(to: lab) }
    let code = nearest?.code ?? Self.terminal
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[color] = code
    return code
  }

  private static func code(_ r: UInt8, _ g: UInt8, _ b: UInt8) -> Int32 {
    Int32(r) << 16 | Int32(g) << 8 | Int32(b)
  }

  private static func fiveBits(_ channel: UInt8) -> Int { (Int(channel) * 31 + 127) / 255 }
  private static func eightBits(_ level: Int) -> UInt8 { UInt8((level * 255 + 15) / 31) }
}
