public import Raster

// Themes in sixteen colours.
//
// The look of the sixteen is the user's choice: only their names can be relied upon. So a colour is matched to what
// they are on the console and in xterm, and three things are kept before nearness: a grey stays one of the four greys, in
// the order of lightness; a hue stays within its third of the circle; and text that could be read stays so in
// both palettes, the background being chosen first. Distances are in Oklab, with chroma, which no terminal's sixteen
// share with a theme, counted little and hue much.
//
// Cost: some µs for a pair of colours; remember them.
enum SixteenColors {
  /// The console's.
  static let vga = palette([
    0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa,
    0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
  ])
  static let xterm = (0..<16).map(TerminalPalette.color)

  private static func palette(_ codes: [UInt32]) -> [RGBA] {
    codes.map { RGBA(UInt8($0 >> 16), UInt8($0 >> 8 & 0xff), UInt8($0 & 0xff)) }
  }

  /// The numbers that show a foreground on a background; nil stays nil.
  static func numbers(_ front: RGBA?, on back: RGBA?) -> (front: Int?, back: Int?) {
    guard let back else { return (front.map { candidates($0, isBehind: false)[0] }, nil) }
    let ground = candidates(back, isBehind: true)
    guard let front else { return (nil, ground[0]) }
    let wanted = front.contrast(to: back) >= 4.5 ? legible : minimum
    let texts = candidates(front, isBehind: false) + greys
    // A coloured ground may give way to another of its hue; a grey one would become that of all other text.
    for number in greys.contains(ground[0]) ? [ground[0]] : ground {
      if let text = texts.first(where: { contrast($0, number) >= wanted }) { return (text, number) }
    }
    let best = greys.max { contrast($0, ground[0]) < contrast($1, ground[0]) }
    return (best, ground[0])
  }

  /// A little less than WCAG's 4.5, which no yellow and no raised ground of the sixteen reaches.
  private static let legible = 3.9
  /// For what is drawn and not read.
  private static let minimum = 1.5

  /// The contrast of two of the sixteen where it is least.
  private static func contrast(_ a: Int, _ b: Int) -> Double {
    min(vga[a].contrast(to: vga[b]), xterm[a].contrast(to: xterm[b]))
  }

  static let greys = [0, 8, 7, 15]

  /// The lightness that each grey is taken to have, in the order of `greys`. As a ground the darker ones give way to their
  /// neighbours, on which text is read better.
  private static let lightness: (front: [Float], behind: [Float]) = (
    [0, 0.45, 0.74, 1], [0, 0.6, 0.88, 1]
  )

  /// Below this chroma a colour counts as grey.
  private static let leastChroma: Float = 0.055

  /// The numbers that may stand for a colour, the best first.
  private static func candidates(_ color: RGBA, isBehind: Bool) -> [Int] {
    let wanted = Oklab(color)
    let chroma = wanted.chroma
    let levels = isBehind ? lightness.behind : lightness.front
    var costs = zip(greys, levels).map { number, level in
      (number, square(wanted.l - level) + (chroma < leastChroma ? 0 : 8 * square(chroma)))
    }
    if chroma >= leastChroma {
      for (number, candidate) in colored where wanted.cosineOfHue(to: candidate) > 0.5 {
        let hue = 2 * chroma * candidate.chroma * (1 - wanted.cosineOfHue(to: candidate))
        let cost =
          square(wanted.l - candidate.l) + 0.1 * square(chroma - candidate.chroma) + 3 * hue
        costs.append((number, cost))
      }
    }
    return costs.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// Those that are not grey, half-way between the two palettes.
  private static let colored: [(Int, Oklab)] = (0..<16).filter { !greys.contains($0) }.map {
    ($0, Oklab(vga[$0].mixed(with: xterm[$0], 128)))
  }

  private static func square(_ x: Float) -> Float { x * x }
}

extension Oklab {
  fileprivate func cosineOfHue(to other: Oklab) -> Float {
    (a * other.a + b * other.b) / (chroma * other.chroma)
  }
}

extension RGBA {
  /// The contrast of text and ground, 1…21 (WCAG 2.2).
  public func contrast(to other: RGBA) -> Double {
    func luminance(_ color: RGBA) -> Double {
      let light = LinearRGB(color)
      return 0.2126 * Double(light.r) + 0.7152 * Double(light.g) + 0.0722 * Double(light.b)
    }
    let (a, b) = (luminance(self), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}
