import Raster

/// A place or direction in a drawing, in pixels.
typealias Vector = SIMD2<Double>

extension SIMD2<Double> {
  var length: Double { (x * x + y * y).squareRoot() }
  /// Turned by a quarter circle.
  var normal: Vector { Vector(-y, x) }
}

/// How a stroke of a test drawing ends.
enum StrokeEnding {
  /// On the side of another stroke.
  case tee
  /// Where one other stroke ends, at an angle.
  case corner
  /// Where several others end or pass, or on its own beginning.
  case joint
  /// Nowhere: a fold line.
  case free
}

/// One stroke of a test drawing: a fine polyline with a width.
struct DrawnStroke {
  /// About half a pixel apart.
  var points: [Vector]
  /// Half its width.
  var radius: Double
  var start: StrokeEnding
  var end: StrokeEnding
  /// The length over which it thins out at its start and end; 0: blunt and round.
  var startTaper = 0.0
  var endTaper = 0.0

  /// A smooth stroke through `points` (a Catmull-Rom spline).
  init(
    through points: [Vector], radius: Double, start: StrokeEnding = .joint,
    end: StrokeEnding = .joint, closed: Bool = false
  ) {
    self.radius = radius
    self.start = start
    self.end = end
    self.points = []
    let count = points.count
    for index in 0..<(closed ? count : count - 1) {
      let p1 = points[index]
      let p2 = points[(index + 1) % count]
      let p0 = closed || index > 0 ? points[(index + count - 1) % count] : p1 + p1 - p2
      let p3 = closed || index + 2 < count ? points[(index + 2) % count] : p2 + p2 - p1
      let steps = max(2, Int((p2 - p1).length * 2.2))
      for step in 0..<steps {
        let t = Double(step) / Double(steps)
        let a = 2 * p1 + (p2 - p0) * t
        let b = (2 * p0 - 5 * p1 + 4 * p2 - p3) * (t * t)
        let c = (3 * p1 - p0 - 3 * p2 + p3) * (t * t * t)
        self.points.append((a + b + c) * 0.5)
      }
    }
    self.points.append(closed ? points[0] : points[count - 1])
  }

  init(
    points: [Vector], radius: Double, start: StrokeEnding, end: StrokeEnding,
    startTaper: Double = 0, endTaper: Double = 0
  ) {
    self.points = points
    self.radius = radius
    self.start = start
    self.end = end
    self.startTaper = startTaper
    self.endTaper = endTaper
  }

  /// The length along the stroke up to each point.
  var arcLengths: [Double] {
    var sum = 0.0
    return points.indices.map { index in
      if index > 0 { sum += (points[index] - points[index - 1]).length }
      return sum
    }
  }

  /// Half the width at each point.
  var radii: [Double] {
    let arc = arcLengths
    let total = arc.last ?? 0
    return arc.map { s in
      var share = 1.0
      if startTaper > 0 { share = min(share, s / startTaper) }
      if endTaper > 0 { share = min(share, (total - s) / endTaper) }
      return max(0.4, radius * max(0, share).squareRoot())
    }
  }

  /// Leads its T-ends to the nearest point of another stroke.
  mutating func meetSides(of strokes: ArraySlice<DrawnStroke>) {
    func side(near place: Vector) -> Vector {
      strokes.flatMap(\.points).min { ($0 - place).length < ($1 - place).length } ?? place
    }
    if start == .tee {
      let way = DrawnStroke(through: [side(near: points[0]), points[0]], radius: radius)
      points = way.points.dropLast() + points
    }
    if end == .tee {
      let last = points[points.count - 1]
      points += DrawnStroke(through: [last, side(near: last)], radius: radius).points.dropFirst()
    }
  }
}
