import Raster

/// Where marks begin, in a drawing's own terms.
extension Tones {
  /// Colour that is a trace line for certain, and how faint it may become.
  private static let traceLevels = MarkLevels(weak: 32, strong: 64)

  /// The marks of trace lines; nil where there are none.
  func traceMarks(work: Work) throws(Cancelled) -> BitPlane? {
    if highestChroma < Self.traceLevels.strong { return nil }
    return try BitPlane(marksOf: chroma, Self.traceLevels, work: work)
  }

  /// Whether next to all marks are coloured.
  func isDrawnInColour(work: Work) throws(Cancelled) -> Bool {
    if highestChroma < Self.traceLevels.strong { return false }
    let ink = try inkLevels(work: work).strong
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

  /// The thresholds of ink: half as dark as the drawing's own ink, at most 72 so that light grey
  /// lines beside black ones count, and well above the paper's grain.
  func inkLevels(work: Work) throws(Cancelled) -> MarkLevels {
    let counts = try darknessCounts(work: work)
    // Paper's tone is its 85th percentile: half of it is darker by a standard deviation or more.
    let grain = percentile(50, of: counts, from: 0)
    let ink = percentile(50, of: counts, from: max(24, 5 * grain))
    let strong = max(min(72, ink / 2), max(24, 6 * grain))
    let weak = max(strong * 11 / 20, 4 * grain)
    return MarkLevels(weak: UInt8(min(weak, 255)), strong: UInt8(min(strong, 255)))
  }

  /// How often each darkness occurs among pixels that are not coloured, in rows at even distances: 512
  /// to 1023 of them in a large picture, all in a small one.
  private func darknessCounts(work: Work) throws(Cancelled) -> [Int] {
    let width = darkness.width
    let step = max(1, darkness.height / 512)
    let bands = work.mapBands(of: darkness.height / step) { rows in
      var counts = [Int](repeating: 0, count: 256)
      for row in rows where !work.isCancelled {
        for index in row * step * width..<(row * step + 1) * width
        where chroma.elements[index] == 0 {
          counts[Int(darkness.elements[index])] += 1
        }
      }
      return counts
    }
    try work.checkCancelled()
    return (0..<256).map { darkness in bands.reduce(0) { $0 + $1[darkness] } }
  }

  /// The darkness that `share` per cent of those pixels do not exceed that have `from` or more.
  private func percentile(_ share: Int, of counts: [Int], from: Int) -> Int {
    guard from < 256 else { return 255 }
    let total = counts[from...].reduce(0, +)
    var seen = 0
    for darkness in from..<256 {
      seen += counts[darkness]
      if seen > 0 && 100 * seen >= share * total { return darkness }
    }
    return 255
  }
}
