import Raster

/// The line that closes a gap.
///
/// It goes on where the strokes were going: round a bend it is a curve, at a corner it follows both
/// strokes to where they meet, so that corners are not cut short; across an open mouth it is straight.
struct ClosingPath: Sendable {
  /// From the first end to the last, each pixel touching the next at least by a corner.
  private(set) var pixels: [Point] = []

  /// The straight line between two pixels.
  init(from: Point, to: Point) { append(lineTo: to, from: from) }

  /// The line between two strokes' ends.
  init(_ first: StrokeEnd, _ second: StrokeEnd) {
    let from = PixelVector(first.tip)
    let to = PixelVector(second.tip)
    let chord = to - from
    let distance = chord.length
    let towards = distance > 0 ? chord / distance : PixelVector(1, 0)
    let ahead = min(first.direction.dot(towards), -second.direction.dot(towards))
    if distance < 3 || ahead < 0.15 {
      append(lineTo: second.tip, from: first.tip)
    } else if let corner = Self.corner(first, second, distance: distance) {
      append(lineTo: corner.pixel, from: first.tip)
      append(lineTo: second.tip, from: corner.pixel)
    } else {
      let pull = distance / 3
      let a = from + first.direction * pull
      let b = to + second.direction * pull
      let steps = max(2, Int(distance / 3))
      var last = first.tip
      for step in 1...steps {
        let t = Double(step) / Double(steps)
        let u = 1 - t
        let point =
          from * (u * u * u) + a * (3 * u * u * t) + b * (3 * u * t * t) + to * (t * t * t)
        append(lineTo: step == steps ? second.tip : point.pixel, from: last)
        last = step == steps ? second.tip : point.pixel
      }
    }
  }

  /// Sets its pixels; those outside the plane are passed over.
  func draw(on plane: inout BitPlane) {
    for pixel in pixels { plane[pixel] = true }
  }

  /// The place where the two strokes meet if both go straight on, if they turn there sharply enough and not far off.
  private static func corner(_ first: StrokeEnd, _ second: StrokeEnd, distance: Double)
    -> PixelVector?
  {
    let turn = first.direction.cross(second.direction)
    // Less than 40° is a bend, not a corner.
    guard abs(turn) > 0.64 || first.direction.dot(second.direction) > 0 && abs(turn) > 0.1 else {
      return nil
    }
    let chord = PixelVector(second.tip) - PixelVector(first.tip)
    let along = chord.cross(second.direction) / turn
    let back = chord.cross(first.direction) / turn
    guard along > 0, back > 0, along + back < 2.2 * distance else { return nil }
    return PixelVector(first.tip) + first.direction * along
  }

  /// Bresenham's line, without the pixel it starts from unless it is the very first.
  private mutating func append(lineTo to: Point, from: Point) {
    let steps = max(abs(to.x - from.x), abs(to.y - from.y))
    if pixels.isEmpty { pixels.append(from) }
    guard steps > 0 else { return }
    for step in 1...steps {
      let share = Double(step) / Double(steps)
      let point = Point(
        from.x + Int((Double(to.x - from.x) * share).rounded()),
        from.y + Int((Double(to.y - from.y) * share).rounded()))
      if pixels[pixels.count - 1] != point { pixels.append(point) }
    }
  }
}
