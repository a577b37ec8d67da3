import Raster
import Regions

/// One figure of a drawing with the references laid over it.
struct MatchedFigure: Sendable {
  /// The regions' box in pixels.
  let box: Box
  /// One for each reference.
  let alignments: [DenseAlignment]
  /// The drawing's view of the figure, and its long side in cells.
  let frame: MatchingFrame
  let figureSide: Float
}

extension MatchedFigure {
  init(_ laid: LaidReferences) {
    self.init(
      box: MatchingView.figureBox(of: laid.drawing.map), alignments: laid.alignments,
      frame: laid.drawing.view.frame, figureSide: laid.drawing.view.figureSide)
  }
}

extension MatchedFigure: Storable {
  init(_ known: MatchedFigure?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    box = try bytes.pass(known, \.box)
    alignments = try bytes.pass(known, \.alignments)
    frame = try bytes.pass(known, \.frame)
    figureSide = try bytes.pass(known, \.figureSide)
  }
}
