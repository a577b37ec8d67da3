extension Figure {
  /// Tunic and belt, trousers, boots, a cloak with a mantle; a staff in the left hand.
  func cloak() -> Clothing {
    var clothing = Clothing()
    clothing.behind =
      [cloakBack()] + [trousers("trousers", to: 0.8, looseness: 1.12)]
      + boots("boots", cuff: "boot cuffs", sole: "soles")
    clothing.body = [tunicSkirt(), tunic()] + belt()
    let sleeve = Sleeve(
      swatch: "tunic", reach: 0.9, fullness: (1.15, 1.25, 1.3), cuff: ("bracers", 0.2))
    place(
      { side in
        (side == .left ? staff() : []) + arm(side, sleeve: sleeve)
      }, in: &clothing)
    clothing.body += mantle()
    return clothing
  }

  private func cloakBack() -> Shape {
    let p = proportions
    let t = skeleton.torso
    let floor = max(skeleton.leg(.left).ankle.y, skeleton.leg(.right).ankle.y) - 0.28
    let swing = pose.sway * 0.35
    var knots: [Knot] = [
      .soft(t(0, -0.05)), .soft(t(p.shoulders * 0.95, 0.08)),
      .soft(t(p.shoulders * 1.25, 0.5) + Vector(swing * 0.2, 0)),
    ]
    let right = t(p.shoulders * 1.5, 0).x + swing + 0.12
    let left = t(-p.shoulders * 1.5, 0).x + swing - 0.12
    var folds: [Line] = []
    var shades: [Shade] = []
    let waves = 7
    for k in 0...waves {
      let share = Double(k) / Double(waves)
      let x = right + (left - right) * share
      let y = floor + (k.isMultiple(of: 2) ? 0.02 : -0.06) + 0.06 * seed.child("cloak").unit(k)
      knots.append(Knot(at: Vector(x, y), isCorner: k == 0 || k == waves))
      guard k > 0, k < waves else { continue }
      let top = t(p.shoulders * (1 - 2 * share) * 1.0, 0.35)
      let fold = Curve(through: [
        Vector(x, y), Vector(x, y).mixed(with: top, 0.35) + Vector(0.05 * (share - 0.5), 0),
        Vector(x, y).mixed(with: top, 0.75),
      ])
      folds.append(.fold(fold, 0.9))
      if k.isMultiple(of: 2) {
        let step = (left - right) / Double(waves)
        shades.append(
          Shade(
            .shadow,
            fold + Curve([Vector(x + step * 0.7, y - 0.1), Vector(x + step * 0.9, y + 0.1)]),
            softness: 0.06))
      }
    }
    knots += [
      .soft(t(-p.shoulders * 1.25, 0.5) + Vector(swing * 0.2, 0)),
      .soft(t(-p.shoulders * 0.95, 0.08)),
    ]
    shades.append(
      Shade(
        .shadow,
        Curve(through: [
          t(-p.hips, 0.1), t(-p.hips * 1.35, 0.9), t(-p.hips, 1.7), t(p.hips, 1.7),
          t(p.hips * 1.5, 0.9), t(p.hips, 0.1),
        ]),
        softness: 0.15, isInCel: false))
    return Shape("cloak", "lining", Outline(knots), folds: folds, shades: shades)
  }

  private func tunic() -> Shape {
    let p = proportions
    let t = skeleton.torso
    return top(
      "tunic", "tunic", hem: 0.8, looseness: 0.02, opening: 0.14,
      folds: [
        .fold(
          Curve(through: [
            t(-p.waist * 1.05, 0.72), t(-p.waist * 0.65, 0.66), t(-p.waist * 0.45, 0.58),
          ]), 0.75),
        .fold(
          Curve(through: [t(p.waist * 1.05, 0.72), t(p.waist * 0.7, 0.65), t(p.waist * 0.55, 0.56)]
          ), 0.75),
        .fold(Curve(through: [t(-0.05, 0.77), t(-0.04, 0.68), t(-0.06, 0.6)]), 0.65),
        .outline(Curve(through: [t(0.0, 0.13), t(0.005, 0.45), t(0.0, 0.79)]), 0.7),
      ])
  }

  private func tunicSkirt() -> Shape {
    let p = proportions
    let t = skeleton.torso
    let swing = Vector(pose.sway * 0.07, 0)
    let outline = Outline([
      .sharp(t(-p.waist * 1.04, 0.76)), .soft(t(0, 0.78)), .sharp(t(p.waist * 1.04, 0.76)),
      .soft(t(p.hips * 1.1, 0.98)),
      .sharp(t(p.hips * 1.27, 1.21) + swing), .soft(t(p.hips * 0.65, 1.25) + swing),
      .sharp(t(0.07, 1.24) + swing), .sharp(t(0.0, 1.02)),
      .sharp(t(-0.08, 1.24) + swing), .soft(t(-p.hips * 0.65, 1.25) + swing),
      .sharp(t(-p.hips * 1.27, 1.2) + swing), .soft(t(-p.hips * 1.1, 0.98)),
    ])
    func fold(_ u: Double, _ v: Double) -> Line {
      .fold(
        Curve(through: [t(u * 1.2, v) + swing, t(u * 1.08, (v + 0.85) / 2), t(u * 0.9, 0.87)]), 0.8)
    }
    return Shape(
      "tunic.skirt", "tunic", outline,
      folds: [
        .fold(Curve([t(0, 1.02), t(0.004, 0.87)]), 0.8), fold(-p.hips * 0.75, 1.235),
        fold(-p.hips * 0.35, 1.24), fold(p.hips * 0.4, 1.24), fold(p.hips * 0.8, 1.23),
      ],
      shades: [
        Shade(
          .shadow,
          Curve(through: [
            t(-p.hips, 0.76), t(0, 0.94), t(p.hips * 1.2, 0.86), t(p.hips * 1.2, 0.7), t(0, 0.7),
          ]), softness: 0.05),
        Shade(
          .shadow,
          Curve(through: [
            t(p.hips * 0.45, 0.85), t(p.hips * 0.5, 1.3), t(p.hips * 0.78, 1.3),
            t(p.hips * 0.65, 1.0),
          ]), softness: 0.04),
        Shade(
          .shadow,
          Curve(through: [
            t(-p.hips * 0.35, 0.9), t(-p.hips * 0.45, 1.3), t(-p.hips * 0.2, 1.3),
            t(-p.hips * 0.25, 1.0),
          ]), softness: 0.04),
      ])
  }

  private func belt() -> [Shape] {
    let p = proportions
    let t = skeleton.torso
    let half = p.waist * 1.1
    let band = Outline([
      .sharp(t(-half, 0.735)), .soft(t(0, 0.765)), .sharp(t(half, 0.735)),
      .sharp(t(half * 1.03, 0.82)), .soft(t(0, 0.855)), .sharp(t(-half * 1.03, 0.82)),
    ])
    let buckle = Outline([
      .sharp(t(-0.075, 0.745)), .sharp(t(0.075, 0.745)), .sharp(t(0.08, 0.87)),
      .sharp(t(-0.08, 0.87)),
    ])
    let hole = Outline([
      .sharp(t(-0.038, 0.778)), .sharp(t(0.038, 0.778)), .sharp(t(0.04, 0.838)),
      .sharp(t(-0.04, 0.838)),
    ])
    let pouch = Outline([
      .sharp(t(-half * 0.92, 0.8)), .soft(t(-half * 0.68, 0.815)), .sharp(t(-half * 0.46, 0.815)),
      .soft(t(-half * 0.42, 0.95)), .soft(t(-half * 0.62, 1.0)),
      .soft(t(-half * 0.92, 0.97)), .soft(t(-half, 0.88)),
    ])
    return [
      Shape(
        "belt", "leather", band,
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              t(half * 0.3, 0.7), t(half * 0.4, 0.9), t(half * 1.2, 0.9), t(half * 1.2, 0.7),
            ]), softness: 0.04)
        ]),
      Shape("buckle", "metal", buckle, weight: 0.85),
      Shape("buckle.hole", "leather", hole, weight: 0.7),
      Shape(
        "belt.pouch", "leather", pouch,
        folds: [
          .fold(
            Curve(through: [t(-half * 0.98, 0.87), t(-half * 0.68, 0.915), t(-half * 0.44, 0.88)]),
            0.8)
        ],
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              t(-half * 0.6, 0.8), t(-half * 0.58, 1.02), t(-half * 0.3, 1.0), t(-half * 0.3, 0.8),
            ]), softness: 0.03)
        ]),
    ]
  }

  /// The cloak's shoulders, closed at the throat by a clasp.
  private func mantle() -> [Shape] {
    let p = proportions
    let t = skeleton.torso
    let pieces = Side.allCases.map { side -> Shape in
      let s = side.rawValue
      let shoulder = skeleton.arm(side).shoulder
      let reach =
        shoulder + Vector.hanging(s * max(14, pose.arm(side).upper)) * 0.42 + Vector.hanging(
          s * max(14, pose.arm(side).upper)
        ).normal * (-s * 0.23)
      let outline = Outline([
        .sharp(t(s * 0.12, -0.09)), .soft(t(s * p.shoulders * 0.55, -0.03)),
        .soft(shoulder + Vector(s * 0.16, -0.1)), .sharp(reach),
        .soft(shoulder + Vector(s * 0.05, 0.4)), .soft(t(s * p.chest * 0.72, 0.41)),
        .sharp(t(s * p.chest * 0.3, 0.34)), .soft(t(s * 0.06, 0.21)),
        .sharp(t(0, 0.12)), .soft(t(s * 0.09, 0.05)),
      ])
      let clasp = t(0, 0.13)
      return Shape(
        "mantle.\(side.name)", "cloak", outline,
        folds: [
          .fold(
            Curve(through: [clasp, t(s * 0.22, 0.12), shoulder + Vector(-s * 0.03, -0.02)]), 0.85),
          .fold(Curve(through: [clasp, t(s * 0.2, 0.2), t(s * p.chest * 0.8, 0.29)]), 0.85),
          .fold(Curve(through: [t(s * 0.14, -0.06), t(s * 0.24, 0.0), t(s * 0.4, 0.03)]), 0.75),
        ],
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              clasp, t(s * 0.2, 0.15), t(s * p.chest * 0.9, 0.22), t(s * p.chest * 0.8, 0.31),
              t(s * 0.2, 0.21),
            ]), softness: 0.04),
          Shade(
            .shadow,
            Curve(through: [
              reach, shoulder + Vector(s * 0.06, 0.3), t(s * p.chest * 0.6, 0.35),
              t(s * p.chest * 0.6, 0.5), shoulder + Vector(s * 0.1, 0.5),
            ]), softness: 0.05),
          Shade(
            .highlight,
            Curve(
              ellipseAt: AffineFrame(origin: shoulder + Vector(-s * 0.02, -0.06), degrees: s * 24),
              0.17,
              0.045), softness: 0.06, strength: 0.75),
        ])
    }
    let gem = Curve(ellipseAt: AffineFrame(origin: t(0, 0.135)), 0.045, 0.05)
    let setting = Curve(ellipseAt: AffineFrame(origin: t(0, 0.135)), 0.078, 0.083)
    return pieces + [
      Shape(
        "clasp", "metal", areas: [setting],
        lines: [.outline(Curve(setting.points + setting.points.prefix(1)), 0.85)]),
      Shape(
        "clasp.gem", "gem", areas: [gem],
        lines: [.outline(Curve(gem.points + gem.points.prefix(1)), 0.7)],
        shades: [
          Shade(
            .highlight, Curve(ellipseAt: AffineFrame(origin: t(-0.012, 0.125)), 0.014, 0.016),
            softness: 0.006, isInCel: false)
        ]),
    ]
  }

  /// A staff through the left hand, from the ground to above the head.
  private func staff() -> [Shape] {
    let grip = skeleton.arm(.left).hand(0.05, 0.36)
    let floor = max(skeleton.leg(.left).ankle.y, skeleton.leg(.right).ankle.y) + 0.28
    let lean = 4.0
    let down = Vector(0, 1).rotated(by: -lean)
    let foot = grip + down * ((floor - grip.y) / down.y)
    let head = grip - down * max(1.2, grip.y - skeleton.head.origin.y + 0.5)
    let side = down.normal
    let pole = Outline([
      .sharp(head + side * 0.035), .sharp(head - side * 0.035), .sharp(foot - side * 0.03),
      .sharp(foot + side * 0.03),
    ])
    let frame = AffineFrame(origin: head, degrees: -lean)
    let crescent = Outline([
      .sharp(frame(-0.04, 0.02)), .soft(frame(-0.2, -0.1)), .soft(frame(-0.2, -0.32)),
      .sharp(frame(-0.06, -0.46)), .soft(frame(-0.12, -0.3)),
      .soft(frame(-0.09, -0.16)), .soft(frame(0.0, -0.11)), .soft(frame(0.09, -0.16)),
      .soft(frame(0.12, -0.3)), .sharp(frame(0.06, -0.46)),
      .soft(frame(0.2, -0.32)), .soft(frame(0.2, -0.1)), .sharp(frame(0.04, 0.02)),
    ])
    let orb = Curve(ellipseAt: AffineFrame(origin: frame(0, -0.25)), 0.085, 0.085)
    return [
      Shape(
        "staff", "wood", pole,
        shades: [
          Shade(
            .shadow,
            Curve([
              head - side * 0.005, head - side * 0.05, foot - side * 0.05, foot - side * 0.005,
            ]), softness: 0.012)
        ]),
      Shape(
        "staff.head", "metal", crescent, weight: 0.9,
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              frame(0.03, 0.02), frame(0.12, -0.1), frame(0.15, -0.3), frame(0.06, -0.46),
              frame(0.26, -0.3), frame(0.2, 0),
            ]), softness: 0.02)
        ]),
      Shape(
        "staff.orb", "gem", areas: [orb],
        lines: [.outline(Curve(orb.points + orb.points.prefix(1)), 0.8)],
        shades: [
          Shade(
            .shadow, Curve(ellipseAt: AffineFrame(origin: frame(0.035, -0.215)), 0.07, 0.06),
            softness: 0.03, isInCel: false),
          Shade(
            .highlight, Curve(ellipseAt: AffineFrame(origin: frame(-0.03, -0.285)), 0.025, 0.02),
            softness: 0.008, isInCel: false),
        ]),
    ]
  }
}
