import Glibc

/// A colour in CIE L*a*b* under D65, as scores and colour differences are measured.
public struct CIELab: Hashable, Sendable, BitwiseCopyable {
  /// Lightness: 0 black … 100 white.
  public var l: Double
  /// Green to red, about -90…100 inside sRGB.
  public var a: Double
  /// Blue to yellow, about -110…95 inside sRGB.
  public var b: Double

  public init(l: Double, a: Double, b: Double) {
    self.l = l
    self.a = a
    self.b = b
  }

  /// An sRGB colour; alpha is left out. About 100 ns.
  public init(_ color: RGBA) {
    let (r, g, b) = (
      Self.lights[Int(color.r)], Self.lights[Int(color.g)], Self.lights[Int(color.b)]
    )
    let x = Self.root((0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.950_47)
    let y = Self.root(0.212_672_9 * r + 0.715_152_2 * g + 0.072_175_0 * b)
    let z = Self.root((0.019_333_9 * r + 0.119_192_0 * g + 0.950_304_1 * b) / 1.088_83)
    self.init(l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// The light of each sRGB code in double precision: float would show in a score's fourth digit.
  /// The light of each sRGB code in double precision: float would show in a score's fourth digit.
  private static let lights = (0..<256).map { TransferCurve.light(ofCode: Double($0)) }

  private static func root(_ value: Double) -> Double {
    value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116
  }
}

extension CIELab {
  /// The colour difference CIEDE2000: 1 is about what an eye just sees, 10 another colour.
  ///
  /// Symmetric, but no metric. About 300 ns.
  /// Source: Sharma, Wu, Dalal: The CIEDE2000 color-difference formula (2005).
  public func difference(to other: CIELab) -> Double {
    // Chroma, the a axis stretched near grey.
    let meanChroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let stretch = 1 + 0.5 * (1 - Self.saturation(meanChroma))
    let (a1, a2) = (stretch * a, stretch * other.a)
    let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
    let isGrey = c1 * c2 == 0

    // Hue, in degrees; the shorter way round.
    let (h1, h2) = (Self.hue(a1, b), Self.hue(a2, other.b))
    var hueDifference = isGrey ? 0 : h2 - h1
    if hueDifference > 180 {
      hueDifference -= 360
    } else if hueDifference < -180 {
      hueDifference += 360
    }
    var meanHue = h1 + h2
    if !isGrey {
      if abs(h1 - h2) > 180 { meanHue += meanHue < 360 ? 360 : -360 }
      meanHue /= 2
    }

    let meanL = (l + other.l) / 2
    let meanC = (c1 + c2) / 2
    let hueWeight =
      1 - 0.17 * Self.cosine(meanHue - 30) + 0.24 * Self.cosine(2 * meanHue)
      + 0.32 * Self.cosine(3 * meanHue + 6) - 0.20 * Self.cosine(4 * meanHue - 63)
    let fromMiddle = (meanL - 50) * (meanL - 50)
    let dL = (other.l - l) / (1 + 0.015 * fromMiddle / (20 + fromMiddle).squareRoot())
    let dC = (c2 - c1) / (1 + 0.045 * meanC)
    let chord = 2 * (c1 * c2).squareRoot() * sin(hueDifference * .pi / 360)
    let dH = chord / (1 + 0.015 * meanC * hueWeight)

    // In the blues, chroma and hue do not differ independently.
    let blueness = exp(-((meanHue - 275) / 25) * ((meanHue - 275) / 25))
    let rotation = -2 * Self.saturation(meanC) * sin(60 * blueness * .pi / 180)
    return max(0, dL * dL + dC * dC + dH * dH + rotation * dC * dH).squareRoot()
  }

  /// √(C⁷ / (C⁷ + 25⁷)): 0 at grey, nearly 1 in vivid colours.
  private static func saturation(_ chroma: Double) -> Double {
    let squared = chroma * chroma
    let seventh = squared * squared * squared * chroma
    return (seventh / (seventh + 6_103_515_625)).squareRoot()
  }

  private static func hue(_ a: Double, _ b: Double) -> Double {
    let degrees = atan2(b, a) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
}
