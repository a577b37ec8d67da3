/// Points along a curve through all of `knots` (Catmull and Rom 1974).
///
/// - Parameters:
///   - isClosed: whether it comes back to its first knot.
///   - steps: points from one knot to the next.
func smooth(_ knots: [Vector], isClosed: Bool = false, steps: Int = 6) -> [Vector] {
  let count = knots.count
  guard count > 2 else { return knots }
  var points: [Vector] = []
  let spans = isClosed ? count : count - 1
  points.reserveCapacity(spans * steps + 1)
  for span in 0..<spans {
    let b = knots[span]
    let c = knots[(span + 1) % count]
    let a = span > 0 ? knots[span - 1] : isClosed ? knots[count - 1] : b + (b - c)
    let d = span + 2 < count ? knots[span + 2] : isClosed ? knots[(span + 2) % count] : c + (c - b)
    let first = (c - a) * 0.5
    let last = (d - b) * 0.5
    for step in 0..<steps {
      points.append(cubic(b, first, c, last, Float(step) / Float(steps)))
    }
  }
  if !isClosed { points.append(knots[count - 1]) }
  return points
}

/// A point of the cubic that leaves `a` by `first` and comes to `b` by `last` (Hermite), `t` from 0 to 1.
private func cubic(_ a: Vector, _ first: Vector, _ b: Vector, _ last: Vector, _ t: Float) -> Vector
{
  let t2 = t * t
  let t3 = t2 * t
  let start = a * (2 * t3 - 3 * t2 + 1) + first * (t3 - 2 * t2 + t)
  return start + b * (3 * t2 - 2 * t3) + last * (t3 - t2)
}

/// Points along a curve that leaves `a` for `control` and comes from there to `b`; `a` is left out.
func bow(_ a: Vector, _ control: Vector, _ b: Vector, steps: Int = 6) -> [Vector] {
  (1...steps).map { step in
    let t = Float(step) / Float(steps)
    return mix(mix(a, control, t), mix(control, b, t), t)
  }
}

/// A polyline with points added where they are far apart, on a curve through them; its corners stay.
///
/// - Parameters:
///   - longest: what is left as it is, pixels.
func rounded(_ points: [Vector], isClosed: Bool = false, longest: Float = 5) -> [Vector] {
  let count = points.count
  guard count > 2 else { return points }
  let isLoop = !isClosed && points[0] == points[count - 1]
  let distinct = isLoop ? count - 1 : count
  func step(_ index: Int) -> Vector? {
    guard isClosed || isLoop || (0..<count - 1).contains(index) else { return nil }
    let from = (index + distinct) % distinct
    return points[(from + 1) % distinct] - points[from]
  }
  func tangent(_ step: Vector, _ neighbour: Vector?) -> Vector {
    guard let neighbour, neighbour.length > 0.01 else { return step }
    let (a, b) = (step.unit, neighbour.unit)
    return a.dot(b) > 0.74 ? (a + b).unit * step.length : step
  }
  var result: [Vector] = []
  result.reserveCapacity(count * 2)
  for index in 0..<(isClosed ? count : count - 1) {
    let start = points[index]
    result.append(start)
    guard let along = step(index), along.length > longest else { continue }
    let end = start + along
    let first = tangent(along, step(index - 1))
    let last = tangent(along, step(index + 1))
    let pieces = min(Int(along.length / longest) + 1, 12)
    for piece in 1..<pieces {
      result.append(cubic(start, first, end, last, Float(piece) / Float(pieces)))
    }
  }
  if !isClosed { result.append(points[count - 1]) }
  return result
}

/// Points round an ellipse, turned by `angle`.
func ellipse(_ centre: Vector, _ radii: Vector, angle: Float = 0, count: Int = 24) -> [Vector] {
  (0..<count).map { index in
    let t = Float(index) / Float(count) * 2 * .pi
    return centre + (Vector(cosine(t), sine(t)) * radii).turned(angle)
  }
}

/// The part of a polyline between two shares of its length.
func section(_ points: [Vector], _ from: Float, _ to: Float) -> [Vector] {
  guard points.count > 1 else { return points }
  var lengths: [Float] = [0]
  for index in 1..<points.count {
    lengths.append(lengths[index - 1] + (points[index] - points[index - 1]).length)
  }
  let whole = lengths[points.count - 1]
  guard whole > 0 else { return points }
  func at(_ share: Float) -> Vector {
    let wanted = share * whole
    var index = 1
    while index < points.count - 1 && lengths[index] < wanted { index += 1 }
    let step = lengths[index] - lengths[index - 1]
    return mix(
      points[index - 1], points[index], step > 0 ? (wanted - lengths[index - 1]) / step : 0)
  }
  var result = [at(from)]
  for index in points.indices where lengths[index] > from * whole && lengths[index] < to * whole {
    result.append(points[index])
  }
  result.append(at(to))
  return result
}

/// The value at `t` of a line through `keys`, `(t, value)` in order; the ends' values beyond them.
func curve(_ t: Float, _ keys: [(Float, Float)]) -> Float {
  guard t > keys[0].0 else { return keys[0].1 }
  for index in 1..<keys.count where t <= keys[index].0 {
    let (a, b) = (keys[index - 1], keys[index])
    return mix(a.1, b.1, (t - a.0) / (b.0 - a.0))
  }
  return keys[keys.count - 1].1
}

/// The polyline with its loops cut off where it crosses itself, as the inside of a sharp bend does.
///
/// - Complexity: O(points²).
func withoutLoops(_ points: [Vector]) -> [Vector] {
  guard points.count > 3 else { return points }
  var result: [Vector] = [points[0]]
  var index = 0
  while index < points.count - 1 {
    let (a, b) = (points[index], points[index + 1])
    var next = index + 1
    var corner = b
    var later = points.count - 2
    while later > index + 1 {
      if let crossing = crossing(a, b, points[later], points[later + 1]) {
        corner = crossing
        next = later
        break
      }
      later -= 1
    }
    result.append(corner)
    if next != index + 1 { result.append(points[next + 1]) }
    index = next == index + 1 ? next : next + 1
  }
  return result
}

/// The crossing of two segments.
private func crossing(_ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector) -> Vector? {
  let r = b - a
  let s = d - c
  let cross = r.x * s.y - r.y * s.x
  guard abs(cross) > 1e-9 else { return nil }
  let off = c - a
  let t = (off.x * s.y - off.y * s.x) / cross
  let u = (off.x * r.y - off.y * r.x) / cross
  return t > 0 && t < 1 && u > 0 && u < 1 ? a + r * t : nil
}
