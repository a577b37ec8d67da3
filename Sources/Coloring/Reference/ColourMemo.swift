import Raster

/// The results for the colours seen last, for what costs more to make than to find again: an Oklab lightness takes three
/// cube roots, and a shaded picture changes its colour with nearly every pixel, but among few.
struct ColourMemo<Value> {
  private static var placeBits: Int { 11 }

  private var places: [(color: RGBA, value: Value)]
  private let make: (RGBA) -> Value

  init(_ make: @escaping (RGBA) -> Value) {
    self.make = make
    places = Array(repeating: (.clear, make(.clear)), count: 1 << Self.placeBits)
  }

  /// `make` of the colour.
  @inline(__always)
  mutating func value(of color: RGBA) -> Value {
    let code = UInt32(color.r) | UInt32(color.g) << 8 | UInt32(color.b) << 16
    let mixed = (code ^ UInt32(color.a) << 24) &* 0x9E37_79B1
    let place = Int(mixed >> UInt32(32 - Self.placeBits))
    if places[place].color != color { places[place] = (color, make(color)) }
    return places[place].value
  }
}
