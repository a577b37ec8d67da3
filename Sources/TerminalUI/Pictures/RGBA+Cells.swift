public import Raster

extension RGBA {
  /// The opaque colour of a cell's; nil for the terminal's default.
  public init?(_ color: CellColor) {
    guard let (r, g, b) = color.rgb else { return nil }
    self.init(r, g, b)
  }

  /// Between this colour (at 0) and `other` (at 255), code by code; opaque.
  func mixed(with other: RGBA, _ share: UInt8) -> RGBA {
    let (old, new) = (255 - Int(share), Int(share))
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Int(a) * old + Int(b) * new + 127) / 255) }
    return RGBA(mix(r, other.r), mix(g, other.g), mix(b, other.b))
  }

  /// Its brightness, roughly: 0…255.
  var luma: UInt8 { UInt8((Int(r) * 54 + Int(g) * 183 + Int(b) * 19) >> 8) }

  /// With five bits a channel: fewer colours, so that a terminal is sent fewer changes.
  var coarse: RGBA {
    RGBA(r & 0xf8 | r >> 5, g & 0xf8 | g >> 5, b & 0xf8 | b >> 5, a)
  }

  var cellColor: CellColor { CellColor(r, g, b) }
}
