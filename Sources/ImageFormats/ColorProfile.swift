import CLCMS
import Raster

/// An ICC profile in littlecms.
struct ColorProfile: ~Copyable {
  fileprivate let handle: cmsHPROFILE
  let isGrey: Bool

  /// - Throws: for what is no profile, and for profiles of anything but RGB and grey.
  init(_ bytes: [UInt8]) throws(ImageWarning.ColourFault) {
    guard let handle = cmsOpenProfileFromMem(bytes, UInt32(bytes.count)) else {
      throw .damagedProfile
    }
    let space = cmsGetColorSpace(handle)
    if space != cmsSigRgbData && space != cmsSigGrayData {
      defer { cmsCloseProfile(handle) }
      throw .notRGB(Self.name(of: handle))
    }
    self.handle = handle
    isGrey = space == cmsSigGrayData
  }

  /// The RGB of PNG's gAMA and cHRM chunks; see `ColorSource.gamma`.
  init(gamma: Double, chromaticities c: [Double]) throws(ImageWarning.ColourFault) {
    precondition(c.count == 8, "\(c.count) chromaticities")
    var white = cmsCIExyY(x: c[0], y: c[1], Y: 1)
    var primaries = cmsCIExyYTRIPLE(
      Red: cmsCIExyY(x: c[2], y: c[3], Y: 1), Green: cmsCIExyY(x: c[4], y: c[5], Y: 1),
      Blue: cmsCIExyY(x: c[6], y: c[7], Y: 1))
    // Type 4 with these parameters is sRGB's curve, which is what 1/2.2 means in a file.
    let curve =
      ColorSource.isSRGBLike(gamma: gamma)
      ? cmsBuildParametricToneCurve(nil, 4, [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])
      : cmsBuildGamma(nil, 1 / gamma)
    defer { cmsFreeToneCurve(curve) }
    var curves = [curve, curve, curve]
    guard let handle = cmsCreateRGBProfile(&white, &primaries, &curves) else {
      throw .chromaticities
    }
    self.handle = handle
    isGrey = false
  }

  deinit { cmsCloseProfile(handle) }

  /// The profile's own name, in quotation marks; not escaped.
  var name: String { Self.name(of: handle) }

  private static func name(of handle: cmsHPROFILE) -> String {
    var text = [CChar](repeating: 0, count: 128)
    let count = cmsGetProfileInfoASCII(handle, cmsInfoDescription, "en", "US", &text, 127)
    let bytes = text.prefix(Int(count)).prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return "“\(String(decoding: bytes, as: UTF8.self))”"
  }

  /// The sRGB level of every level of a grey profile.
  func greyTable(sixteen: Bool) throws(ImageWarning.ColourFault) -> [UInt8] {
    let transform = try ColorTransform(
      from: self, format: sixteen ? Format.grey16 : Format.grey8, to: Format.rgb8,
      flags: UInt32(cmsFLAGS_NOOPTIMIZE))
    var table = [UInt8](repeating: 0, count: sixteen ? 65_536 : 256)
    for level in table.indices {
      var rgb: (UInt8, UInt8, UInt8) = (0, 0, 0)
      if sixteen {
        var sample = UInt16(level)
        cmsDoTransform(transform.handle, &sample, &rgb, 1)
      } else {
        var sample = UInt8(level)
        cmsDoTransform(transform.handle, &sample, &rgb, 1)
      }
      table[level] = rgb.1
    }
    return table
  }
}

/// A littlecms transform of straight RGBA to sRGB; may be used by several threads at a time.
struct ColorTransform: ~Copyable, @unchecked Sendable {
  fileprivate let handle: cmsHTRANSFORM
  private let takesSixteen: Bool

  init(from profile: borrowing ColorProfile, sixteen: Bool) throws(ImageWarning.ColourFault) {
    // littlecms would put a 16-bit transform into a lattice, which is up to 6 levels off.
    try self.init(
      from: profile, format: sixteen ? Format.rgba16 : Format.rgba8, to: Format.rgba8,
      flags: sixteen ? UInt32(cmsFLAGS_NOOPTIMIZE) : 0)
  }

  fileprivate init(
    from profile: borrowing ColorProfile, format: UInt32, to: UInt32, flags: UInt32
  ) throws(ImageWarning.ColourFault) {
    let sRGB = cmsCreate_sRGBProfile()
    defer { cmsCloseProfile(sRGB) }
    // The cache of the last pixel is what would make a transform unsafe to share.
    let handle = cmsCreateTransform(
      profile.handle, format, sRGB, to, UInt32(INTENT_PERCEPTUAL), flags | UInt32(cmsFLAGS_NOCACHE))
    guard let handle else {
      throw .unusableProfile(profile.name)
    }
    self.handle = handle
    takesSixteen = format == Format.rgba16
  }

  deinit { cmsDeleteTransform(handle) }

  /// Whether it moves no colour of 8 bits by more than rounding does: the profile is sRGB, whatever
  /// it calls itself. Judged on a lattice of 9³ colours.
  func isIdentity() -> Bool {
    let levels = (0...8).map { UInt8(min(255, $0 * 32)) }
    let colors = levels.flatMap { r in levels.flatMap { g in levels.map { b in RGBA(r, g, b) } } }
    let wide = colors.flatMap { [$0.r, $0.g, $0.b, $0.a].map { UInt16($0) * 257 } }
    var converted = colors
    var span = converted.mutableSpan
    if takesSixteen { convert(wide.span, to: &span) } else { convert(&span) }
    return zip(colors, converted).allSatisfy { before, after in
      abs(Int(before.r) - Int(after.r)) <= 1 && abs(Int(before.g) - Int(after.g)) <= 1
        && abs(Int(before.b) - Int(after.b)) <= 1
    }
  }

  /// Converts pixels of 8 bits in place. Alpha is an extra channel, which littlecms does not touch.
  func convert(_ pixels: inout MutableSpan<RGBA>) {
    pixels.withUnsafeMutableBytes { bytes in
      cmsDoTransform(handle, bytes.baseAddress, bytes.baseAddress, UInt32(bytes.count / 4))
    }
  }

  /// Converts samples of 16 bits, `[pixels, 4]`, all but the pixels' alpha.
  func convert(_ samples: Span<UInt16>, to pixels: inout MutableSpan<RGBA>) {
    precondition(samples.count == pixels.count * 4)
    samples.withUnsafeBytes { samples in
      pixels.withUnsafeMutableBytes { pixels in
        cmsDoTransform(handle, samples.baseAddress, pixels.baseAddress, UInt32(pixels.count / 4))
      }
    }
  }
}

/// littlecms's names for sample layouts; its macros do not reach Swift.
private enum Format {
  static let grey8 = layout(space: PT_GRAY, channels: 1, bytes: 1)
  static let grey16 = layout(space: PT_GRAY, channels: 1, bytes: 2)
  static let rgb8 = layout(space: PT_RGB, channels: 3, bytes: 1)
  static let rgba8 = rgb8 | 1 << 7
  static let rgba16 = layout(space: PT_RGB, channels: 3, bytes: 2) | 1 << 7

  private static func layout(space: Int32, channels: UInt32, bytes: UInt32) -> UInt32 {
    UInt32(space) << 16 | channels << 3 | bytes
  }
}
