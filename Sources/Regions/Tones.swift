// A drawing's pixels taken apart: how dark, and how coloured.
//
// Idea: mixing with white paper, as anti-aliasing does, keeps the proportion of what a pixel lacks. A
// pixel lacks `255 - max` of every channel (the ink's share) and `max - min` of some (colour). A line
// whose colour is at least three quarters of its blackness is coloured, at its faintest fringe as in
// its middle; browns and navy blue are ink. So neither fringe leaves crumbs of the other kind.
//
// Cost: one pass, 3 bytes a pixel.

import Raster

struct Tones: Sendable {
  /// 0 bare paper … 255 full ink; of coloured pixels only their blackness, unless colour is ink.
  var darkness: Plane<UInt8>
  /// How coloured: 0 for ink and paper, else 12 … 255.
  private(set) var chroma: Plane<UInt8>
  /// Which trace a coloured pixel belongs to; `.paper` for others.
  private(set) var hues: Plane<Stroke>
  /// The highest chroma.
  let highestChroma: UInt8

  /// - Parameter colourIsInk: whether the drawing is drawn in colour and has no trace lines.
  init(_ image: Image, ground: Ground, paper: Paper, colourIsInk: Bool, work: Work)
    throws(Cancelled)
  {
    let (width, height) = (image.width, image.height)
    var darkness = Plane<UInt8>(width: width, height: height, repeating: 0)
    var chroma = darkness
    var hues = Plane(width: width, height: height, repeating: Stroke.paper)
    let highest = darkness.elements.withUnsafeMutableBufferPointer { darkness in
      chroma.elements.withUnsafeMutableBufferPointer { chroma in
        hues.elements.withUnsafeMutableBufferPointer { hues in
          // Bands of rows are disjoint.
          nonisolated(unsafe) let darkness = darkness
          nonisolated(unsafe) let chroma = chroma
          nonisolated(unsafe) let hues = hues
          return work.mapBands(of: height) { rows in
            var gains = PaperGains(width: paper.isWhite ? 0 : width)
            var highest: UInt8 = 0
            for y in rows where !work.isCancelled {
              let row = y * width..<(y + 1) * width
              if !paper.isWhite { paper.fill(&gains, row: y) }
              var darknessRow = MutableSpan(
                _unsafeElements: UnsafeMutableBufferPointer(rebasing: darkness[row]))
              var chromaRow = MutableSpan(
                _unsafeElements: UnsafeMutableBufferPointer(rebasing: chroma[row]))
              var huesRow = MutableSpan(
                _unsafeElements: UnsafeMutableBufferPointer(rebasing: hues[row]))
              let found = takeApart(
                image.elements.span.extracting(row), ground, gains, colourIsInk: colourIsInk,
                &darknessRow, &chromaRow, &huesRow)
              highest = max(highest, found)
            }
            return highest
          }
        }
      }
    }
    try work.checkCancelled()
    self.darkness = darkness
    self.chroma = chroma
    self.hues = hues
    highestChroma = highest.max() ?? 0
  }
}

/// Takes one row of pixels apart.
///
/// - Parameter gains: as many as pixels, or none for white paper.
/// - Returns: the highest chroma.
private func takeApart(
  _ pixels: Span<RGBA>, _ ground: Ground, _ gains: PaperGains, colourIsInk: Bool,
  _ darkness: inout MutableSpan<UInt8>, _ chroma: inout MutableSpan<UInt8>,
  _ hues: inout MutableSpan<Stroke>
) -> UInt8 {
  precondition(darkness.count == pixels.count && chroma.count == pixels.count)
  precondition(hues.count == pixels.count)
  var highest: UInt8 = 0
  for x in pixels.indices {
    var pixel = ground.color(pixels[x])
    if !gains.isEmpty { pixel = gains.evened(pixel, at: x) }
    if pixel.r == pixel.g && pixel.g == pixel.b {
      darkness[x] = 255 - pixel.r
      continue
    }
    let tone = Tone(pixel, colourIsInk: colourIsInk)
    darkness[x] = tone.darkness
    if tone.chroma != 0 {
      chroma[x] = tone.chroma
      hues[x] = tone.hue
      highest = max(highest, tone.chroma)
    }
  }
  return highest
}

/// One pixel taken apart.
struct Tone {
  var darkness: UInt8
  var chroma: UInt8
  var hue: Stroke

  /// - Parameter pixel: on white paper, opaque.
  @inline(__always)
  init(_ pixel: RGBA, colourIsInk: Bool) {
    let highest = max(pixel.r, max(pixel.g, pixel.b))
    let lowest = min(pixel.r, min(pixel.g, pixel.b))
    let spread = Int(highest - lowest)
    chroma = 0
    hue = .paper
    if spread < 12 || 4 * spread <= 3 * Int(255 - highest) {
      darkness = UInt8(255 - Ground.luma(pixel))
    } else if colourIsInk {
      darkness = 255 - lowest
    } else {
      darkness = 255 - highest
      chroma = UInt8(spread)
      hue = highest == pixel.r ? .redTrace : highest == pixel.g ? .greenTrace : .blueTrace
    }
  }
}
