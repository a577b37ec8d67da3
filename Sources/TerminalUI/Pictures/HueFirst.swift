import Raster

// Stand-ins for a colour where only few can be shown.
//
// Between the greys of the 256 colours lie a few points of lightness, between its colours a third of the whole range. By
// distance alone pale skin, brown hair and dark indigo thus become grey, and the shades of one green olive and teal.
// So hue counts more than chroma, chroma more than lightness, and a colour that has any does not become
// grey for a little lightness. Distances are in Oklab.

/// A colour to find others for that are alike in hue first.
struct HueFirst {
  let wanted: Oklab
  private let chroma: Float

  init(_ wanted: Oklab) {
    self.wanted = wanted
    chroma = wanted.chroma
  }

  /// A colour's unlikeness to the wanted one, which itself has 0.
  func cost(of color: Oklab, chroma other: Float) -> Float {
    let (dl, da, db) = (color.l - wanted.l, color.a - wanted.a, color.b - wanted.b)
    let more = (other - chroma) * (other - chroma)
    // The part of the distance in a and b that is not chroma is hue.
    let hue = max(0, da * da + db * db - more)
    let loss = other < Self.grey && chroma > Self.coloured ? 8 * chroma * chroma : 0
    return 0.5 * dl * dl + 0.6 * more + 4 * hue + loss
  }

  /// Whether a colour may be mixed in: it is grey, or of about the same hue.
  func allows(_ color: Oklab, chroma other: Float) -> Bool {
    if other < Self.grey { return true }
    let alike = wanted.a * color.a + wanted.b * color.b
    return chroma > Self.tinged && alike > 0.8 * chroma * other
  }

  /// Below this chroma a colour is grey; the greys of the palette are so to the last bit but two.
  private static let grey: Float = 0.005
  /// Above this it is seen to have a hue, if only beside a grey.
  private static let tinged: Float = 0.01
  /// Above this it is seen to have one by itself.
  private static let coloured: Float = 0.022
}

extension Oklab {
  /// The distance from grey.
  var chroma: Float { (a * a + b * b).squareRoot() }
}
