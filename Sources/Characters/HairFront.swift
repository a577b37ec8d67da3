extension Figure {
  /// The hair before the face: locks at the temples, the crown with its fringe, loose strands.
  func frontHair() -> [Shape] {
    sideLocks(.right) + sideLocks(.left) + [crown()] + brows() + looseStrands()
      + (character.hasGlasses ? glasses() : [])
  }

  /// A place on the hair: nearer to the viewer the lower it hangs over the face.
  private func hair(_ x: Double, _ y: Double) -> Vector {
    plan(x, y, 0.12 + 0.42 * min(1, max(0, y + 0.55) / 0.6) * (1 - min(1, abs(x) * 1.6)))
  }

  /// The places where the fringe's locks end and part, from the page's left to its right, tips first and last.
  private func fringe() -> (tips: [Vector], notches: [Vector], parting: Vector) {
    func points(_ values: [(Double, Double)]) -> [Vector] { values.map { Vector($0.0, $0.1) } }
    switch character.hair.fringe {
    case .full:
      return (
        points([
          (-0.425, 0.3), (-0.3, 0.1), (-0.165, 0.065), (-0.035, 0.095), (0.115, 0.06), (0.27, 0.1),
          (0.425, 0.3),
        ]),
        points([
          (-0.345, 0.0), (-0.225, -0.045), (-0.105, -0.07), (0.035, -0.085), (0.19, -0.06),
          (0.34, 0.0),
        ]),
        Vector(0.02, -0.56)
      )
    case .parted:
      return (
        points([
          (-0.425, 0.33), (-0.315, 0.11), (-0.16, 0.0), (0.19, 0.03), (0.325, 0.13), (0.425, 0.33),
        ]),
        points([(-0.335, 0.02), (-0.22, -0.09), (0.03, -0.27), (0.235, -0.08), (0.34, 0.02)]),
        Vector(0.04, -0.57)
      )
    case .swept:
      return (
        points([
          (-0.43, 0.28), (-0.31, 0.14), (-0.16, 0.115), (0.0, 0.06), (0.17, -0.01), (0.43, 0.26),
        ]),
        points([(-0.345, 0.02), (-0.235, 0.0), (-0.08, -0.02), (0.1, -0.09), (0.3, -0.13)]),
        Vector(0.22, -0.55)
      )
    case .spiky:
      return (
        points([
          (-0.42, 0.24), (-0.285, 0.04), (-0.17, 0.085), (-0.03, 0.01), (0.09, 0.1), (0.22, 0.0),
          (0.42, 0.24),
        ]),
        points([
          (-0.33, -0.04), (-0.235, -0.09), (-0.1, -0.12), (0.01, -0.12), (0.16, -0.13),
          (0.32, -0.05),
        ]),
        Vector(-0.04, -0.56)
      )
    }
  }

  private func crown() -> Shape {
    let (tips, notches, parting) = fringe()
    let crest = crest()
    // Along the top from the page's left to its right, then back along the tips.
    var knots: [Knot] = crest
    for i in tips.indices.reversed() {
      let tip = tips[i]
      knots.append(.sharp(hair(tip.x, tip.y)))
      guard i > 0 else { break }
      let notch = notches[i - 1]
      // Each lock bellies out on its way down, and hooks inwards at its tip.
      let next = tips[i - 1]
      let belly = tip.mixed(with: notch, 0.5) + Vector(-0.022, 0.012)
      knots.append(.soft(hair(belly.x, belly.y)))
      knots.append(.sharp(hair(notch.x, notch.y)))
      let back = notch.mixed(with: next, 0.45) + Vector(0.012, -0.004)
      knots.append(.soft(hair(back.x, back.y)))
    }
    let outline = Outline(knots)
    var folds: [Line] = []
    var shades: [Shade] = []
    let root = hair(parting.x, parting.y)
    for (i, notch) in notches.enumerated() {
      let from = hair(notch.x, notch.y)
      let reach = 0.45 + 0.25 * seed.child("fringe").unit(i)
      let strand = Curve(through: [
        from, bowed(from, root, 0.33, toward: notch.x), bowed(from, root, 0.66, toward: notch.x),
        root,
      ]).part(from: 0, to: reach)
      folds.append(.fold(strand, 0.85))
      // The lock beside the notch lies a little deeper.
      let tip = tips[i + 1]
      let deep = hair(tip.x, tip.y)
      shades.append(
        Shade(
          .shadow,
          Curve([from, strand.point(at: 0.5), strand.point(at: 0.95)])
            + Curve(through: [
              strand.point(at: 0.95) + plan.offset(0.012, 0.02),
              from.mixed(with: deep, 0.3) + plan.offset(0.016, -0.04), deep,
            ]), softness: 0.02, strength: 0.85))
    }
    for (i, tip) in tips.enumerated() {
      let at = hair(tip.x, tip.y)
      let start = at.mixed(with: root, 0.16 + 0.1 * seed.child("strand").unit(i))
      let end = at.mixed(with: root, 0.42 + 0.2 * seed.child("strand").unit(i + 20))
      let side = plan.offset(0.03 * (tip.x < parting.x ? -1 : 1), 0)
      folds.append(
        .free(
          Curve(through: [start, start.mixed(with: end, 0.5) + side * 0.6, end + side * 0.4]), 0.55)
      )
    }
    // The crown turns away from the light at its rim.
    shades.append(
      Shade(
        .shadow,
        Curve(through: [
          hair(0.2, -0.62), hair(0.36, -0.36), hair(0.385, -0.1), hair(0.33, 0.08),
          hair(0.43, 0.34), hair(0.56, 0),
          hair(0.5, -0.45),
        ]), softness: 0.07))
    shades.append(
      Shade(
        .shadow,
        Curve(through: [
          hair(-0.52, -0.2), hair(-0.42, -0.12), hair(-0.36, 0.1), hair(-0.42, 0.34),
          hair(-0.56, 0.2),
        ]), softness: 0.06, strength: 0.7, isInCel: false))
    shades += gloss() + fineStrands(tips, root)
    return Shape("hair.front", "hair", outline, folds: folds, shades: shades)
  }

  /// Across the top of the head, from temple to temple.
  private func crest() -> [Knot] {
    func at(_ x: Double, _ y: Double) -> Vector { plan(x, y, 0.1) }
    if character.hair.back == .tufts {
      let spikes: [(Double, Double, Bool)] = [
        (-0.44, 0.0, false), (-0.475, -0.12, false), (-0.56, -0.2, true), (-0.455, -0.26, true),
        (-0.44, -0.35, false),
        (-0.5, -0.45, true), (-0.36, -0.46, true), (-0.3, -0.56, false), (-0.28, -0.67, true),
        (-0.16, -0.575, true),
        (-0.06, -0.64, false), (0.05, -0.74, true), (0.09, -0.61, true), (0.18, -0.62, false),
        (0.31, -0.66, true),
        (0.3, -0.53, true), (0.38, -0.48, false), (0.49, -0.46, true), (0.43, -0.34, true),
        (0.47, -0.27, false),
        (0.56, -0.21, true), (0.475, -0.12, false), (0.44, 0.0, false),
      ]
      return spikes.map { Knot(at: at($0.0, $0.1), isCorner: $0.2) }
    }
    return [
      .soft(at(-0.468, 0.06)), .soft(at(-0.462, -0.14)), .soft(at(-0.395, -0.38)),
      .soft(at(-0.235, -0.545)),
      .soft(at(0.0, -0.6)), .soft(at(0.235, -0.545)), .soft(at(0.395, -0.38)),
      .soft(at(0.462, -0.14)),
      .soft(at(0.468, 0.06)),
    ]
  }

  private func bowed(_ from: Vector, _ root: Vector, _ share: Double, toward x: Double) -> Vector {
    from.mixed(with: root, share) + plan.offset(x * 0.42 * share * (1 - share) * 1.6, -0.02 * share)
  }

  /// The ring of light around the crown: a band with teeth, as the strands break it.
  private func gloss() -> [Shade] {
    let teeth = 17
    return [(-1.0, -0.12), (0.14, 0.92)].enumerated().map { part, range in
      var upper: [Vector] = []
      var lower: [Vector] = []
      for k in 0...teeth {
        let x = range.0 + (range.1 - range.0) * Double(k) / Double(teeth)
        let arc = -0.27 - 0.1 * (1 - x * x)
        let jag = seed.child("gloss").value(k + 40 * part, in: 0.35...1)
        let even = k.isMultiple(of: 2) ? 1.0 : 0.3
        let end = min(1, Double(min(k, teeth - k)) / 4)
        upper.append(hair(x * 0.4, arc - 0.035 * jag * even * end))
        lower.append(hair(x * 0.405, arc + 0.02 + 0.055 * jag * even * end))
      }
      return Shade(
        .highlight, Curve(upper + lower.reversed()), softness: 0.007, strength: 0.95)
    }
  }

  /// Thin strands of light and shadow that soft shading shows.
  private func fineStrands(_ tips: [Vector], _ root: Vector) -> [Shade] {
    let seed = seed.child("fine")
    return (0..<22).map { k in
      let along = Double(k) / 21 * Double(tips.count - 1)
      let i = min(tips.count - 2, Int(along))
      let tip = tips[i].mixed(with: tips[i + 1], along - Double(i)) + Vector(0, -0.06)
      let from = hair(tip.x, tip.y)
      let a = seed.value(3 * k, in: 0...0.3)
      let b = a + seed.value(3 * k + 1, in: 0.25...0.45)
      let width = seed.value(3 * k + 2, in: 0.006...0.014)
      let top = bowed(from, root, b, toward: tip.x)
      let middle = bowed(from, root, (a + b) / 2, toward: tip.x)
      let bottom = bowed(from, root, a, toward: tip.x)
      let curve = Curve(through: [
        bottom, middle + plan.offset(width, 0), top, middle - plan.offset(width, 0), bottom,
      ])
      return Shade(
        k.isMultiple(of: 3) ? .highlight : .shadow, curve, softness: 0.008, strength: 0.45,
        isInCel: false)
    }
  }

  private func sideLocks(_ side: Side) -> [Shape] {
    let reach = character.hair.sideLocks
    guard reach > 0 else { return [] }
    let s = side.rawValue
    let swing = pose.sway * 0.05
    let plan = plan
    func at(_ x: Double, _ y: Double) -> Vector {
      // The outer edge lies farther back, behind the crown's.
      let depth = 0.3 - 0.22 * min(1, max(0, (x - 0.36) / 0.08))
      return plan(s * x, y, depth) + Vector(swing * max(0, y), 0)
    }
    let tip = at(0.375, reach)
    let outline = Outline([
      .sharp(at(0.36, -0.25)), .soft(at(0.312, -0.05)), .soft(at(0.305, 0.12 + reach * 0.1)),
      .soft(at(0.335, 0.1 + reach * 0.55)), .sharp(tip), .soft(at(0.415, reach * 0.7)),
      .sharp(at(0.43, reach * 0.62)), .sharp(at(0.44, reach * 0.8)), .soft(at(0.478, reach * 0.5)),
      .soft(at(0.475, 0.05)), .sharp(at(0.42, -0.22)),
    ])
    return [
      Shape(
        "hair.side.\(side.name)", "hair", outline,
        folds: [
          .fold(
            Curve(through: [at(0.43, reach * 0.62), at(0.435, reach * 0.35), at(0.41, 0.05)]), 0.7),
          .free(
            Curve(through: [at(0.36, reach * 0.75), at(0.35, reach * 0.45), at(0.355, 0.05)]), 0.55),
        ],
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              at(0.3, -0.1), at(0.36, 0.0), at(0.345, reach * 0.4), at(0.37, reach * 0.8), tip,
              at(0.3, reach * 0.7), at(0.28, 0.1),
            ]), softness: 0.03),
          Shade(
            .highlight,
            Curve([
              at(0.4, 0.07), at(0.42, 0.02), at(0.44, 0.06), at(0.465, 0.03), at(0.46, 0.16),
              at(0.445, 0.2),
              at(0.43, 0.15), at(0.415, 0.2),
            ]), softness: 0.012, strength: 0.8),
        ])
    ]
  }

  /// One strand that will not lie down.
  private func looseStrands() -> [Shape] {
    guard character.hair.back != .tufts, character.hair.back != .bun else { return [] }
    let plan = plan
    func at(_ x: Double, _ y: Double) -> Vector {
      plan(x + pose.sway * 0.05 * (-y - 0.56) * 4, y, 0.1)
    }
    let outline = Outline([
      .sharp(at(0.03, -0.585)), .soft(at(0.05, -0.66)), .soft(at(0.12, -0.71)),
      .sharp(at(0.2, -0.68)),
      .soft(at(0.13, -0.67)), .soft(at(0.09, -0.63)), .sharp(at(0.085, -0.58)),
    ])
    return [
      Shape(
        "hair.strand", "hair", areas: [outline.curve], lines: [.outline(outline.run(0, 6), 0.75)])
    ]
  }
}
