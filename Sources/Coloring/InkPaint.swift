internal import Raster
internal import Regions

// The colour of a drawing's ink, so that lines drawn in brown or blue stay so.
//
// The thinnest paint that, laid over white paper, gives the mean colour of the strokes where the line art has
// their mean darkness. Greys give black: their lightness is in the darkness already. One colour for the
// whole drawing: per pixel it would carry the paper's noise. Lines lighter than their ground count as
// black. Cost: at most a million pixels are looked at.

/// What the lines of a drawing are drawn with.
struct InkPaint: Sendable {
  let colour: RGBA
  /// The paint's opacity for each darkness, `opacities[darkness]`.
  let opacities: [UInt8]

  /// Black, as opaque as the line art is dark.
  private static let black = InkPaint(colour: .black, opacities: Array(0...255))

  private init(colour: RGBA, opacities: [UInt8]) {
    self.colour = colour
    self.opacities = opacities
  }

  /// The ink of `drawing`, which `lineArt` was read from.
  init(of drawing: Image, _ lineArt: LineArt) {
    var sum = SIMD4<Int>(0, 0, 0, 0)
    let step = max(1, drawing.elements.count / 1_000_000)
    let pixels = drawing.elements.span
    let strokes = lineArt.strokes.elements.span
    let darkness = lineArt.darkness.elements.span
    for index in stride(from: 0, to: pixels.count, by: step) {
      guard strokes[index] == .ink else { continue }
      let pixel = pixels[index]
      let opacity = Int(pixel.a)
      sum &+= SIMD4(
        opacity * (255 - Int(pixel.r)), opacity * (255 - Int(pixel.g)),
        opacity * (255 - Int(pixel.b)), 255 * Int(darkness[index]))
    }
    // What the ink takes of white paper, at least and at most; a tenth apart is still a grey.
    let least = min(sum.x, sum.y, sum.z)
    let most = max(sum.x, sum.y, sum.z)
    guard sum.w > 0, most > sum.w / 2, (most - least) * 10 > most else {
      self = .black
      return
    }
    func channel(_ taken: Int) -> UInt8 { UInt8(255 - taken * 255 / most) }
    colour = RGBA(channel(sum.x), channel(sum.y), channel(sum.z))
    opacities = (0...255).map { UInt8(min(255, $0 * most / sum.w)) }
  }
}
