/// One pixel of a picture: sRGB, eight bits a channel, alpha not premultiplied.
public struct RGBA: Hashable, Sendable, Encodable, BitwiseCopyable {
  public var r: UInt8
  public var g: UInt8
  public var b: UInt8
  public var a: UInt8

  /// A colour of sRGB channels and straight alpha, 0…255 each; opaque unless `a` is told.
  public init(_ r: UInt8, _ g: UInt8, _ b: UInt8, _ a: UInt8 = 255) {
    self.r = r
    self.g = g
    self.b = b
    self.a = a
  }

  public static let white = RGBA(255, 255, 255)
  public static let black = RGBA(0, 0, 0)
  public static let clear = RGBA(0, 0, 0, 0)
}

/// A picture: sRGB with straight alpha. Formats with more bits are rounded on reading.
public typealias Image = Plane<RGBA>
