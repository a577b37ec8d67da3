/// A polyline with points so close that it looks smooth.
public struct Curve: Hashable, Sendable {
  public var points: [Vector]

  public init(_ points: [Vector]) { self.points = points }

  /// A smooth curve through `knots`, open: Catmull–Rom, its ends leaving straight.
  init(through knots: [Vector]) {
    self = Outline(knots.map { Knot(at: $0, isCorner: false) }, closed: false).curve
  }

  /// An ellipse, clockwise from its right end.
  init(ellipseAt frame: AffineFrame, _ rx: Double, _ ry: Double) {
    points = (0..<48).map { step in
      let (sine, cosine) = Trigonometry.sineAndCosine(degrees: Double(step) * 7.5)
      return frame(rx * cosine, ry * sine)
    }
  }

  var reversed: Curve { Curve(points.reversed()) }

  func map(_ transform: (Vector) -> Vector) -> Curve { Curve(points.map(transform)) }

  func moved(by offset: Vector) -> Curve { map { $0 + offset } }

  static func + (a: Curve, b: Curve) -> Curve { Curve(a.points + b.points) }

  /// The arc length up to each point; `lengths[0]` is 0.
  var lengths: [Double] {
    var sum = 0.0
    var result = [0.0]
    result.reserveCapacity(points.count)
    for i in points.indices.dropFirst() {
      sum += (points[i] - points[i - 1]).length
      result.append(sum)
    }
    return result
  }

  /// The place at `share` (0…1) of the arc length.
  func point(at share: Double) -> Vector { part(from: share, to: share).points[0] }

  /// The piece between two shares (0…1) of the arc length.
  func part(from start: Double, to end: Double) -> Curve {
    let lengths = lengths
    let total = lengths.last ?? 0
    func place(_ share: Double) -> (after: Int, point: Vector) {
      let target = min(max(share, 0), 1) * total
      let next = max(1, lengths.firstIndex { $0 >= target } ?? points.count - 1)
      guard points.count > 1 else { return (0, points[0]) }
      let span = lengths[next] - lengths[next - 1]
      let along = span > 0 ? (target - lengths[next - 1]) / span : 0
      return (next, points[next - 1].mixed(with: points[next], along))
    }
    let first = place(start)
    let last = place(end)
    let inner = first.after < last.after ? Array(points[first.after..<last.after]) : []
    return Curve([first.point] + inner + [last.point])
  }

  /// The same curve with points every `step`.
  func resampled(step: Double) -> Curve {
    let lengths = lengths
    guard let total = lengths.last, total > 0 else { return self }
    let count = max(1, Int((total / step).rounded(.up)))
    var result: [Vector] = []
    result.reserveCapacity(count + 1)
    var next = 1
    for k in 0...count {
      let target = total * Double(k) / Double(count)
      while next < points.count - 1 && lengths[next] < target { next += 1 }
      let span = lengths[next] - lengths[next - 1]
      let along = span > 0 ? (target - lengths[next - 1]) / span : 0
      result.append(points[next - 1].mixed(with: points[next], min(1, along)))
    }
    return Curve(result)
  }
}

/// One point that an outline passes through.
struct Knot: Hashable, Sendable {
  var at: Vector
  /// Whether the outline may turn sharply here.
  var isCorner: Bool

  static func soft(_ x: Double, _ y: Double) -> Knot { Knot(at: Vector(x, y), isCorner: false) }
  static func sharp(_ x: Double, _ y: Double) -> Knot { Knot(at: Vector(x, y), isCorner: true) }
  static func soft(_ at: Vector) -> Knot { Knot(at: at, isCorner: false) }
  static func sharp(_ at: Vector) -> Knot { Knot(at: at, isCorner: true) }
}

/// A curve through knots that remembers where its knots lie, so that a line may follow a piece of it.
struct Outline: Sendable {
  let curve: Curve
  let isClosed: Bool
  /// The index in `curve.points` of each knot.
  private let places: [Int]

  init(_ knots: [Knot], closed: Bool = true) {
    precondition(knots.count >= 2, "\(knots.count) knots")
    let count = knots.count
    var points: [Vector] = []
    var places: [Int] = []
    for i in 0..<(closed ? count : count - 1) {
      places.append(points.count)
      let a = knots[i]
      let b = knots[(i + 1) % count]
      let before = closed || i > 0 ? knots[(i + count - 1) % count].at : a.at
      let after = closed || i + 2 < count ? knots[(i + 2) % count].at : b.at
      let span = (b.at - a.at).length
      // Tangents scaled to this span keep unevenly spaced knots from overshooting.
      let leaving = a.isCorner ? (b.at - a.at) : Outline.tangent(before, a.at, b.at) * span
      let arriving = b.isCorner ? (b.at - a.at) : Outline.tangent(a.at, b.at, after) * span
      let steps = a.isCorner && b.isCorner ? 1 : min(60, max(10, Int(span / 0.03)))
      for k in 0..<steps {
        let t = Double(k) / Double(steps)
        let t2 = t * t
        let t3 = t2 * t
        points.append(
          a.at * (2 * t3 - 3 * t2 + 1) + leaving * (t3 - 2 * t2 + t) + b.at * (3 * t2 - 2 * t3)
            + arriving * (t3 - t2))
      }
    }
    if !closed {
      places.append(points.count)
      points.append(knots[count - 1].at)
    }
    curve = Curve(points)
    isClosed = closed
    self.places = places
  }

  /// The piece from one knot to another, onwards through the end of a closed outline where needed.
  func run(_ from: Int, _ to: Int) -> Curve {
    let start = places[from]
    let end = places[to]
    if start < end { return Curve(Array(curve.points[start...end])) }
    precondition(isClosed, "a run from knot \(from) to \(to) of an open outline")
    return Curve(Array(curve.points[start...] + curve.points[...end]))
  }

  /// All around, back to the first knot.
  var loop: Curve { isClosed ? Curve(curve.points + [curve.points[0]]) : curve }

  private static func tangent(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    let into = (b - a).length
    let out = (c - b).length
    guard into > 0, out > 0 else { return (c - a).unit }
    // The direction leans towards the shorter side, as a centripetal spline's does.
    let direction = ((b - a) / into) * out + ((c - b) / out) * into
    return direction / (into + out)
  }
}
