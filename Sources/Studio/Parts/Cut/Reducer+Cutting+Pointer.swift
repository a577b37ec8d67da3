import Coloring
import Projects
import Raster
import Regions
import TerminalUI

// Drawing a line with the mouse: a press and a drag draw it freehand, clicks set its corners.

extension StudioState {
  /// The effects of the mouse while a line is drawn; nil where it means something else.
  mutating func draw(_ pointer: Pointer) -> [Effect]? {
    guard overlay == nil, activeTool != nil, let line = lineTool else { return nil }
    switch (pointer.kind, pointer.target) {
    case (.press(.left), .canvas(.drawing, let place)?):
      guard let pixel = pixel(at: place) else { return [] }
      lineTool?.stroke = [pixel]
      return []
    case (.drag(.left), let target) where !line.stroke.isEmpty:
      if case .canvas(.drawing, let place)? = target, let pixel = pixel(at: place),
        pixel != line.stroke.last
      {
        lineTool?.stroke.append(pixel)
        lineTool?.cursor = pixel
      }
      return []
    case (.release(.left), _) where !line.stroke.isEmpty: return endStroke(line)
    default: return nil
    }
  }

  /// The drawing's pixel at a place, or the nearest one to a place beside it.
  private func pixel(at place: SIMD2<Double>) -> Point? {
    guard let drawing else { return nil }
    return Point(
      max(0, min(drawing.width - 1, Int(place.x.rounded(.down)))),
      max(0, min(drawing.height - 1, Int(place.y.rounded(.down)))))
  }

  /// Takes a stroke in: a click as a corner, a line that is whole as a cut, any other as corners to go on from.
  private mutating func endStroke(_ line: LineTool) -> [Effect] {
    lineTool?.stroke = []
    let near = 2 * squareSize
    if line.stroke.length <= squareSize {
      let point = line.stroke[0]
      if let last = line.corners.last, line.corners.count > 1, last.isWithin(near, of: point) {
        return setCorner(at: last)
      }
      if let first = line.corners.first, line.corners.count > 2, first.isWithin(near, of: point) {
        return finish(line.corners + [first], isLoop: true)
      }
      return setCorner(at: point)
    }
    if case .closing = line.purpose {
      var effects: [Effect] = []
      if line.corners.isEmpty { effects += setCorner(at: line.stroke[0]) }
      return effects + setCorner(at: line.stroke[line.stroke.count - 1])
    }
    return takeFreehand(line.corners + line.stroke.simplified(tolerance: max(1, squareSize / 2)))
  }

  /// Finishes a freehand line that is a loop, or that goes from border to border.
  private mutating func takeFreehand(_ drawn: [Point]) -> [Effect] {
    guard let analysis, let first = drawn.first, let last = drawn.last else { return [] }
    let gap = Double(first.squaredDistance(to: last)).squareRoot()
    if drawn.count > 3, gap <= max(3 * squareSize, drawn.length / 10) {
      return finish(drawn.dropLast() + [first], isLoop: true)
    }
    let ends = borders(of: drawn)
    // An end in another region than the line's middle has crossed a border.
    let map = analysis.result.map
    let crossed = map.labels[drawn.middle]
    let isWhole =
      (ends.start || map.labels[first] != crossed) && (ends.end || map.labels[last] != crossed)
    if isWhole { return finish(drawn, isLoop: false) }
    lineTool?.corners = drawn
    lineTool?.cursor = last
    tell(
      .warning,
      Phrase(
        "An end is on open paper: go on from there, or press Enter to cut anyway",
        "端が線に届いていません。続けて引くか、Enter でこのまま切り分けます"))
    return []
  }
}

extension Point {
  fileprivate func isWithin(_ distance: Double, of other: Point) -> Bool {
    Double(squaredDistance(to: other)) <= distance * distance
  }
}

extension [Point] {
  /// The pixel half way along.
  fileprivate var middle: Point {
    var left = length / 2
    for (from, to) in zip(self, dropFirst()) {
      let step = Double(from.squaredDistance(to: to)).squareRoot()
      if step >= left, step > 0 {
        let share = left / step
        return Point(
          from.x + Int(Double(to.x - from.x) * share), from.y + Int(Double(to.y - from.y) * share))
      }
      left -= step
    }
    return self[0]
  }
}
