/// The division of a cell into subcells that each have a colour of their own, or nearly.
struct SubcellGrid: Hashable, Sendable {
  /// Subcells side by side, and one above the other, in one cell.
  let across: Int
  let down: Int

  static let cells = SubcellGrid(across: 1, down: 1)
  static let halves = SubcellGrid(across: 1, down: 2)
  static let quadrants = SubcellGrid(across: 2, down: 2)
  static let sextants = SubcellGrid(across: 2, down: 3)
  static let braille = SubcellGrid(across: 2, down: 4)

  var count: Int { across * down }

  /// The character whose foreground covers the subcells of `mask`: bit `y * across + x`.
  ///
  /// - Precondition: some subcells are covered and some are not, except in braille.
  func scalar(covering mask: Int) -> UInt32 {
    switch self {
    case .halves: mask == 1 ? 0x2580 : 0x2584
    case .quadrants: Self.quadrantScalars[mask]
    case .sextants: Self.sextant(mask)
    case .braille: Self.braille(mask)
    default: 0x20
    }
  }

  /// By mask: bit 0 top left, 1 top right, 2 bottom left, 3 bottom right.
  private static let quadrantScalars: [UInt32] = [
    0x20, 0x2598, 0x259d, 0x2580, 0x2596, 0x258c, 0x259e, 0x259b, 0x2597, 0x259a, 0x2590, 0x259c,
    0x2584, 0x2599, 0x259f, 0x2588,
  ]

  /// U+1FB00 on, in the masks' order without those that had a character before.
  private static func sextant(_ mask: Int) -> UInt32 {
    switch mask {
    case 0: 0x20
    case 0b010101: 0x258c
    case 0b101010: 0x2590
    case 0b111111: 0x2588
    default: 0x1fb00 + UInt32(mask - 1 - (mask > 0b010101 ? 1 : 0) - (mask > 0b101010 ? 1 : 0))
    }
  }

  /// Braille numbers its dots down the columns, and the last row came later.
  private static func braille(_ mask: Int) -> UInt32 {
    let dots: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    return dots.indices.reduce(0x2800) { $0 | (mask >> $1 & 1 == 1 ? dots[$1] : 0) }
  }
}
