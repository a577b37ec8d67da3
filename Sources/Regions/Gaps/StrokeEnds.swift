import Raster

/// A place or direction in a drawing, in pixels.
typealias PixelVector = SIMD2<Double>

extension SIMD2<Double> {
  init(_ point: Point) { self.init(Double(point.x), Double(point.y)) }

  /// The pixel it lies in.
  var pixel: Point { Point(Int(x.rounded()), Int(y.rounded())) }
  var length: Double { (x * x + y * y).squareRoot() }
  /// Of length 1; not for the zero vector.
  var unit: PixelVector { self / length }
  func dot(_ other: PixelVector) -> Double { x * other.x + y * other.y }
  /// Positive where `other` lies clockwise of it, as y points down.
  func cross(_ other: PixelVector) -> Double { x * other.y - y * other.x }
}

/// A free end of a stroke, and the way that it was going.
struct StrokeEnd: Sendable {
  /// The outermost pixel of its ink.
  var tip: Point
  /// Of length 1, out of the stroke.
  var direction: PixelVector
  /// Half the stroke's width behind the tip, in pixels.
  var radius: Double
  /// The stroke's middle line from the tip inwards, a few widths of it.
  var spine: [Point]
  /// The diagonal of the box of all ink that hangs together with it, in pixels.
  var extent: Double
}

/// Finding the strokes' ends.
///
/// Idea: ends of the skeleton. A branch that does not reach past the ink around its root is no
/// stroke but the skeleton of a bump or of a blunt end's corner: it is taken away, and what then ends is looked at again.
/// The direction is that of the spine behind the tip, turned on by half of what it turned before.
/// Cost: O(ends · widths²) beside the skeleton.
/// Not done: to tell the end of a fold line, which is meant to end there, from a gap's.
struct StrokeEndFinder {
  /// Ink and trace lines.
  let strokes: BitPlane
  /// The drawing's usual stroke width.
  let strokeWidth: Double

  /// The ends, in reading order of their places on the skeleton.
  ///
  /// - Parameter skeleton: the strokes thinned.
  func ends(of skeleton: BitPlane, work: Work) throws(Cancelled) -> [StrokeEnd] {
    var lines = skeleton
    var tails: [Tail] = []
    var fresh = lines.lineEnds()
    let reach = spineLength
    for round in 0..<3 {
      var roots: [Point] = []
      for (index, end) in fresh.enumerated() {
        if index & 255 == 0 { try work.checkCancelled() }
        guard lines[end] else { continue }
        let tail = Tail(from: end, on: lines, reach: reach)
        if isBump(tail) {
          for point in tail.points { lines[point] = false }
          if let root = tail.root { roots.append(root) }
        } else if round < 2 || tail.root == nil {
          tails.append(tail)
        }
      }
      // Where bumps went, their root may be an end now.
      fresh = roots.filter { root in lines[root] && lines.isLineEnd(root) }
      if fresh.isEmpty { break }
    }
    let islands = try InkIslands(of: strokes, work: work)
    return tails.filter { lines[$0.points[0]] }.compactMap { end($0, among: islands) }
  }

  /// The pixels of the middle line that tell where a stroke is going.
  private var spineLength: Int { Int((strokeWidth * 3).rounded()) + 10 }

  /// Whether the tail is no more than the ink's outline at its root.
  private func isBump(_ tail: Tail) -> Bool {
    guard let root = tail.root else {
      // All of a stroke: a dot has no direction.
      return !tail.isLong && Double(tail.points.count) < max(3, strokeWidth)
    }
    let radius = strokes.distanceToPaper(from: root)
    let length = (PixelVector(root) - PixelVector(tail.points[0])).length
    return length + strokes.distanceToPaper(from: tail.points[0]) < radius * 1.6 + 1
  }

