/// A head's own geometry: x and y in heads from the middle of the skull, and how near to the viewer a
/// point lies, so that a turn moves a nose farther than an ear.
struct HeadPlan: Sendable {
  let frame: AffineFrame
  let turn: Double

  /// - Parameter depth: 1 the nose, 0 the axis, below 0 the back of the head.
  func callAsFunction(_ x: Double, _ y: Double, _ depth: Double) -> Vector {
    frame(x * (1 - 0.05 * abs(turn)) + turn * 0.15 * depth, y)
  }

  func knot(_ x: Double, _ y: Double, _ depth: Double, sharp: Bool = false) -> Knot {
    Knot(at: self(x, y, depth), isCorner: sharp)
  }
}

extension Figure {
  var plan: HeadPlan { HeadPlan(frame: skeleton.head, turn: pose.headTurn) }

  func neck() -> [Shape] {
    let plan = plan
    let base = skeleton.neckBase
    let half = 0.115 + 0.035 * proportions.jaw
    let spread = proportions.shoulders * 0.62
    let left = plan(-half, 0.3, -0.1)
    let right = plan(half, 0.3, -0.1)
    let outline = Outline([
      .sharp(left), .soft(base + Vector(-half * 1.02, -0.03)),
      .soft(skeleton.torso(-spread, 0.07)), .sharp(skeleton.torso(-spread * 0.8, 0.35)),
      .sharp(skeleton.torso(spread * 0.8, 0.35)), .soft(skeleton.torso(spread, 0.07)),
      .soft(base + Vector(half * 1.02, -0.03)), .sharp(right),
    ])
    let chin = plan(0, 0.5, 0.75)
    return [
      Shape(
        "neck", "skin", areas: [outline.curve],
        lines: [
          .outline(outline.run(0, 3)), .outline(outline.run(4, 7)),
          .free(
            Curve(through: [
              base + Vector(-0.05, 0.1), base + Vector(-0.1, 0.085), base + Vector(-0.17, 0.05),
            ]), 0.6),
          .free(
            Curve(through: [
              base + Vector(0.05, 0.1), base + Vector(0.1, 0.085), base + Vector(0.17, 0.05),
            ]), 0.6),
        ],
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              left + Vector(-0.05, -0.1), left.mixed(with: base, 0.72) + Vector(-0.1, 0),
              chin + Vector(0.015, 0.13), right.mixed(with: base, 0.6) + Vector(0.1, 0),
              right + Vector(0.05, -0.1),
            ]), softness: 0.04)
        ])
    ]
  }

  func head() -> [Shape] {
    ears() + [face()] + (character.hasGlasses ? [temples()] : []) + eye(.right) + eye(.left)
      + mouth()
  }

  private func ears() -> [Shape] {
    Side.allCases.flatMap { side -> [Shape] in
      let s = side.rawValue
      let plan = plan
      func at(_ x: Double, _ y: Double) -> Vector { plan(s * x, y, -0.3) }
      let outline = Outline([
        .sharp(at(0.34, 0.05)), .soft(at(0.41, 0.0)), .soft(at(0.445, 0.06)),
        .soft(at(0.43, 0.16)), .soft(at(0.385, 0.25)), .sharp(at(0.33, 0.22)),
      ])
      return [
        Shape(
          "ear.\(side.name)", "skin", areas: [outline.curve],
          lines: [
            .outline(outline.run(0, 5), 0.9),
            .free(
              Curve(through: [at(0.38, 0.06), at(0.415, 0.07), at(0.4, 0.15), at(0.375, 0.17)]), 0.6
            ),
          ],
          shades: [
            Shade(
              .shadow,
              Curve(through: [
                at(0.34, 0.04), at(0.4, 0.05), at(0.405, 0.14), at(0.37, 0.2), at(0.33, 0.2),
              ]), softness: 0.03, strength: 0.8)
          ])
      ]
    }
  }

  private func face() -> Shape {
    let plan = plan
    let jaw = proportions.jaw
    // Half the outline, from temple to chin: a child's is round, a man's has a corner and length.
    let half: [(x: Double, y: Double, depth: Double)] = [
      (0.385, -0.2, 0.25), (0.392, 0.0, 0.3), (0.372 - 0.008 * jaw, 0.16, 0.36),
      (0.322 + 0.004 * jaw, 0.29, 0.45), (0.215 + 0.012 * jaw, 0.402, 0.58),
      (0.1 + 0.02 * jaw, 0.473 + 0.008 * jaw, 0.7), (0.03 + 0.012 * jaw, 0.501 + 0.008 * jaw, 0.75),
    ]
    let knots =
      [plan.knot(0, -0.42, 0.2)] + half.map { plan.knot(-$0.x, $0.y, $0.depth) }
      + half.reversed().map { plan.knot($0.x, $0.y, $0.depth) }
    let outline = Outline(knots)
    let nose = plan(0.0, 0.245, 0.95)
    let hasEvenFringe = character.hair.fringe == .full || character.hair.fringe == .spiky
    let lift = pose.headTurn >= 0 ? 1.0 : -1.0
    func blush(_ x: Double) -> Shade {
      let middle = plan(x, 0.27, 0.7)
      return Shade(
        .shadow,
        Curve(ellipseAt: AffineFrame(origin: middle, degrees: pose.headTilt), 0.075, 0.04),
        softness: 0.07,
        strength: 0.55, isInCel: false)
    }
    return Shape(
      "face", "skin", areas: [outline.curve],
      lines: [
        .outline(outline.run(1, 14)),
        .free(
          Curve(through: [
            nose, nose + plan.offset(lift * 0.012, 0.012), nose + plan.offset(lift * 0.002, 0.022),
          ]), 0.75),
      ],
      shades: [
        // The fringe's shadow on the forehead.
        Shade(
          .shadow,
          Curve(through: [
            plan(-0.5, -0.5, 0.2), plan(-0.44, 0.1, 0.4), plan(-0.33, 0.15, 0.5),
            plan(-0.25, 0.0, 0.5), plan(-0.17, 0.12, 0.5), plan(-0.08, -0.01, 0.5),
            plan(0.0, 0.125, 0.5), plan(0.08, -0.02, 0.5), plan(0.17, 0.11, 0.5),
            plan(0.25, 0.0, 0.5), plan(0.33, 0.15, 0.5), plan(0.44, 0.1, 0.4),
            plan(0.5, -0.5, 0.2),
          ]), softness: 0.035, strength: hasEvenFringe ? 0.85 : 0.3, isInCel: hasEvenFringe),
        // One side of the face turns away from the light.
        Shade(
          .shadow,
          Curve(through: [
            plan(0.42, -0.1, 0.3), plan(0.345, 0.05, 0.4), plan(0.325, 0.2, 0.45),
            plan(0.22, 0.36, 0.6), plan(0.06, 0.49, 0.75), plan(0.3, 0.5, 0.5),
          ]), softness: 0.05, strength: 0.75),
        blush(-0.235), blush(0.235),
        Shade(
          .highlight,
          Curve(ellipseAt: AffineFrame(origin: plan(0, 0.2, 0.95)), 0.01, 0.03), softness: 0.02,
          isInCel: false),
      ])
  }

  private func mouth() -> [Shape] {
    let plan = plan
    func at(_ x: Double, _ y: Double) -> Vector { plan(x, y, 0.85) }
    switch pose.expression.mouth {
    case .smile, .calm:
      let dip = pose.expression.mouth == .smile ? 0.022 : 0.002
      let line = Curve(through: [
        at(-0.068, 0.352 - dip * 0.5), at(-0.035, 0.352 + dip * 0.5), at(0, 0.352 + dip * 0.7),
        at(0.035, 0.352 + dip * 0.5), at(0.068, 0.352 - dip * 0.5),
      ])
      return [
        Shape(
          "mouth.line", "skin", areas: [],
          lines: [
            Line(line, .pen(0.9), profile: [0.5, 0.9, 0.6, 0.9, 0.5]),
            .free(Curve(through: [at(-0.022, 0.405), at(0.0, 0.41), at(0.022, 0.405)]), 0.6),
          ])
      ]
    case .open, .grin:
      let isGrin = pose.expression.mouth == .grin
      let depth = isGrin ? 0.06 : 0.075
      let half = isGrin ? 0.09 : 0.068
      let outline = Outline([
        .sharp(at(-half, 0.333)), .soft(at(0, 0.35)), .sharp(at(half, 0.333)),
        .soft(at(half * 0.62, 0.345 + depth * 0.75)), .soft(at(0, 0.345 + depth)),
        .soft(at(-half * 0.62, 0.345 + depth * 0.75)),
      ])
      let tongue = Outline([
        .soft(at(-half * 0.55, 0.35 + depth)), .soft(at(0, 0.338 + depth * 0.62)),
        .soft(at(half * 0.55, 0.35 + depth)), .soft(at(0, 0.38 + depth)),
      ])
      let teeth = Outline([
        .sharp(at(-half, 0.333)), .soft(at(0, 0.35)), .sharp(at(half, 0.333)),
        .soft(at(half * 0.6, 0.358)), .soft(at(0, 0.368)), .soft(at(-half * 0.6, 0.358)),
      ])
      var shapes = [Shape("mouth", "mouth", outline, weight: 0.85)]
      if isGrin {
        shapes.append(
          Shape("teeth", "teeth", teeth, weight: 0.5, clip: outline.curve))
      } else {
        shapes.append(
          Shape("tongue", "tongue", tongue, weight: 0.5, clip: outline.curve))
      }
      shapes.append(Shape("mouth.edge", "mouth", areas: [], lines: [.outline(outline.loop, 0.9)]))
      return shapes
    }
  }
}

extension HeadPlan {
  /// A small step in the head's own directions.
  func offset(_ x: Double, _ y: Double) -> Vector { frame(x, y) - frame.origin }
}
