import Raster

/// Colours as the terminal is told them: exact, rounded, or the nearest of the palette.
///
/// In 24 bits the colours of pictures are rounded to 5 bits a channel: ncurses keeps a table of pairs of
/// colours, and noise fills it within a few frames. Those of the interface stay exact. Of 256 colours only the 240 that
/// no user redefines are taken: for those of the interface the nearest, so that its tinged dark grounds stay dark and grey,
/// for all others the nearest in hue (`HueFirst`); a palette's own colour is itself. Of sixteen, which are the user's own, a style's two colours are chosen together
/// (`SixteenColors`).
///
/// Cost: 20 ns a colour, but 2 µs for one that is looked up in the palette the first time.
struct ColorCodes {
  static let terminal: Int32 = -1

  let depth: ColorDepth
  /// In 24 bits the colours that are not rounded; else those that were looked up.
  private var known: [CellColor: Int32] = [:]
  /// With sixteen colours.
  private var knownPairs: [CellStyle: (Int32, Int32)] = [:]
  private static let mostKnown = 1 << 16

  /// - Parameter exact: the colours that are not rounded.
  init(_ depth: ColorDepth, exact: Set<CellColor>) {
    self.depth = depth
    for color in exact {
      guard let rgb = color.rgb else { continue }
      switch depth {
      case .direct: known[color] = Self.code(rgb.r, rgb.g, rgb.b)
      case .palette256:
        known[color] = Self.code(XtermPalette.nearest(to: Oklab(RGBA(rgb.r, rgb.g, rgb.b))))
      case .ansi16, .mono: break
      }
    }
  }

  /// The numbers of a style's colours in nurie's terminfo entry; `ColorCodes.terminal` for the terminal's own.
  mutating func pair(_ style: CellStyle) -> (foreground: Int32, background: Int32) {
    guard depth == .ansi16 else { return (code(style.foreground), code(style.background)) }
    let colors = CellStyle(style.foreground, on: style.background)
    if let pair = knownPairs[colors] { return pair }
    let (front, back) = SixteenColors.numbers(RGBA(colors.foreground), on: RGBA(colors.background))
    func numbered(_ number: Int?) -> Int32 {
      number.map { Terminfo.paletteBase + Int32($0) } ?? Self.terminal
    }
    let pair = (numbered(front), numbered(back))
    if knownPairs.count >= Self.mostKnown { knownPairs.removeAll(keepingCapacity: true) }
    knownPairs[colors] = pair
    return pair
  }

  private mutating func code(_ color: CellColor) -> Int32 {
    guard depth != .mono, let (r, g, b) = color.rgb else { return Self.terminal }
    if let code = known[color] { return code }
    if depth == .direct {
      return Self.code(
        Self.eightBits(Self.fiveBits(r)), Self.eightBits(Self.fiveBits(g)),
        Self.eightBits(Self.fiveBits(b)))
    }
    let code = Self.code(XtermPalette.nearest(to: HueFirst(Oklab(RGBA(r, g, b)))))
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[color] = code
    return code
  }

  private static func code(_ index: UInt8) -> Int32 { Terminfo.paletteBase + 16 + Int32(index) }

  private static func code(_ r: UInt8, _ g: UInt8, _ b: UInt8) -> Int32 {
    Int32(r) << 16 | Int32(g) << 8 | Int32(b)
  }

  private static func fiveBits(_ channel: UInt8) -> Int { (Int(channel) * 31 + 127) / 255 }
  private static func eightBits(_ level: Int) -> UInt8 { UInt8((level * 255 + 15) / 31) }
}
