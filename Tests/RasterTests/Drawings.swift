import Raster

/// A reproducible sequence of numbers for tests (xorshift64*).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// 0 ..< `bound`.
  mutating func roll(_ bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }
}

extension Plane where Element == Bool {
  /// A plane in letters: `#` is true.
  init(_ rows: String...) {
    self.init(
      width: rows[0].count, height: rows.count, elements: rows.joined().map { $0 == "#" })
  }
}

extension Plane {
  /// A plane of random values, each side 1 … `size`.
  static func random(
    upTo size: Int, _ dice: inout Dice, value: (inout Dice) -> Element
  ) -> Plane<Element> {
    let width = 1 + dice.roll(size)
    let height = 1 + dice.roll(size)
    return Plane(
      width: width, height: height, elements: (0..<width * height).map { _ in value(&dice) })
  }
}
