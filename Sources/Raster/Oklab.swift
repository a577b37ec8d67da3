import Glibc

/// A colour in Oklab: distances are about as far as they look, and hues stay straight when mixed.
///
/// Source: Björn Ottosson, "A perceptual color space for image processing" (2020). For measured
/// differences take `CIELab.difference(to:)`; for clustering and mixing take this, at a tenth of the cost.
public struct Oklab: Hashable, Sendable, BitwiseCopyable {
  /// Lightness: 0 black … 1 white.
  public var l: Float
  /// Green to red, about -0.25…0.3 inside sRGB.
  public var a: Float
  /// Blue to yellow, about -0.32…0.2 inside sRGB.
  public var b: Float

  public init(l: Float, a: Float, b: Float) {
    self.l = l
    self.a = a
    self.b = b
  }

  public init(_ light: LinearRGB) {
    let (r, g, b) = (light.r, light.g, light.b)
    let long = cbrtf(0.412_221_47 * r + 0.536_332_54 * g + 0.051_445_993 * b)
    let medium = cbrtf(0.211_903_50 * r + 0.680_699_55 * g + 0.107_396_96 * b)
    let short = cbrtf(0.088_302_46 * r + 0.281_718_84 * g + 0.629_978_70 * b)
    self.init(
      l: 0.210_454_26 * long + 0.793_617_78 * medium - 0.004_072_047 * short,
      a: 1.977_998_5 * long - 2.428_592_2 * medium + 0.450_593_71 * short,
      b: 0.025_904_037 * long + 0.782_771_77 * medium - 0.808_675_77 * short)
  }

  /// An sRGB colour; alpha is left out. About 50 ns.
  public init(_ color: RGBA) { self.init(LinearRGB(color)) }

  /// The square of the distance to `other`; 1 from black to white.
  public func squaredDistance(to other: Oklab) -> Float {
    let (dl, da, db) = (l - other.l, a - other.a, b - other.b)
    return dl * dl + da * da + db * db
  }
}

extension LinearRGB {
  /// The light of an Oklab colour; may lie outside the gamut.
  public init(_ color: Oklab) {
    let long = color.l + 0.396_337_78 * color.a + 0.215_803_76 * color.b
    let medium = color.l - 0.105_561_346 * color.a - 0.063_854_17 * color.b
    let short = color.l - 0.089_484_18 * color.a - 1.291_485_5 * color.b
    let (l, m, s) = (long * long * long, medium * medium * medium, short * short * short)
    self.init(
      r: 4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
      g: -1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s,
      b: -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s)
  }
}

extension RGBA {
  /// The nearest sRGB colour; what lies outside the gamut is clipped channel by channel.
  public init(_ color: Oklab, alpha: UInt8 = 255) { self.init(LinearRGB(color), alpha: alpha) }
}