  private func end(_ tail: Tail, among islands: InkIslands) -> StrokeEnd? {
    let points = tail.points
    let middle = points[min(points.count - 1, Int(strokeWidth) + 1)]
    // To the border between the pixels, not to the middle of the first one outside.
    let radius = strokes.distanceToPaper(from: middle) - 0.5
    let skipped = min(points.count / 3, Int(radius.rounded()))
    let spine = Array(points[skipped...])
    guard spine.count >= 2 else { return nil }
    let last = spine.count - 1
    let near = PixelVector(spine[0]) - PixelVector(spine[(last + 1) / 2])
    let far = PixelVector(spine[(last + 1) / 2]) - PixelVector(spine[last])
    var direction = near.unit
    if far.length > 3, near.length > 3 {
      // Half the turn between the two halves; a sharp turn is a corner, and does not go on.
      let sine = far.unit.cross(near.unit)
      let turn = abs(sine) < 0.4 && far.dot(near) > 0 ? sine / 2 : 0
      direction =
        PixelVector(
          direction.x - turn * direction.y, direction.y + turn * direction.x
        ).unit
    } else {
      direction = (PixelVector(spine[0]) - PixelVector(spine[last])).unit
    }
    var tip = points[0]
    for step in 1...max(1, Int(radius * 2) + 2) {
      let next = (PixelVector(points[0]) + direction * Double(step)).pixel
      guard strokes[next] else { break }
      tip = next
    }
    return StrokeEnd(
      tip: tip, direction: direction, radius: radius, spine: points,
      extent: islands.extent(at: tip))
  }
}

/// The last stretch of a line, from its end to the first fork.
struct Tail {
  /// From the end inwards.
  private(set) var points: [Point]
  /// The fork's pixel; nil where the line was followed to its other end or as far as asked.
  private(set) var root: Point?
  /// Whether it was followed as far as asked.
  private(set) var isLong = false

  init(from end: Point, on lines: BitPlane, reach: Int) {
    points = [end]
    var previous: Point?
    var current = end
    while points.count < reach {
      var next: [Point] = []
      for step in Self.steps {
        let point = Point(current.x + step.x, current.y + step.y)
        guard lines[point], point != previous, !points.suffix(4).contains(point) else { continue }
        // A diagonal step beside a straight one leads to the same line.
        if step.x != 0, step.y != 0,
          next.contains(where: { abs($0.x - point.x) + abs($0.y - point.y) == 1 })
        {
          continue
        }
        next.append(point)
      }
      if next.isEmpty { return }
      if next.count > 1 {
        root = current
        if points.count > 1 { points.removeLast() }
        return
      }
      previous = current
      current = next[0]
      points.append(current)
    }
    isLong = true
  }

  /// Straight steps first.
  private static let steps = [
    Point(1, 0), Point(0, 1), Point(-1, 0), Point(0, -1), Point(1, 1), Point(-1, 1), Point(-1, -1),
    Point(1, -1),
  ]
}

extension BitPlane {
  /// Whether a set pixel has at most one neighbour, or two side by side.
  func isLineEnd(_ point: Point) -> Bool {
    var set: [Point] = []
    for y in point.y - 1...point.y + 1 {
      for x in point.x - 1...point.x + 1 where (x, y) != (point.x, point.y) && self[x, y] {
        set.append(Point(x, y))
      }
    }
    return set.count <= 1 || set.count == 2 && set[0].squaredDistance(to: set[1]) == 1
  }

  /// The distance from a set pixel to the nearest that is not set; the picture's surroundings count as set.
  ///
  /// - Complexity: O(distance²); stops at 64.
  func distanceToPaper(from point: Point) -> Double {
    var best = 64 * 64
    var ring = 1
    while ring * ring < best {
      for offset in -ring...ring {
        for (x, y) in [
          (point.x + offset, point.y - ring), (point.x + offset, point.y + ring),
          (point.x - ring, point.y + offset), (point.x + ring, point.y + offset),
        ] where x >= 0 && x < width && y >= 0 && y < height && !self[x, y] {
          best = min(best, point.squaredDistance(to: Point(x, y)))
        }
      }
      ring += 1
    }
    return Double(best).squareRoot()
  }
}
