internal import Raster

// A line drawn freehand in fewer points (Ramer 1972, Douglas and Peucker 1973): keep the point farthest from
// the chord while it is farther than the tolerance, and go on with both halves.
// Cost: O(points²) at worst, O(points · log points) on what hands draw.

extension [Point] {
  /// The line through some of its points, the first and the last among them, from which none lies farther away
  /// than `tolerance`, in pixels.
  func simplified(tolerance: Double) -> [Point] {
    guard count > 2 else { return self }
    var isKept = [Bool](repeating: false, count: count)
    isKept[0] = true
    isKept[count - 1] = true
    var open = [0..<count - 1]
    while let chord = open.popLast() {
      var farthest = (index: 0, distance: tolerance)
      for index in chord.dropFirst() {
        let distance = self[index].distance(
          toSegment: self[chord.lowerBound], self[chord.upperBound])
        if distance > farthest.distance { farthest = (index, distance) }
      }
      if farthest.index == 0 { continue }
      isKept[farthest.index] = true
      open.append(chord.lowerBound..<farthest.index)
      open.append(farthest.index..<chord.upperBound)
    }
    return indices.filter { isKept[$0] }.map { self[$0] }
  }

  /// From its first point along to its last, in pixels.
  var length: Double {
    zip(self, dropFirst()).reduce(0) { $0 + Double($1.0.squaredDistance(to: $1.1)).squareRoot() }
  }
}

extension Point {
  /// The distance to the nearest point of a segment, in pixels.
  func distance(toSegment start: Point, _ end: Point) -> Double {
    let way = SIMD2(Double(end.x - start.x), Double(end.y - start.y))
    let here = SIMD2(Double(x - start.x), Double(y - start.y))
    let square = (way * way).sum()
    let share = square == 0 ? 0 : max(0, min(1, (here * way).sum() / square))
    let rest = here - way * share
    return (rest * rest).sum().squareRoot()
  }
}
