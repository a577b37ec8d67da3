/// The targets of hands, in the space of a body that faces the viewer, the hips at the origin.
enum ArmTargets {
  /// The wrist's place, and where the elbow points.
  static func target(
    _ arm: FigurePose.Arm, side: Float, index: Int, build: Build, chance: Chance
  ) -> (Place, Place) {
    let sh = build.shoulder
    let neck = -build.trunk * 0.9
    let reach = build.arm
    func drift(_ name: StaticString, _ amount: Float) -> Float {
      chance.bell(name, -amount, amount) * reach
    }
    let d = Place(drift("x", 0.1), drift("y", 0.1), drift("z", 0.1))
    let chin = neck - build.neck - 0.02
    switch arm {
    case .down:
      return (Place(side * sh * 1.15, neck + reach * 1.05, 0.05) + d * 0.5, Place(side, 0, -0.6))
    case .relaxed:
      return (Place(side * (sh + reach * 0.3), neck + reach * 0.95, 0.1) + d, Place(side, 0, -0.4))
    case .hip:
      return (
        Place(side * build.hip * 0.95, -0.06 * build.trunk, build.hip * 0.4) + d * 0.3,
        Place(side, -0.1, -0.35)
      )
    case .crossed:
      return (
        Place(-side * sh * 0.55, neck + build.trunk * (index == 0 ? 0.42 : 0.36), sh * 0.75 + 0.1)
          + d * 0.2,
        Place(side, 0.7, -0.1)
      )
    case .behind:
      return (
        Place(side * build.hip * 0.15, -build.trunk * 0.1, -build.hip - 0.15), Place(side, 0, -0.5)
      )
    case .raised:
      return (Place(side * sh * 1.1, neck - reach * 0.75, 0.05) + d, Place(side, 0, -0.2))
    case .wave:
      return (Place(side * (sh + reach * 0.45), neck - reach * 0.25, 0.1) + d, Place(side, 0.7, 0))
    case .point:
      return (Place(side * (sh + reach * 0.7), neck + reach * 0.2, reach * 0.4) + d, Place(0, 1, 0))
    case .front:
      return (
        Place(side * 0.08, build.trunk * 0.02, build.hip + 0.12) + d * 0.3, Place(side, 0.2, -0.2)
      )
    case .chin: return (Place(side * 0.14, chin + 0.1, 0.5) + d * 0.3, Place(side, 1, 0))
    case .head: return (Place(side * 0.42, chin - 0.7, -0.15) + d * 0.3, Place(side, -0.1, 0))
    case .hold:
      return (
        Place(side * (sh + 0.1), neck + build.trunk * 0.5, reach * 0.5) + d, Place(side, 1, -0.3)
      )
    case .wide:
      return (Place(side * (sh + reach * 0.95), neck + build.trunk * 0.2, 0) + d, Place(0, 1, -0.3))
    case .lap:
      return (
        Place(side * build.hip * 0.6, build.trunk * 0.16, build.hip + 0.05) + d * 0.5,
        Place(side, 0, -0.4)
      )
    case .knees:
      return (
        Place(side * build.hip * 0.8, build.trunk * 0.1 + build.leg * 0.22, build.hip + 0.2)
          + d * 0.5, Place(side, 0, -0.3)
      )
    case .reach:
      return (Place(side * sh * 0.9, neck + build.trunk * 0.15, reach * 0.9) + d, Place(side, 1, 0))
    case .heart:
      return (
        Place(side * 0.07, neck + build.trunk * 0.3, sh + 0.15) + d * 0.2, Place(side, 0.6, 0)
      )
    }
  }
}

/// The targets of feet.
enum LegTargets {
  /// The ankle's place, and where the knee points.
  static func target(
    _ legs: FigurePose.Legs, side: Float, build: Build, chance: Chance
  ) -> (Place, Place) {
    let hip = build.hip
    let leg = build.leg
    let d = Place(chance.bell("x", -0.06, 0.06) * leg, 0, chance.bell("z", -0.08, 0.08) * leg)
    let forward = side > 0 ? Float(1) : -1
    let knee = Place(side * 0.2, 0, 1)
    switch legs {
    case .stand: return (Place(side * hip * 0.42, leg * 0.99, 0) + d * 0.5, knee)
    case .apart: return (Place(side * (hip * 0.6 + leg * 0.16), leg * 0.96, 0) + d, knee)
    case .contra:
      return (
        side > 0 ? Place(hip * 0.35, leg * 0.99, 0) : Place(-hip * 0.9, leg * 0.93, leg * 0.15),
        knee
      )
    case .walk: return (Place(side * hip * 0.4, leg * 0.94, forward * leg * 0.28) + d, knee)
    case .run:
      return (
        side > 0
          ? Place(hip * 0.4, leg * 0.75, -leg * 0.45) : Place(-hip * 0.4, leg * 0.82, leg * 0.35),
        knee
      )
    case .kick:
      return (
        side > 0 ? Place(hip * 0.4, leg * 0.99, 0) : Place(-hip - leg * 0.5, leg * 0.6, leg * 0.3),
        knee
      )
    case .sit:
      return (Place(side * hip * 0.6, leg * 0.6, leg * 0.42) + d, Place(side * 0.25, -0.4, 1))
    case .kneel:
      return (Place(side * hip * 0.7, leg * 0.42, -leg * 0.35) + d, Place(side * 0.3, 0.8, 1))
    case .jump:
      return (
        Place(side * hip * 0.8, leg * (side > 0 ? 0.7 : 0.55), -leg * 0.15) + d,
        Place(side * 0.5, 0, 1)
      )
    case .crossed: return (Place(-side * hip * 0.3, leg * 0.98, forward * 0.1), knee)
    }
  }
}
