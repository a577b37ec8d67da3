/// Smooth noise along a line: random values at whole numbers, eased in between; −1 … 1.
struct Tremor {
  private let key: UInt32

  init(_ chance: Chance) { key = UInt32(chance.unit("tremor") * 16_777_216) }

  func callAsFunction(_ t: Float) -> Float {
    let cell = t.rounded(.down)
    let share = t - cell
    let eased = share * share * (3 - 2 * share)
    let index = UInt32(bitPattern: Int32(cell))
    let a = latticeValue(index, key)
    let b = latticeValue(index &+ 1, key)
    return 2 * (a + (b - a) * eased) - 1
  }
}

/// A random number 0 ..< 1 for a lattice point: a cheap integer hash.
@inline(__always)
func latticeValue(_ a: UInt32, _ b: UInt32) -> Float {
  var h = a &* 0x9e37_79b1 ^ b &* 0x85eb_ca77
  h = (h ^ (h >> 15)) &* 0x2c1b_3c6d
  h = (h ^ (h >> 12)) &* 0x297a_2d39
  return Float((h ^ (h >> 15)) >> 8) * 0x1p-24
}

/// Smooth noise over a plane, 0…1.
func smoothValue(_ x: Float, _ y: Float, _ key: UInt32) -> Float {
  let (cx, cy) = (x.rounded(.down), y.rounded(.down))
  let (tx, ty) = (x - cx, y - cy)
  let (sx, sy) = (tx * tx * (3 - 2 * tx), ty * ty * (3 - 2 * ty))
  let column = UInt32(bitPattern: Int32(cx))
  let row = UInt32(bitPattern: Int32(cy)) &+ key
  let a = mix(latticeValue(column, row), latticeValue(column &+ 1, row), sx)
  let b = mix(latticeValue(column, row &+ 1), latticeValue(column &+ 1, row &+ 1), sx)
  return mix(a, b, sy)
}
