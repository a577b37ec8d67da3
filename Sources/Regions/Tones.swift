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
  let chroma: Plane<UInt8>
  /// Which trace a coloured pixel belongs to; `.paper` for others.
  let hues: Plane<Stroke>
  /// How often each darkness and each chroma occurs.
  let darknessCounts: [Int]
  let chromaCounts: [Int]

  /// - Parameter colourIsInk: whether the drawing is drawn in colour and has no trace lines.
  init(_ image: Image, ground: Ground, paper: Paper, colourIsInk: Bool, work: Work)
    throws(Cancelled)
  {
    let (width, height) = (image.width, image.height)
    var darkness = Plane<UInt8>(width: width, height: height, repeating: 0)
    var chroma = darkness
    var hues = Plane(width: width, height: height, repeating: Stroke.paper)
    let isWhite = paper.isWhite
    let counts = darkness.elements.withUnsafeMutableBufferPointer { darkness in
      chroma.elements.withUnsafeMutableBufferPointer { chroma in
        hues.elements.withUnsafeMutableBufferPointer { hues in
          // Bands of rows are disjoint.
          nonisolated(unsafe) let darkness = darkness
          nonisolated(unsafe) let chroma = chroma
          nonisolated(unsafe) let hues = hues
          return work.mapBands(of: height) { rows in
            var counts = (
              dark: [Int](repeating: 0, count: 256), chroma: [Int](repeating: 0, count: 256)
            )
            var gains = [SIMD4<Float>](repeating: SIMD4(repeating: 1), count: isWhite ? 0 : width)
            let pixels = image.elements.span
            for y in rows where !work.isCancelled {
              if !isWhite { paper.fillGains(inRow: y, &gains) }
              for x in 0..<width {
                let index = y * width + x
                var pixel = ground.color(pixels[index])
                if !isWhite { pixel = Self.evened(pixel, gains[x]) }
                let tone = Tone(pixel, colourIsInk: colourIsInk)
                darkness[index] = tone.darkness
                chroma[index] = tone.chroma
                hues[index] = tone.hue
                counts.dark[Int(tone.darkness)] += 1
                counts.chroma[Int(tone.chroma)] += 1
              }
            }
            return counts
          }
        }
      }
    }
    try work.checkCancelled()
    self.darkness = darkness
    self.chroma = chroma
    self.hues = hues
    darknessCounts = counts.reduce([Int](repeating: 0, count: 256)) {
      zip($0, $1.dark).map { $0 + $1 }
    }
    chromaCounts = counts.reduce([Int](repeating: 0, count: 256)) {
      zip($0, $1.chroma).map { $0 + $1 }
    }
  }

  /// A pixel as it would be on white paper.
  @inline(__always)
  private static func evened(_ pixel: RGBA, _ gain: SIMD4<Float>) -> RGBA {
    let color = SIMD4<Float>(Float(pixel.r), Float(pixel.g), Float(pixel.b), 0) * gain
    let even = SIMD4<UInt32>(
      color.clamped(lowerBound: SIMD4(), upperBound: SIMD4(repeating: 255)) + 0.5)
    return RGBA(
      UInt8(truncatingIfNeeded: even.x), UInt8(truncatingIfNeeded: even.y),
      UInt8(truncatingIfNeeded: even.z))
  }
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
