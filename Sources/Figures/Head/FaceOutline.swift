/// A head's outline without hair, in its tilted axes: half widths to the side that the face is turned to,
/// half heights down. Front, three quarters and profile are keys between which it is mixed.
enum FaceOutline {
  /// From the crown down the side the face is turned to, to the chin, and up the other.
  private static let keys: [(front: Vector, half: Vector, profile: Vector)] = [
    (Vector(0, -1), Vector(0.05, -1), Vector(0, -1)),
    (Vector(0.55, -0.86), Vector(0.55, -0.84), Vector(0.5, -0.84)),
    (Vector(0.92, -0.45), Vector(0.88, -0.45), Vector(0.84, -0.48)),
    (Vector(1, -0.08), Vector(0.90, -0.12), Vector(0.91, -0.14)),
    (Vector(0.995, 0.08), Vector(0.83, 0.06), Vector(0.84, 0.04)),
    (Vector(0.975, 0.22), Vector(0.87, 0.22), Vector(1.08, 0.29)),
    (Vector(0.94, 0.34), Vector(0.855, 0.35), Vector(0.91, 0.39)),
    (Vector(0.87, 0.46), Vector(0.79, 0.47), Vector(0.94, 0.48)),
    (Vector(0.80, 0.56), Vector(0.74, 0.56), Vector(0.88, 0.55)),
    (Vector(0.70, 0.67), Vector(0.67, 0.66), Vector(0.91, 0.62)),
    (Vector(0.54, 0.79), Vector(0.59, 0.77), Vector(0.82, 0.72)),
    (Vector(0.32, 0.92), Vector(0.50, 0.91), Vector(0.82, 0.88)),
    (Vector(0, 1), Vector(0.32, 1), Vector(0.58, 0.99)),
    (Vector(-0.32, 0.92), Vector(0, 0.90), Vector(0.22, 0.85)),
    (Vector(-0.54, 0.79), Vector(-0.38, 0.72), Vector(-0.02, 0.66)),
    (Vector(-0.80, 0.56), Vector(-0.66, 0.46), Vector(-0.12, 0.45)),
    (Vector(-0.96, 0.24), Vector(-0.88, 0.18), Vector(-0.5, 0.3)),
    (Vector(-1, -0.1), Vector(-1.02, -0.1), Vector(-1.05, -0.05)),
    (Vector(-0.92, -0.5), Vector(-1.0, -0.5), Vector(-1.1, -0.5)),
    (Vector(-0.55, -0.86), Vector(-0.6, -0.86), Vector(-0.65, -0.87)),
  ]

  /// The knots in the head's half widths and heights, before the head's tilt.
  static func knots(_ face: FaceDesign, yaw: Float, pitch: Float) -> [Vector] {
    let side: Float = yaw < 0 ? -1 : 1
    let turned = abs(yaw) > 1.5708 ? max(0, 3.1416 - abs(yaw)) : abs(yaw)
    let share = min(turned / 1.5, 1) * 2
    return keys.enumerated().map { index, key in
      var point =
        share < 1 ? mix(key.front, key.half, share) : mix(key.half, key.profile, share - 1)
      // Behind, the nose does not show.
      if abs(yaw) > 1.5708 { point = mix(key.front, key.half, share * 0.5) }
      if point.y > 0.3 && index != 12 {
        let away = (point.y - 0.3) * (1 - abs(share - 1) * 0.3)
        point.x *= 1 + face.jaw * 0.32 * away
      }
      if index == 11 || index == 13 { point.x *= 1 + face.chin * 0.4 * max(0, 1 - share) }
      if face.hasMuzzle && (5...9).contains(index) { point.x *= 1 + 0.12 * share }
      // From below the chin comes up, from above the crown comes down.
      if point.y > 0 { point.y *= 1 - (pitch > 0 ? 0.24 : 0.12) * pitch }
      if point.y > 0.3 { point.x *= 1 + 0.22 * pitch * (point.y - 0.3) }
      point.y -= pitch * 0.06
      return Vector(point.x * side, point.y)
    }
  }

  /// The outline as it is seen.
  static func points(_ face: FaceDesign, _ head: Globe) -> [Vector] {
    let s = sine(head.yaw)
    let width = mix(head.radii.x, head.radii.z, s * s)
    return smooth(
      knots(face, yaw: head.yaw, pitch: head.pitch).map { knot in
        head.centre + Vector(knot.x * width, knot.y * head.radii.y).turned(head.roll)
      }, isClosed: true, steps: 4)
  }
}
