/// The trunk's bend and turn: takes places of a straight body that faces the viewer into the pose.
struct Trunk: Sendable {
  let build: Build
  let turn: Float
  /// The middle from the neck's root to the crotch, as it is seen.
  let top: Vector
  let bend: Vector
  let bottom: Vector
  let shoulderTilt: Float
  let hipTilt: Float
  /// Above the hips, head heights (negative: up).
  var shoulderHeight: Float { -build.trunk * 0.8 }

  init(_ build: Build, _ pose: FigurePose) {
    self.build = build
    turn = pose.turn
    shoulderTilt = pose.shoulderTilt
    hipTilt = pose.hipTilt
    let height = build.trunk
    let lean = Vector(0, -height * 0.9).turned(pose.lean)
    top = lean
    bottom = Vector(0, height * 0.12)
    let out = (pose.hipTilt - pose.lean * 0.6) * height * 0.25
    bend = mix(top, bottom, 0.55) + Vector(out, 0)
  }

  func middle(_ v: Float) -> Vector { mix(mix(top, bend, v), mix(bend, bottom, v), v) }

  private func lift(_ y: Float) -> Float { (y + build.trunk * 0.9) / (build.trunk * 1.02) }

  /// The place to which a place of the upper body comes: x to its left in the picture, y down from the hips.
  func place(_ point: Place) -> Place {
    let v = lift(point.y).clamped(-1, 1)
    let turned = Place(point.x, 0, point.z).yawed(turn)
    let up = (middle(min(v + 0.05, 1)) - middle(v - 0.05)).unit
    let tilt = mix(shoulderTilt, hipTilt, v.clamped(0, 1))
    let across = up.quarter * -1
    let seen: Vector
    if lift(point.y) > -0.1 {
      seen = middle(v) + across.turned(tilt) * turned.x
    } else {
      seen = top + up * (point.y + build.trunk * 0.9) + across.turned(tilt) * turned.x
    }
    return Place(seen.x, seen.y, turned.z)
  }

  func direction(_ vector: Place) -> Place { vector.yawed(turn) }

  func hipPlace(_ point: Place) -> Place {
    let turned = point.yawed(turn)
    let seen = Vector(turned.x, turned.y).turned(hipTilt)
    return Place(seen.x, seen.y, turned.z)
  }

  /// Legs stand on a ground that no lean tilts.
  func standing(_ point: Place) -> Place { point.yawed(turn) }
  func facing(_ vector: Place) -> Place { vector.yawed(turn) }

  /// The trunk's strip: `v` 0 at the neck's root, 1 at the crotch; `u` 0 on the middle of chest or back.
  var ribbon: Ribbon {
    let rows: [Float] = [0, 0.05, 0.1, 0.15, 0.22, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
    var left: [Vector] = []
    var centre: [Vector] = []
    var right: [Vector] = []
    let (s, c) = (sine(turn), cosine(turn))
    for v in rows {
      let width = halfWidth(v)
      let (front, back) = depth(v)
      let spine = middle(v)
      let down = (middle(v + 0.05) - middle(v - 0.05)).unit
      let across = (down.quarter * -1).turned(mix(shoulderTilt, hipTilt, v))
      // The silhouette of an ellipse with a fuller front.
      let flat = width * c
      let toFront = front * s
      let toBack = back * s
      let reach = (flat * flat + max(toFront, -toBack) * max(toFront, -toBack)).squareRoot()
      let other = (flat * flat + max(-toFront, toBack) * max(-toFront, toBack)).squareRoot()
      right.append(spine + across * reach)
      left.append(spine - across * other)
      let middleShift = (c > 0 ? 1 : -1) * s * (c > 0 ? front : back) * 0.85
      centre.append(spine + across * middleShift)
    }
    return Ribbon(v: rows, left: left, middle: centre, right: right)
  }

  private func halfWidth(_ v: Float) -> Float {
    let neck = 0.055 + build.shoulder * 0.11
    let sh = build.shoulder
    if build.isMascot {
      return curve(
        v,
        [(0, sh * 0.9), (0.15, sh), (0.6, build.waist), (0.85, build.hip), (1, build.hip * 0.7)])
    }
    return curve(
      v,
      [
        (0, neck), (0.05, neck + (sh - neck) * 0.38), (0.1, sh * 0.82), (0.15, sh * 0.95),
        (0.22, sh * 0.93), (0.3, sh * 0.84), (0.4, mix(sh * 0.8, build.waist, 0.2)),
        (0.5, mix(sh * 0.75, build.waist, 0.65)),
        (0.6, build.waist), (0.7, mix(build.waist, build.hip, 0.4)),
        (0.8, mix(build.waist, build.hip, 0.8)),
        (0.9, build.hip), (1, build.hip * 0.97),
      ])
  }

  private func depth(_ v: Float) -> (Float, Float) {
    let base = halfWidth(0.6) * 0.72
    let neck = 0.055 + build.shoulder * 0.11
    let chest = base * 0.95 + build.bust * 0.07 * (build.heads - 1) * 0.42
    let front = curve(
      v,
      [
        (0, neck), (0.1, base * 0.75), (0.2, mix(base, chest, 0.5)), (0.32, chest),
        (0.42, mix(base, chest, 0.5)),
        (0.55, base * 0.85 + build.belly * 0.2), (0.75, base * 0.95 + build.belly * 0.3),
        (1, base * 0.9),
      ])
    let back = curve(
      v,
      [
        (0, neck), (0.1, base * 0.9), (0.3, base * 1.05), (0.55, base * 0.7),
        (0.85, build.hip * 0.8), (1, build.hip * 0.65),
      ])
    return (front, back)
  }
}
