import Raster

/// The ruled lines of a drawing.
struct RuledLines {
  /// The least length of a line, as a share of the picture's side.
  private static let leastLength = 0.4

  /// The picture's size in pixels.
  let width: Int
  let height: Int
  /// Those that go down, and those across.
  let down: [RuledLine]
  let across: [RuledLine]

  /// - Complexity: O(words of the plane).
  init(in strokes: BitPlane, strokeWidth: Double) {
    func lines(_ direction: RuledLine.Direction, of length: Int) -> [RuledLine] {
      RuledLine.lines(
        direction, in: strokes, strokeWidth: strokeWidth,
        least: Int(Self.leastLength * Double(length)))
    }
    (width, height) = (strokes.width, strokes.height)
    down = lines(.down, of: height)
    across = lines(.across, of: width)
  }

  /// Takes away the lines that pass through the drawing from side to side, as folds, horizons and centre lines do.
  ///
  /// - Parameter box: what the drawing stands in.
  func erasePassing(from strokes: inout BitPlane, within box: Box) {
    for line in across where box.y..<box.maxY ~= Int(line.place(at: width / 2)) {
      line.erase(.across, from: &strokes, between: box.x..<box.maxX)
    }
    for line in down where box.x..<box.maxX ~= Int(line.place(at: height / 2)) {
      line.erase(.down, from: &strokes, between: box.y..<box.maxY)
    }
  }
}
