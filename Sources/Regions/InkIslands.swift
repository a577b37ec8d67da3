import Raster

/// Which ink hangs together, and how far it reaches.
///
/// Components of the ink, found as those of paper are; ink grows by a pixel first, so that strokes
/// that touch at a corner hang together. O(words + runs).
struct InkIslands: Sendable {
  private let components: PaperComponents
  private let extents: [Double]

  init(of strokes: BitPlane, work: Work) throws(Cancelled) {
    var paper = strokes
    for y in 0..<strokes.height {
      for index in 0..<strokes.wordsPerRow {
        let at = y * strokes.wordsPerRow + index
        var word = strokes.words[at]
        if y > 0 { word |= strokes.words[at - strokes.wordsPerRow] }
        paper.words[at] = ~word
      }
    }
    components = try PaperComponents(barriers: paper, work: work)
    extents = components.statistics().map {
      (Vector(Double($0.box.width), Double($0.box.height))).length
    }
  }

  /// The diagonal of the box around the ink at a pixel, in pixels; 0 where there is no ink.
  func extent(at point: Point) -> Double {
    components.component(at: point).map { extents[$0] } ?? 0
  }
}
