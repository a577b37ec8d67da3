// The ground that a drawing was drawn on.
//
// Everything after this sees dark marks on light paper. So the ground says how a pixel becomes that:
// what is transparent shows white; where the marks on transparency are as light as white themselves
// (a layer to lie over something dark), their alpha is the ink; light marks on dark paper (a
// blackboard) are inverted.
//
// Cost: a sample of at most 2^18 pixels.

import Raster

/// The ground of a drawing, which says how its pixels become marks on light paper.
struct DrawingGround: Hashable, Sendable {
  /// Colour says nothing: what covers is ink.
  private(set) var inkIsAlpha = false
  /// The marks are lighter than the paper.
  private(set) var isDark = false

  /// Looks at a sample of the picture.
  ///
  /// - Throws: `LineArtError.noPaper` for a picture that is black all over.
  init(_ image: Image) throws(LineArtError) {
    let sample = Self.sample(image)
    let covered = sample.filter { $0.a >= 64 }
    let dark = covered.count { Self.luma(Self.onWhite($0)) < 200 }
    // A twentieth or more of it transparent, and next to nothing of the rest dark.
    if 20 * (sample.count - covered.count) >= sample.count, !covered.isEmpty,
      200 * dark < covered.count
    {
      inkIsAlpha = true
      return
    }
    var counts = [Int](repeating: 0, count: 256)
    for pixel in sample { counts[Self.luma(Self.onWhite(pixel))] += 1 }
    // Paper fills more than a quarter of any drawing, and is its lightest part if the marks are dark.
    var lighterCount = sample.count / 4
    var paper = 255
    while lighterCount >= counts[paper] {
      lighterCount -= counts[paper]
      paper -= 1
    }
    guard paper < 100 else { return }
    let lighter = (paper..<256).reduce(0) { $0 + counts[$1] * ($1 - paper) } / (255 - paper)
    let darker = (0..<paper).reduce(0) { $0 + counts[$1] * (paper - $1) } / max(1, paper)
    if paper < 8 && lighter == 0 { throw LineArtError.noPaper }
    isDark = lighter > darker
  }

  /// A pixel as it looks on light paper, opaque.
  @inline(__always)
  func color(_ pixel: RGBA) -> RGBA {
    if inkIsAlpha {
      let tone = 255 - pixel.a
      return RGBA(tone, tone, tone)
    }
    let opaque = Self.onWhite(pixel)
    return isDark ? RGBA(255 - opaque.r, 255 - opaque.g, 255 - opaque.b) : opaque
  }

  /// The brightness of a pixel, 0…255.
  @inline(__always)
  static func luma(_ pixel: RGBA) -> Int {
    (54 * Int(pixel.r) + 183 * Int(pixel.g) + 19 * Int(pixel.b)) >> 8
  }

  @inline(__always)
  private static func onWhite(_ pixel: RGBA) -> RGBA {
    if pixel.a == 255 { return pixel }
    let alpha = Int(pixel.a)
    func over(_ value: UInt8) -> UInt8 {
      UInt8((Int(value) * alpha + 255 * (255 - alpha) + 127) / 255)
    }
    return RGBA(over(pixel.r), over(pixel.g), over(pixel.b))
  }

  /// Every pixel of a small picture; of a large one whole rows at even distances.
  private static func sample(_ image: Image) -> [RGBA] {
    let rows = max(1, min(image.height, (1 << 18) / image.width))
    var sample: [RGBA] = []
    sample.reserveCapacity(rows * image.width)
    for row in 0..<rows {
      let y = (2 * row + 1) * image.height / (2 * rows)
      sample += image.elements[y * image.width..<(y + 1) * image.width]
    }
    return sample
  }
}
