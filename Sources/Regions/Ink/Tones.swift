// A drawing's pixels taken apart: how dark, and how coloured.
//
// Idea: mixing with white paper, as anti-aliasing does, keeps the proportion of what a pixel lacks. A
// pixel lacks `255 - max` of every channel (the ink's share) and `max - min` of some (colour). A line
// whose colour is at least three quarters of its blackness is coloured, at its faintest fringe as in
// its middle; browns and navy blue are ink. So neither fringe leaves crumbs of the other kind.
//
// Cost: one pass, a byte a pixel; where anything is coloured, another of each. What colour a trace line has is looked up
// again where one was found.

import Raster

struct Tones: Sendable {
  /// 0 bare paper … 255 full ink; of coloured pixels only their blackness, unless their colour is ink.
  var darkness: Plane<UInt8>
  /// The strength of colour: 0 for ink and paper, else 12 … 255; nil where nothing is.
  let chroma: Plane<UInt8>?
  /// The highest chroma.
  let highestChroma: UInt8

  init(_ pixels: PaperPixels, work: Work) throws(Cancelled) {
    let (width, height) = (pixels.image.width, pixels.image.height)
    var highest = [UInt8](repeating: 0, count: height)
    darkness = try highest.withUnsafeMutableBufferPointer { highest throws(Cancelled) in
      // Each row has an element of its own.
      nonisolated(unsafe) let highest = highest
      return try Plane(width: width, height: height, repeating: 0, work: work) { y, row in
        pixels.forEach(inRow: y) { x, tone in
          row[x] = tone.darkness
          highest[y] = max(highest[y], tone.chroma)
        }
      }
    }
    highestChroma = highest.max() ?? 0
    if highestChroma == 0 {
      chroma = nil
    } else {
      chroma = try Plane(width: width, height: height, repeating: 0, work: work) { y, row in
        pixels.forEach(inRow: y) { x, tone in row[x] = tone.chroma }
      }
    }
  }
}

/// A picture's pixels as they would be on white paper.
struct PaperPixels: Sendable {
  let image: Image
  let ground: DrawingGround
  let paper: Paper
  /// The purposes of its colours.
  var colours = LineColours.traces

  /// Calls `body` with each pixel of row `y`, taken apart.
  @inline(__always)
  func forEach(inRow y: Int, _ body: (_ x: Int, _ tone: PixelTone) -> Void) {
    forEachPixel(inRow: y) { x, pixel in body(x, PixelTone(pixel, colours: colours)) }
  }

  /// Calls `body` with each pixel of row `y`, on white paper.
  @inline(__always)
  func forEachPixel(inRow y: Int, _ body: (_ x: Int, _ pixel: RGBA) -> Void) {
    let pixels = image.elements.span.extracting(y * image.width..<(y + 1) * image.width)
    var gains = PaperGains(width: paper.isWhite ? 0 : image.width)
    if !paper.isWhite { paper.fill(&gains, row: y) }
    for x in pixels.indices {
      var pixel = ground.color(pixels[x])
      if !gains.isEmpty { pixel = gains.evened(pixel, at: x) }
      body(x, pixel)
    }
  }
}

/// One pixel taken apart.
struct PixelTone {
  var darkness: UInt8
  var chroma: UInt8
  /// The trace that a coloured pixel belongs to; `.paper` for others.
  var hue: Stroke

  /// - Parameter pixel: on white paper, opaque.
  @inline(__always)
  init(_ pixel: RGBA, colours: LineColours) {
    chroma = 0
    hue = .paper
    if pixel.r == pixel.g && pixel.g == pixel.b {
      darkness = 255 - pixel.r
      return
    }
    let highest = max(pixel.r, max(pixel.g, pixel.b))
    let lowest = min(pixel.r, min(pixel.g, pixel.b))
    let spread = Int(highest - lowest)
    if !pixel.isColoured {
      darkness = UInt8(255 - DrawingGround.luma(pixel))
    } else {
      switch colours.purpose(of: pixel) {
      case .ink: darkness = 255 - lowest
      case .rough: darkness = 0
      case .trace:
        darkness = 255 - highest
        chroma = UInt8(spread)
        hue = highest == pixel.r ? .redTrace : highest == pixel.g ? .greenTrace : .blueTrace
      }
    }
  }
}
