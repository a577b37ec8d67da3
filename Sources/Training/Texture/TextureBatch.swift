internal import Autograd
internal import Figures
internal import Networks
internal import Raster
internal import Tensors

/// The texture network's material for a step: line art of one view, the coloured art of another, and what is true of both.
struct TextureBatch: Sendable {
  /// `[1, 2, side, side]`, `LineInput`.
  let lines: Tensor
  /// The parts of each, a channel a part, `[1, 14, side, side]`.
  let lineMask: Tensor
  let referenceMask: Tensor
  /// sRGB, 0…1, `[1, 3, side, side]`.
  let reference: Tensor
  /// The line art's own colours, as the reference is coloured: `[1, 3, side, side]`.
  let truth: Tensor
  /// Where in the reference a place of the drawing lies, in pixels of each level, the finest first: `[1, 2, H, W]`; and 1 where
  /// that is known, `[1, 1, H, W]`.
  let places: [(position: Tensor, isKnown: Tensor)]
  /// 1 on the figure, `[1, 1, side, side]`.
  let figure: Tensor

  /// The finer levels, whose places are learned.
  private static let levels = 3

  /// - Parameter first: of the pair's views the one whose line art it is.
  init(_ pair: DrawnPair, first: Int, side: Int, using random: inout RandomStream) {
    let drawn = ViewWarp(from: pair.side, to: side, using: &random)
    let shown = ViewWarp(from: pair.side, to: side, using: &random)
    var line = TrainingView(pair.views[first], of: pair.side, drawn, isLineArt: true)
    line.redrawLines(side: side, using: &random)
    var truth = TrainingView(pair.views[first], of: pair.side, drawn, isLineArt: false)
    var reference = TrainingView(pair.views[1 - first], of: pair.side, shown, isLineArt: false)
    // Both in the same other colours.
    var same = random
    recolour(&truth.pixels, side: side, using: &same)
    recolour(&reference.pixels, side: side, using: &random)

    let shape = [1, 3, side, side]
    lines = LineInput.of(Tensor(line.pixels, shape))
    self.truth = Tensor(truth.pixels, shape)
    self.reference = Tensor(reference.pixels, shape)
    lineMask = Self.mask(of: line, side)
    referenceMask = Self.mask(of: reference, side)
    figure = Tensor(line.parts.map { $0 > 0 ? 1 : 0 }, [1, 1, side, side])
    places = Self.places(from: line, to: reference, side)
  }

  private static func mask(of view: TrainingView, _ side: Int) -> Tensor {
    let plane = side * side
    var values = [Float](repeating: 0, count: MatcherNetwork.parts * plane)
    for (pixel, part) in view.parts.enumerated() where part >= 0 {
      values[Int(part) * plane + pixel] = 1
    }
    return Tensor(values, [1, MatcherNetwork.parts, side, side])
  }

  /// Places of one group whose `u` and `v` differ by no more are the same.
  private static let near: Float = 0.04
  /// Left and right share places: what lies in two places further apart than this share of the side is not known.
  private static let spread: Float = 0.06

  private static func places(
    from drawing: TrainingView, to reference: TrainingView, _ side: Int
  ) -> [(position: Tensor, isKnown: Tensor)] {
    let groups = Dictionary(grouping: reference.points) { $0.group }
    let known = drawing.points.compactMap {
      point -> (x: Int32, y: Int32, to: (x: Float, y: Float))? in
      let same = (groups[point.group] ?? []).filter {
        abs($0.u - point.u) <= near && abs($0.v - point.v) <= near
      }
      guard let left = same.map(\.x).min(), let right = same.map(\.x).max(),
        let top = same.map(\.y).min(), let bottom = same.map(\.y).max(),
        Float(max(right - left, bottom - top)) <= spread * Float(side)
      else { return nil }
      let count = Float(same.count)
      let mean = (
        x: same.reduce(0) { $0 + Float($1.x) } / count,
        y: same.reduce(0) { $0 + Float($1.y) } / count
      )
      return (point.x, point.y, mean)
    }
    return (0..<levels).map { level in
      let (scale, own) = (Float(1 << level), side >> level)
      let plane = own * own
      var position = [Float](repeating: 0, count: 2 * plane)
      var isKnown = [Float](repeating: 0, count: plane)
      for point in known {
        let index = (Int(point.y) >> level) * own + (Int(point.x) >> level)
        position[index] = (point.to.x + 0.5) / scale - 0.5
        position[plane + index] = (point.to.y + 0.5) / scale - 0.5
        isKnown[index] = 1
      }
      return (Tensor(position, [1, 2, own, own]), Tensor(isKnown, [1, 1, own, own]))
    }
  }
}
