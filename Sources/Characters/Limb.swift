/// A tube along a bent middle line: arms, legs, sleeves, trousers.
struct Limb: Sendable {
  /// The side to the page's left of a hanging limb, from its root to its end.
  let left: Curve
  let right: Curve
  private let root: Vector
  private let rootHalf: Double

  /// - Parameters:
  ///   - middle: points from root to end.
  ///   - halves: half the width at each of them.
  init(_ middle: [Vector], _ halves: [Double]) {
    precondition(middle.count == halves.count, "\(middle.count) points, \(halves.count) widths")
    let outline = Outline(middle.map { .soft($0) }, closed: false)
    let spine = outline.curve.points
    var widths: [Double] = []
    for segment in 0..<middle.count - 1 {
      let count = outline.run(segment, segment + 1).points.count - 1
      for k in 0..<count {
        let t = Double(k) / Double(count)
        let eased = t * t * (3 - 2 * t)
        widths.append(halves[segment] + (halves[segment + 1] - halves[segment]) * eased)
      }
    }
    widths.append(halves[halves.count - 1])
    func side(_ sign: Double) -> Curve {
      var points: [Vector] = []
      for i in spine.indices {
        let direction = (spine[min(i + 1, spine.count - 1)] - spine[max(0, i - 1)]).unit
        let point = spine[i] + direction.normal * (sign * widths[i])
        // Inside a sharp bend the two offsets cross; what lies within the tube is left out.
        let isBuried = spine.indices.contains { (spine[$0] - point).length < 0.93 * widths[$0] }
        if !isBuried || i == 0 || i == spine.count - 1 { points.append(point) }
      }
      return Curve(points).rounded
    }
    left = side(1)
    right = side(-1)
    root = middle[0]
    rootHalf = halves[0]
  }

  /// A bent limb of two bones: the bend is rounded and keeps its width.
  init(
    from root: Vector, bend: Vector, to end: Vector,
    halves: (Double, Double, Double, Double, Double)
  ) {
    self.init(
      [
        root, root.mixed(with: bend, 0.5), root.mixed(with: bend, 0.87), bend,
        bend.mixed(with: end, 0.14),
        bend.mixed(with: end, 0.45), end,
      ],
      [
        halves.0, halves.1, (halves.1 + 3 * halves.2) / 4, halves.2, (3 * halves.2 + halves.3) / 4,
        halves.3, halves.4,
      ])
  }

  /// The tube's area, its end closed by a line bulging `bulge` heads.
  func area(bulge: Double = 0) -> Curve {
    left + endLine(bulge: bulge) + right.reversed
  }

  /// The ball of the root joint.
  var rootBall: Curve { Curve(ellipseAt: AffineFrame(origin: root), rootHalf, rootHalf) }

  /// Across the end, from left to right.
  func endLine(bulge: Double) -> Curve {
    let a = left.points[left.points.count - 1]
    let b = right.points[right.points.count - 1]
    let along = (b - a).unit.normal * -bulge
    return Curve(through: [a, a.mixed(with: b, 0.5) + along * -1, b])
  }

  /// The side away from the body.
  func outer(_ side: Side) -> Curve { side == .right ? left : right }
  func inner(_ side: Side) -> Curve { side == .right ? right : left }

  /// An area between one side and a line `share` of the way across, from `start` to `end` along it.
  func band(from side: Curve, to other: Curve, share: Double, start: Double = 0, end: Double = 1)
    -> Curve
  {
    let near = side.part(from: start, to: end).resampled(count: 24)
    let far = other.part(from: start, to: end).resampled(count: 24)
    let edge = zip(near.points, far.points).enumerated().map { index, pair in
      let along = Double(index) / 24
      let swell = share * (0.55 + 0.9 * along * (1.6 - along))
      return pair.0.mixed(with: pair.1, min(0.9, swell))
    }
    return near + Curve(edge.reversed())
  }
}

extension Curve {
  /// The same curve with its corners cut twice (Chaikin); the ends stay.
  var rounded: Curve {
    var points = points
    for _ in 0..<2 where points.count > 2 {
      var cut = [points[0]]
      for i in 0..<points.count - 1 {
        cut.append(points[i].mixed(with: points[i + 1], 0.25))
        cut.append(points[i].mixed(with: points[i + 1], 0.75))
      }
      cut.append(points[points.count - 1])
      points = cut
    }
    return Curve(points)
  }

  /// The same curve as `count` + 1 evenly spaced points.
  func resampled(count: Int) -> Curve {
    guard let total = lengths.last, total > 0 else {
      return Curve(Array(repeating: points[0], count: count + 1))
    }
    return resampled(step: total / (Double(count) - 0.5))
  }
}
