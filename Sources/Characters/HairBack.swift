extension Figure {
  /// The hair behind the head and the body.
  func backHair() -> [Shape] {
    switch character.hair.back {
    case .bob: [mass(reach: 0.52, spread: 0.5)]
    case .long(let reach): [mass(reach: reach, spread: 0.56)]
    case .ponytail(let length):
      tail(from: (0.12, -0.42), length: length, side: 1, "hair.tail") + [
        mass(reach: 0.4, spread: 0.44)
      ]
    case .twinTails(let length):
      tail(from: (-0.44, -0.2), length: length, side: -1, "hair.tail.right")
        + tail(from: (0.44, -0.2), length: length, side: 1, "hair.tail.left")
        + [mass(reach: 0.4, spread: 0.44)]
    case .bun: bun() + [mass(reach: 0.36, spread: 0.43)]
    case .tufts: [mass(reach: 0.42, spread: 0.42)]
    }
  }

  /// Hair that falls from the crown, its hem in pointed locks.
  private func mass(reach: Double, spread: Double) -> Shape {
    let plan = plan
    let swing = pose.sway * 0.22
    func at(_ x: Double, _ y: Double) -> Vector {
      plan(x, y, -0.15) + Vector(swing * max(0, y) * max(0, y) * 0.5, 0)
    }
    let locks = reach > 0.8 ? 7 : 6
    var knots: [Knot] = [
      .soft(at(0, -0.5)), .soft(at(0.4, -0.3)), .soft(at(0.46, 0)),
      .soft(at(spread, reach * 0.55)),
    ]
    let hem = seed.child("hem")
    var notches: [Vector] = []
    for k in 0...locks {
      let x = spread * (1.02 - 2.04 * Double(k) / Double(locks))
      let rounding = 0.12 * reach * (x / spread) * (x / spread)
      let tip = at(
        x * 0.97 + hem.value(k, in: -0.02...0.02),
        reach - rounding + hem.value(k + 9, in: -0.03...0.03))
      knots.append(.sharp(tip))
      if k < locks {
        let step = spread * 2.04 / Double(locks)
        let notch = at(x - step * 0.55, reach - rounding - 0.11 - 0.06 * hem.unit(k + 30))
        knots.append(.soft(tip.mixed(with: notch, 0.5) + plan.offset(-0.02, 0.02)))
        knots.append(.sharp(notch))
        notches.append(notch)
      }
    }
    knots += [.soft(at(-spread, reach * 0.55)), .soft(at(-0.46, 0)), .soft(at(-0.4, -0.3))]
    let top = at(0, -0.4)
    let strands = notches.map { notch in
      Curve(through: [
        notch, notch.mixed(with: top, 0.3) + (notch - at(0, reach * 0.5)) * 0.06,
        notch.mixed(with: top, 0.62),
      ])
    }
    return Shape(
      "hair.back", "hair", Outline(knots), folds: strands.map { .fold($0, 0.7) },
      shades: [
        Shade(
          .shadow,
          Curve(through: [
            at(-0.3, -0.3), at(-0.4, 0.1), at(-spread * 0.78, reach * 0.6),
            at(-spread * 0.45, reach * 0.9),
            at(0, reach * 0.72), at(spread * 0.5, reach * 0.92), at(spread * 0.8, reach * 0.6),
            at(0.4, 0.1), at(0.3, -0.3),
          ]), softness: 0.08)
      ]
        + strands.enumerated().map { k, strand in
          Shade(
            k.isMultiple(of: 2) ? .highlight : .shadow,
            strand.moved(by: plan.offset(0.03, -0.02))
              + strand.reversed.moved(by: plan.offset(0.05, 0)),
            softness: 0.03, strength: 0.5, isInCel: false)
        })
  }

  private func tail(from root: (Double, Double), length: Double, side: Double, _ identity: String)
    -> [Shape]
  {
    let plan = plan
    let swing = pose.sway
    func at(_ x: Double, _ y: Double) -> Vector {
      plan(root.0 + side * x, root.1 + y, -0.2) + Vector(swing * 0.16 * y * y / length, 0)
    }
    let l = length
    let outline = Outline([
      .sharp(at(-0.03, -0.02)), .soft(at(0.1, -0.13)), .soft(at(0.28, -0.02)),
      .soft(at(0.36, l * 0.3)),
      .soft(at(0.33, l * 0.62)), .sharp(at(0.36, l * 0.86)), .sharp(at(0.28, l * 0.8)),
      .soft(at(0.25, l * 0.92)),
      .sharp(at(0.2, l)), .soft(at(0.17, l * 0.88)), .sharp(at(0.14, l * 0.8)),
      .sharp(at(0.08, l * 0.9)),
      .soft(at(0.06, l * 0.6)), .soft(at(0.1, l * 0.3)), .soft(at(0.08, l * 0.12)),
    ])
    let tie = Outline([
      .soft(at(-0.02, -0.09)), .soft(at(0.06, -0.1)), .soft(at(0.09, 0.02)), .soft(at(0.03, 0.09)),
      .soft(at(-0.05, 0.04)),
    ])
    return [
      Shape(
        identity, "hair", outline,
        folds: [
          .fold(Curve(through: [at(0.28, l * 0.8), at(0.28, l * 0.5), at(0.24, l * 0.15)]), 0.75),
          .fold(Curve(through: [at(0.14, l * 0.8), at(0.17, l * 0.5), at(0.17, l * 0.2)]), 0.75),
          .free(Curve(through: [at(0.08, 0.0), at(0.17, 0.03), at(0.22, l * 0.2)]), 0.6),
          .free(Curve(through: [at(0.21, l * 0.9), at(0.23, l * 0.7), at(0.22, l * 0.5)]), 0.55),
        ],
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              at(0.05, 0.06), at(0.17, l * 0.25), at(0.15, l * 0.55), at(0.2, l), at(0.02, l),
              at(0.0, l * 0.5),
              at(0.04, l * 0.2),
            ]), softness: 0.05),
          Shade(
            .highlight,
            Curve([
              at(0.16, l * 0.2), at(0.2, l * 0.17), at(0.23, l * 0.2), at(0.27, l * 0.16),
              at(0.3, l * 0.2), at(0.34, l * 0.19),
              at(0.34, l * 0.26), at(0.3, l * 0.33), at(0.28, l * 0.27), at(0.24, l * 0.34),
              at(0.2, l * 0.27),
            ]), softness: 0.015),
        ]),
      Shape("tie." + identity, "ribbon", tie, weight: 0.9),
    ]
  }

  private func bun() -> [Shape] {
    let plan = plan
    func at(_ x: Double, _ y: Double) -> Vector { plan(x, y, -0.3) }
    let outline = Outline([
      .soft(at(0.06, -0.5)), .soft(at(0.04, -0.68)), .soft(at(0.16, -0.8)), .soft(at(0.33, -0.76)),
      .soft(at(0.4, -0.6)), .soft(at(0.34, -0.45)), .soft(at(0.2, -0.4)),
    ])
    let pin = Outline([
      .sharp(at(0.3, -0.6)), .sharp(at(0.315, -0.625)), .soft(at(0.62, -0.79)),
      .soft(at(0.645, -0.76)),
      .soft(at(0.63, -0.745)),
    ])
    let petals = (0..<5).map { k -> Curve in
      let centre = at(0.4, -0.5)
      let tip = Vector(0, -0.075).rotated(by: Double(k) * 72 + 10)
      return Curve(
        ellipseAt: AffineFrame(origin: centre + tip, degrees: Double(k) * 72 + 10), 0.052, 0.07)
    }
    let heart = Curve(ellipseAt: AffineFrame(origin: at(0.4, -0.5)), 0.035, 0.035)
    return [
      Shape("hairpin", "ornament", pin, weight: 0.8),
      Shape(
        "hair.bun", "hair", outline,
        folds: [
          .free(
            Curve(through: [at(0.1, -0.62), at(0.18, -0.72), at(0.3, -0.7), at(0.33, -0.6)]), 0.7),
          .free(Curve(through: [at(0.12, -0.52), at(0.18, -0.62), at(0.26, -0.62)]), 0.65),
        ],
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              at(0.04, -0.55), at(0.14, -0.56), at(0.3, -0.5), at(0.4, -0.55), at(0.3, -0.36),
              at(0.1, -0.4),
            ]),
            softness: 0.04),
          Shade(
            .highlight,
            Curve([
              at(0.1, -0.7), at(0.15, -0.75), at(0.19, -0.73), at(0.24, -0.77), at(0.26, -0.72),
              at(0.19, -0.69), at(0.15, -0.7),
            ]),
            softness: 0.012),
        ]),
    ]
      + petals.enumerated().map { k, petal in
        Shape(
          "flower.petal.\(k)", "flower", areas: [petal],
          lines: [.outline(Curve(petal.points + petal.points.prefix(1)), 0.75)])
      }
      + [
        Shape(
          "flower.heart", "ornament", areas: [heart],
          lines: [.outline(Curve(heart.points + heart.points.prefix(1)), 0.7)])
      ]
  }
}
