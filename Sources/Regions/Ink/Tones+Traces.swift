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

  /// Whether next to all marks are coloured.
  func isDrawnInColour(work: Work) throws(Cancelled) -> Bool {
    guard let chroma, highestChroma >= Self.traceLevels.strong else { return false }
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
}
