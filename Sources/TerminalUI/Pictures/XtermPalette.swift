import Raster

/// The upper 240 of the 256 colours, which no terminal's settings change: a cube of six steps a channel
/// and 24 greys.
enum XtermPalette {
  /// Colour 16 first.
  static let colors: [RGBA] = {
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    var colors: [RGBA] = []
    for r in steps { for g in steps { for b in steps { colors.append(RGBA(r, g, b)) } } }
    for grey in 0..<24 {
      let code = UInt8(8 + 10 * grey)
      colors.append(RGBA(code, code, code))
    }
    return colors
  }()

  static let oklab: [Oklab] = colors.map { Oklab($0) }
  static let chroma: [Float] = oklab.map(\.chroma)

  /// The index into `colors` of the one at the least distance; the first of equals.
  static func nearest(to color: Oklab) -> UInt8 {
    index { candidate, _ in candidate.squaredDistance(to: color) }
  }

  /// The index into `colors` of the one that keeps a colour's hue best; the first of equals.
  static func nearest(to color: HueFirst) -> UInt8 { index(color.cost) }

  private static func index(_ cost: (Oklab, Float) -> Float) -> UInt8 {
    var best = (index: 0, cost: Float.infinity)
    for (index, candidate) in oklab.enumerated() {
      let cost = cost(candidate, chroma[index])
      if cost < best.cost { best = (index, cost) }
    }
    return UInt8(best.index)
  }
}
