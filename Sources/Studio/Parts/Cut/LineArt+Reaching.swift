import Raster
import Regions

// Drawn lines carried on to the strokes: an end that stops a few pixels short of ink divides nothing, and nobody
// sees why.

extension LineArt {
  /// Whether a line may end here: on a stroke, or at the picture's edge.
  func isBorder(_ point: Point) -> Bool {
    point.x <= 0 || point.y <= 0 || point.x >= width - 1 || point.y >= height - 1
      || strokes[point] != .paper
  }

  /// The pixel of a stroke nearest to a point, the point itself if it is one; nil where none is within
  /// `reach` pixels.
  ///
  /// - Complexity: O(reach²).
  func nearestStroke(to point: Point, within reach: Double) -> Point? {
    let radius = Int(reach.rounded(.up))
    var best: (square: Int, point: Point)?
    for y in max(0, point.y - radius)...max(0, min(height - 1, point.y + radius)) {
      for x in max(0, point.x - radius)...max(0, min(width - 1, point.x + radius)) {
        guard strokes.contains(x, y), strokes[x, y] != .paper else { continue }
        let square = Point(x, y).squaredDistance(to: point)
        if Double(square) <= reach * reach, square < best?.square ?? .max {
          best = (square, Point(x, y))
        }
      }
    }
    return best?.point
  }

  /// A line's end carried on to a border: straight on if one lies ahead, else to the nearest; nil where none is
  /// within `reach` pixels.
  ///
  /// - Parameter previous: the point before the end; nil for an end that comes from nowhere.
  func border(beyond end: Point, from previous: Point?, within reach: Double) -> Point? {
    if isBorder(end) { return end }
    if let previous, previous != end {
      let way = SIMD2(Double(end.x - previous.x), Double(end.y - previous.y))
      let ahead = way / (way * way).sum().squareRoot()
      for step in stride(from: 1, through: reach, by: 0.5) {
        let place = SIMD2(Double(end.x), Double(end.y)) + ahead * step
        let point = Point(Int(place.x.rounded()), Int(place.y.rounded()))
        guard strokes.contains(point) else { break }
        if isBorder(point) { return point }
      }
    }
    return nearestStroke(to: end, within: reach)
  }

  /// A line with both ends carried on to a border where one is near.
  ///
  /// - Returns: its points, and whether each end now is on a border.
  func reaching(_ line: [Point], within reach: Double) -> (
    points: [Point], startsOnBorder: Bool, endsOnBorder: Bool
  ) {
    guard let first = line.first, let last = line.last else { return (line, false, false) }
    let start = border(beyond: first, from: line.dropFirst().first, within: reach)
    let end = border(beyond: last, from: line.dropLast().last, within: reach)
    var points = line
    if let start, start != first { points.insert(start, at: 0) }
    if let end, end != last { points.append(end) }
    return (points, start != nil, end != nil)
  }
}
