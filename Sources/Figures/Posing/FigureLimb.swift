/// An arm or a leg: two bones, and the tube round them with places `v` 0…1 on the upper half, 1…2 on the
/// lower.
struct FigureLimb: Sendable {
  /// −1 is the one that lies left in a front view, 1 the other.
  var side: Float
  var root: Place
  var joint: Place
  var end: Place
  var radius: @Sendable (Float) -> Float

  /// The limb's course, as it is seen: bent softly at its joint.
  func spine(from: Float = 0, to: Float = 2, steps: Int = 24) -> ([Vector], [Float]) {
    var points: [Vector] = []
    var places: [Float] = []
    for step in 0...steps {
      let v = mix(from, to, Float(step) / Float(steps))
      points.append(place(v).seen)
      places.append(v)
    }
    return (points, places)
  }

  func place(_ v: Float) -> Place {
    let soft: Float = 0.16
    if v <= 1 - soft { return mix(root, joint, v) }
    if v >= 1 + soft { return mix(joint, end, v - 1) }
    let a = mix(root, joint, 1 - soft)
    let b = mix(joint, end, soft)
    let t = (v - 1 + soft) / (2 * soft)
    return mix(mix(a, joint, t), mix(joint, b, t), t)
  }

  /// The tube, its radius `ease` times as large and `more` heads larger.
  func ribbon(from: Float = -0.08, to: Float = 2, ease: Float = 1, more: Float = 0) -> Ribbon {
    let (points, places) = spine(from: from, to: to)
    return Ribbon(spine: points, v: places) { v in radius(v) * ease + more }
  }

  /// Two bones from `root` to as near `target` as they reach, bent towards `pole`.
  init(
    side: Float, root: Place, target: Place, pole: Place, upper: Float, lower: Float,
    radius: @escaping @Sendable (Float) -> Float
  ) {
    self.side = side
    self.root = root
    self.radius = radius
    var reach = target - root
    let longest = (upper + lower) * 0.995
    let shortest = abs(upper - lower) + 0.02 * longest
    let distance = reach.length.clamped(shortest, longest)
    reach = reach.unit * distance
    end = root + reach
    let along = (upper * upper - lower * lower + distance * distance) / (2 * distance)
    let aside = max(0, upper * upper - along * along).squareRoot()
    let axis = reach.unit
    let bend = (pole - axis * pole.dot(axis)).unit
    joint = root + axis * along + bend * aside
  }
}
