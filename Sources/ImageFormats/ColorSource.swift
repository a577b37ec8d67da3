/// The colours that the samples of a file stand for.
enum ColorSource: Equatable {
  case sRGB
  /// An embedded ICC profile.
  case profile([UInt8])
  /// PNG's own description.
  ///
  /// - gamma: samples are light to the power of this, 0.45455 for most.
  /// - chromaticities: x and y of white, red, green, blue; empty for sRGB's.
  case gamma(Double, chromaticities: [Double])

  /// By PNG's precedence: a profile, an sRGB chunk, gAMA with cHRM.
  init(_ header: PNGHeader) {
    if !header.profile.isEmpty {
      self = .profile(header.profile)
    } else if header.isSRGB {
      self = .sRGB
    } else {
      // Chromaticities mean nothing to grey, and those of sRGB need no work.
      let differs = zip(header.chromaticities, Self.sRGBChromaticities).contains {
        abs($0 - $1) > 0.005
      }
      let chromaticities = header.isGrey || !differs ? [] : header.chromaticities
      let gamma = header.gamma == 0 || Self.isSRGBLike(gamma: header.gamma) ? 0.45455 : header.gamma
      self =
        gamma == 0.45455 && chromaticities.isEmpty
        ? .sRGB : .gamma(gamma, chromaticities: chromaticities)
    }
  }

  /// Whether files call sRGB's own curve by this exponent; libpng's tolerance.
  static func isSRGBLike(gamma: Double) -> Bool { abs(gamma * 2.2 - 1) < 0.05 }

  private static let sRGBChromaticities = [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06]
}
