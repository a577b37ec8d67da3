import Raster

/// The colours of a drawing that are trace lines.
extension Tones {
  /// Colour that is a trace line for certain, and how faint it may become.
  static let traceLevels = MarkLevels(weak: 32, strong: 64)

  /// The marks of trace lines; nil where there are none.
  func traceMarks(work: Work) throws(Cancelled) -> BitPlane? {
    guard let chroma, highestChroma >= Self.traceLevels.strong else { return nil }
    return try BitPlane(marksOf: chroma, Self.traceLevels, work: work)
  }

  /// Whether next to all marks are coloured, or most of them nearly as coloured as black, as those of a dull crayon: its grain
  /// falls on both sides of the border between colour and black, and lines of one colour have one purpose.
  func isDrawnInColour(_ pixels: PaperPixels, work: Work) throws(Cancelled) -> Bool {
    guard let chroma else { return false }
    if try isDull(pixels, work: work) { return true }
    guard highestChroma >= Self.traceLevels.strong else { return false }
    let ink = try InkLevels(darkness, except: chroma, work: work).marks.strong
    let bands = work.mapBands(of: darkness.height) { rows in
      var (coloured, dark) = (0, 0)
      let indices = rows.lowerBound * darkness.width..<rows.upperBound * darkness.width
      for index in indices {
        if chroma.elements[index] >= Self.traceLevels.strong {
          coloured += 1
        } else if chroma.elements[index] == 0 && darkness.elements[index] >= ink {
          dark += 1
        }
      }
      return (coloured: coloured, dark: dark)
    }
    return 20 * bands.reduce(0) { $0 + $1.dark } < bands.reduce(0) { $0 + $1.coloured }
  }

  /// Whether most marks are about as coloured as black: by half or twice what parts the two.
  private func isDull(_ pixels: PaperPixels, work: Work) throws(Cancelled) -> Bool {
    let bands = work.mapBands(of: darkness.height) { rows in
      var (marks, dull) = (0, 0)
      for y in rows where !work.isCancelled {
        pixels.forEachPixel(inRow: y) { _, pixel in
          let highest = max(pixel.r, pixel.g, pixel.b)
          let lowest = min(pixel.r, pixel.g, pixel.b)
          guard 255 - lowest >= Self.traceLevels.strong else { return }
          marks += 1
          let (spread, black) = (Int(highest - lowest), Int(255 - highest))
          if spread >= 12 && 8 * spread > 3 * black && 2 * spread < 3 * black { dull += 1 }
        }
      }
      return (marks: marks, dull: dull)
    }
    try work.checkCancelled()
    return bands.reduce(0) { $0 + $1.marks } < 2 * bands.reduce(0) { $0 + $1.dull }
  }
}
