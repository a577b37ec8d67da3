extension RGBA {
  /// The opaque colour that `hex` names, `#rrggbb` in either case; nil where it is anything else.
  public init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 7, digits[0] == UInt8(ascii: "#") else { return nil }
    var value: UInt32 = 0
    for digit in digits.dropFirst() {
      // `hexDigitValue` would take full-width digits too.
      guard let nibble = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(nibble)
    }
    self.init(
      UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
      UInt8(truncatingIfNeeded: value))
  }

  /// `#rrggbb`, in lower case; alpha is not in it.
  public var hex: String {
    let value = UInt32(r) << 16 | UInt32(g) << 8 | UInt32(b)
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
