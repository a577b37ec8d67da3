import Glibc

/// A colour in linear light: sRGB's primaries, intensities that may be added and averaged.
public struct LinearRGB: Hashable, Sendable, BitwiseCopyable {
  /// 0…1 inside sRGB's gamut.
  public var r: Float
  public var g: Float
  public var b: Float

  public init(r: Float, g: Float, b: Float) {
    self.r = r
    self.g = g
    self.b = b
  }

  /// The light of an sRGB colour; alpha is left out.
  public init(_ color: RGBA) {
    let curve = TransferCurve.sRGB
    self.init(r: curve.light(color.r), g: curve.light(color.g), b: curve.light(color.b))
  }
}

extension RGBA {
  /// The nearest sRGB colour; light outside the gamut is clipped channel by channel.
  public init(_ light: LinearRGB, alpha: UInt8 = 255) {
    let curve = TransferCurve.sRGB
    self.init(curve.code(light.r), curve.code(light.g), curve.code(light.b), alpha)
  }
}

/// The light that sRGB's eight-bit codes stand for (IEC 61966-2-1), in tables: exact both ways.
///
/// Take `TransferCurve.sRGB` into a local before a loop over pixels.
public struct TransferCurve: Sendable {
  /// The light of each code, 0…1.
  private let lights: [Float]
  /// The least light that rounds to each code: that of the code less one half.
  private let thresholds: [Float]
  /// For light `i / 4096` the code it rounds to; where to begin the search.
  private let codes: [UInt8]

  public static let sRGB = TransferCurve()

  private init() {
    lights = (0..<256).map { Float(Self.light(ofCode: Double($0))) }
    thresholds = (0..<256).map { Float(Self.light(ofCode: Double($0) - 0.5)) }
    var codes: [UInt8] = []
    var code = 0
    for step in 0...4096 {
      while code < 255 && Float(step) / 4096 >= thresholds[code + 1] { code += 1 }
      codes.append(UInt8(code))
    }
    self.codes = codes
  }

  /// - Parameter code: 0…255, fractions too.
  static func light(ofCode code: Double) -> Double {
    let value = code / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// The light, 0…1, that `code` stands for.
  public func light(_ code: UInt8) -> Float { lights[Int(code)] }

  /// The code nearest to `light` on the code's scale; light outside 0…1 is clipped.
  public func code(_ light: Float) -> UInt8 {
    // Written so that NaN gives 0.
    guard light > 0 else { return 0 }
    if light >= 1 { return 255 }
    var code = Int(codes[Int(light * 4096)])
    while code < 255 && light >= thresholds[code + 1] { code += 1 }
    return UInt8(code)
  }
}
