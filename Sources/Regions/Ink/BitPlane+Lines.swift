import Raster

/// Lines that divide: one pixel wide, and each pixel shares a side with the next, so that nothing
/// passes between two of them, not even cornerwise.
extension BitPlane {
  /// The pixels of the straight line between two points, both ends included, in order; of a line that
  /// leaves the picture only those inside.
  ///
  /// - Complexity: O(width + height), however far away the ends are.
  func line(from: Point, to: Point) -> [Point] {
    guard let (start, end) = clipped(from, to) else { return [] }
    let (width, height) = (abs(end.x - start.x), abs(end.y - start.y))
    let (stepX, stepY) = (end.x >= start.x ? 1 : -1, end.y >= start.y ? 1 : -1)
    var points = [start]
    points.reserveCapacity(width + height + 1)
    // Steps of each kind done so far. The next goes sideways while it lags behind the true line.
    var (across, down) = (0, 0)
    while across < width || down < height {
      if (2 * across + 1) * height <= (2 * down + 1) * width && across < width || down == height {
        across += 1
      } else {
        down += 1
      }
      points.append(Point(start.x + stepX * across, start.y + stepY * down))
    }
    return points
  }

  /// The part of the line that lies in the picture, nil where none does (Liang and Barsky 1984).
  private func clipped(_ from: Point, _ to: Point) -> (Point, Point)? {
    let box = Box(x: 0, y: 0, width: width, height: height)
    if box.contains(from) && box.contains(to) { return (from, to) }
    let (x, y) = (Double(from.x), Double(from.y))
    let (dx, dy) = (Double(to.x) - x, Double(to.y) - y)
    var (first, last) = (0.0, 1.0)
    for (slope, room) in [
      (-dx, x), (dx, Double(width - 1) - x), (-dy, y), (dy, Double(height - 1) - y),
    ] {
      if slope == 0 {
        if room < 0 { return nil }
      } else if slope < 0 {
        first = max(first, room / slope)
      } else {
        last = min(last, room / slope)
      }
    }
    guard first <= last else { return nil }
    func point(at share: Double) -> Point {
      Point(
        min(max(Int((x + share * dx).rounded()), 0), width - 1),
        min(max(Int((y + share * dy).rounded()), 0), height - 1))
    }
    return (point(at: first), point(at: last))
  }
}
