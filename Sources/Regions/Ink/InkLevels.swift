import Raster

/// The thresholds of ink, in a drawing's own terms.
struct InkLevels: Sendable {
  /// The noise of bare paper: the standard deviation of its darkness, 0 on a clean one.
  let grain: Double
  /// Whether the paper strays more than a clean drawing's.
  var isGrainy: Bool { grain >= 2 }
  /// The darkness of bare paper, but for one pixel in fifty.
  let noise: UInt8
  /// Half as dark as the drawing's own ink, at most 56 so that light grey lines beside black ones
  /// count; and clear of the paper's grain.
  let marks: MarkLevels
  /// Broad areas as dark as this are spotted black, not shading.
  let solid: UInt8

  /// - Parameters:
  ///   - darkness: 0 paper … 255 ink.
  ///   - chroma: pixels that are not 0 here are left out; nil where all are.
  init(_ darkness: Plane<UInt8>, except chroma: Plane<UInt8>?, work: Work) throws(Cancelled) {
    let counts = try Self.counts(darkness, except: chroma, work: work)
    // Where more than half of a drawing is paper, the median is the paper's, and what is lighter
    // strays as far as the paper does, for strokes are on the other side. Paper's tone being its 85th
    // percentile, the lightest are cut off: the mean deviation of the lighter half is 0.65 standard
    // deviations. A drawing of more blacks is taken for clean.
    let middle = Self.percentile(50, of: counts, from: 0)
    let paper = middle < 48 ? Double(middle) : 0
    let lighter = counts[..<Int(paper)]
    let deviations = lighter.enumerated().reduce(0.0) {
      $0 + (paper - Double($1.offset)) * Double($1.element)
    }
    grain = deviations / Double(max(1, lighter.reduce(0, +))) / 0.65
    noise = UInt8(min(max(1, paper + 2 * grain), 255))
    let clear = max(grain < 1 ? 24 : 12, paper + 3.7 * grain)
    let ink = Double(Self.percentile(50, of: counts, from: Int(min(clear, 255))))
    let strong = max(min(56, ink / 2), paper + 7 * grain)
    let weak = max(0.55 * strong, paper + 3.7 * grain)
    marks = MarkLevels(weak: UInt8(min(weak, 255)), strong: UInt8(min(strong, 255)))
    solid = UInt8(min(0.625 * ink, 255))
  }

  /// The count of each darkness, in rows at even distances: 512 to 1023 of a large picture, all of
  /// a small one.
  private static func counts(
    _ darkness: Plane<UInt8>, except chroma: Plane<UInt8>?, work: Work
  ) throws(Cancelled) -> [Int] {
    let width = darkness.width
    let step = max(1, darkness.height / 512)
    let bands = work.mapBands(of: darkness.height / step) { rows in
      var counts = [Int](repeating: 0, count: 256)
      for row in rows where !work.isCancelled {
        for index in row * step * width..<(row * step + 1) * width
        where chroma == nil || chroma?.elements[index] == 0 {
          counts[Int(darkness.elements[index])] += 1
        }
      }
      return counts
    }
    try work.checkCancelled()
    return (0..<256).map { darkness in bands.reduce(0) { $0 + $1[darkness] } }
  }

  /// The darkness that `share` per cent of those pixels do not exceed that have `from` or more; 255
  /// where there is none.
  private static func percentile(_ share: Int, of counts: [Int], from: Int) -> Int {
    let total = counts[from...].reduce(0, +)
    var seen = 0
    for darkness in from..<256 {
      seen += counts[darkness]
      if seen > 0 && 100 * seen >= share * total { return darkness }
    }
    return 255
  }
}
