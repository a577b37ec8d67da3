import Raster

// Fewer colours for cells.
//
// With 24 bits: five bits a channel. With 256 colours: each colour is shown by the nearest of the palette,
// or, in pictures, by that and another, which a 4 × 4 pattern puts in the best proportion (ordered
// dithering, in Oklab, where distances are as they look). The second is the one whose mixture comes nearest,
// but two that are far apart must gain much, or they would show as specks; it is of the colour's hue or grey. What is
// near is said by `HueFirst`: skin stays skin. A colour's two are
// found once a frame. Cost: 1 µs a new colour, 2 ns one that came before.
struct ColorReduction {
  /// Two colours of the palette, and for how many of 16 places the second is taken.
  private struct Mixture {
    var first: UInt8
    var second: UInt8
    var places: UInt8
    var isKnown: Bool
  }

  private let depth: ColorDepth
  private let dithers: Bool
  /// By colour in five bits a channel.
  private var mixtures: [Mixture]

  init(_ depth: ColorDepth, dithers: Bool) {
    self.depth = depth
    self.dithers = dithers
    mixtures =
      depth == .palette256
      ? Array(
        repeating: Mixture(first: 0, second: 0, places: 0, isKnown: false), count: 1 << 15) : []
  }

  /// The colour to show for an opaque one in subcell (x, y).
  mutating func reduced(_ color: RGBA, _ x: Int, _ y: Int) -> RGBA {
    if depth != .palette256 { return color.coarse }
    let index = Int(color.r >> 3) << 10 | Int(color.g >> 3) << 5 | Int(color.b >> 3)
    if !mixtures[index].isKnown { mixtures[index] = mixture(color.coarse) }
    let mixture = mixtures[index]
    let usesSecond = Self.pattern[(y & 3) * 4 + (x & 3)] < mixture.places
    return XtermPalette.colors[Int(usesSecond ? mixture.second : mixture.first)]
  }

  private func mixture(_ color: RGBA) -> Mixture {
    let target = HueFirst(Oklab(color))
    let wanted = target.wanted
    let first = XtermPalette.nearest(to: target)
    var mixture = Mixture(first: first, second: first, places: 0, isKnown: true)
    if !dithers { return mixture }
    let near = XtermPalette.oklab[Int(first)]
    var least = target.cost(of: near, chroma: XtermPalette.chroma[Int(first)])
    for (index, far) in XtermPalette.oklab.enumerated()
    where index != Int(first) && target.allows(far, chroma: XtermPalette.chroma[index]) {
      let (dl, da, db) = (far.l - near.l, far.a - near.a, far.b - near.b)
      let length = dl * dl + da * da + db * db
      let along =
        ((wanted.l - near.l) * dl + (wanted.a - near.a) * da + (wanted.b - near.b) * db) / length
      let share = (max(0, min(1, along)) * 16).rounded() / 16
      let mixed = Oklab(l: near.l + share * dl, a: near.a + share * da, b: near.b + share * db)
      let specks = Self.speckCost * length * share * (1 - share)
      let error = target.cost(of: mixed, chroma: mixed.chroma) + specks
      if error < least {
        least = error
        mixture.second = UInt8(index)
        mixture.places = UInt8(share * 16)
      }
    }
    return mixture
  }

  /// The weight of a mixture's spread, which is added to its error.
  private static let speckCost: Float = 0.15

  /// Bayer's order of the places of a 4 × 4 square.
  private static let pattern: [UInt8] = [
    0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5,
  ]
}
