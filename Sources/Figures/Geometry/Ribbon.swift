/// A strip with places of its own: `v` along it, `u` across, −1 at its left edge, 0 on its middle,
/// 1 at its right edge. Limbs, trunks, skirts and strands are ribbons, and what is worn on them is drawn
/// in their places, so that it follows every pose.
struct Ribbon: Sendable {
  /// The place of each row along the strip; rising.
  var v: [Float]
  var left: [Vector]
  var middle: [Vector]
  var right: [Vector]

  init(v: [Float], left: [Vector], middle: [Vector], right: [Vector]) {
    self.v = v
    self.left = left
    self.middle = middle
    self.right = right
  }

  /// A strip round a spine.
  ///
  /// - Parameters:
  ///   - v: a number for each point of the spine, rising.
  ///   - halfWidth: the distance from spine to edge at `v`.
  init(spine: [Vector], v: [Float], halfWidth: (Float) -> Float) {
    self.v = v
    middle = spine
    left = spine
    right = spine
    for index in spine.indices {
      let before = spine[max(index - 1, 0)]
      let after = spine[min(index + 1, spine.count - 1)]
      let across = (after - before).unit.quarter * halfWidth(v[index])
      left[index] = spine[index] + across
      right[index] = spine[index] - across
    }
  }

  /// The place at `(u, v)`; beyond the edges and ends the strip goes on straight.
  func callAsFunction(_ u: Float, _ v: Float) -> Vector {
    var index = 1
    while index < self.v.count - 1 && self.v[index] < v { index += 1 }
    let share = (v - self.v[index - 1]) / (self.v[index] - self.v[index - 1])
    let middle = mix(self.middle[index - 1], self.middle[index], share)
    let edge =
      u < 0
      ? mix(left[index - 1], left[index], share) : mix(right[index - 1], right[index], share)
    return middle + (edge - middle) * abs(u)
  }

  /// The places of a polyline in strip coordinates.
  func callAsFunction(_ points: [Vector]) -> [Vector] { points.map { self($0.x, $0.y) } }

  /// The right edge's or the left edge's places from `from` to `to`, `u` times as far out.
  func edge(_ u: Float, _ from: Float, _ to: Float, steps: Int = 10) -> [Vector] {
    withoutLoops((0...steps).map { self(u, mix(from, to, Float($0) / Float(steps))) })
  }

  func mapped(_ transform: (Vector) -> Vector) -> Ribbon {
    Ribbon(
      v: v, left: left.map(transform), middle: middle.map(transform), right: right.map(transform))
  }
}
