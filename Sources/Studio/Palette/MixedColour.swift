internal import Glibc
public import Raster

/// A colour as it is mixed: Oklab in polar form, so that a hue is not lost where there is no chroma.
public struct MixedColour: Hashable, Sendable {
  /// 0…1.
  public var lightness: Double
  /// 0…`largestChroma`; more than a screen can show at this lightness and hue is cut back.
  public var chroma: Double
  /// Degrees, 0…360.
  public var hue: Double

  public static let largestChroma = 0.33

  public init(lightness: Double, chroma: Double, hue: Double) {
    self.lightness = lightness
    self.chroma = chroma
    self.hue = hue
  }

  public init(_ colour: RGBA) {
    let oklab = Oklab(colour)
    lightness = Double(oklab.l)
    chroma = Double(hypotf(oklab.a, oklab.b))
    let degrees = Double(atan2f(oklab.b, oklab.a)) * 180 / .pi
    hue = degrees < 0 ? degrees + 360 : degrees
    // Of a grey the hue is an accident of rounding.
    if chroma < 0.002 { (chroma, hue) = (0, 0) }
  }

  /// The sRGB colour with this lightness and hue, and as much of the chroma as there is.
  public var rgba: RGBA {
    if LinearRGB(oklab(chroma)).isShown { return RGBA(oklab(chroma)) }
    var (low, high) = (0.0, chroma)
    for _ in 0..<12 {
      let middle = (low + high) / 2
      if LinearRGB(oklab(middle)).isShown { low = middle } else { high = middle }
    }
    return RGBA(oklab(low))
  }

  private func oklab(_ chroma: Double) -> Oklab {
    let angle = hue * .pi / 180
    return Oklab(
      l: Float(lightness), a: Float(chroma * cos(angle)), b: Float(chroma * sin(angle)))
  }
}

extension LinearRGB {
  /// Whether a screen shows it, but for a rounding.
  fileprivate var isShown: Bool { [r, g, b].allSatisfy { $0 > -0.0005 && $0 < 1.0005 } }
}
