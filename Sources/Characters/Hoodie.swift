extension Figure {
  /// Hooded sweatshirt with a pouch, shorts, ankle socks and trainers.
  func hoodie() -> Clothing {
    var clothing = Clothing()
    let t = skeleton.torso
    clothing.behind =
      legs(sock: ("socks", 0.86)) + shoes("trainers", sole: "soles", laces: "laces")
      + [trousers("shorts", to: 0.46, looseness: 1.3)]
    let hood = Outline([
      .soft(t(-0.37, 0.1)), .soft(t(-0.38, -0.04)), .soft(t(-0.27, -0.16)), .soft(t(0, -0.2)),
      .soft(t(0.27, -0.16)),
      .soft(t(0.38, -0.04)), .soft(t(0.37, 0.1)), .soft(t(0, 0.2)),
    ])
    clothing.behind.append(
      Shape(
        "hood", "lining", hood,
        shades: [
          Shade(.shadow, Curve(ellipseAt: AffineFrame(origin: t(0, 0)), 0.27, 0.2), softness: 0.05)
        ]))
    clothing.body = [sweatshirt(), pouch()] + ribbing()
    let sleeve = Sleeve(
      swatch: "hoodie", reach: 0.98, fullness: (1.2, 1.36, 1.42), cuff: ("ribbing", 0.075))
    place({ arm($0, sleeve: sleeve) }, in: &clothing)
    clothing.body += hoodEdges() + strings()
    return clothing
  }

  private func sweatshirt() -> Shape {
    let p = proportions
    let t = skeleton.torso
    return top(
      "hoodie", "hoodie", hem: 0.98, looseness: 0.13, opening: 0.1,
      folds: [
        .fold(
          Curve(through: [
            t(-p.chest * 1.0, 0.36), t(-p.chest * 0.7, 0.42), t(-p.chest * 0.45, 0.41),
          ]), 0.75),
        .fold(
          Curve(through: [t(p.chest * 1.0, 0.36), t(p.chest * 0.72, 0.43), t(p.chest * 0.4, 0.43)]),
          0.75),
        .fold(
          Curve(through: [
            t(-p.waist * 1.2, 0.84), t(-p.waist * 0.95, 0.87), t(-p.waist * 0.75, 0.86),
          ]), 0.7),
        .fold(
          Curve(through: [t(p.waist * 1.22, 0.82), t(p.waist * 1.0, 0.86), t(p.waist * 0.8, 0.87)]),
          0.7),
        .free(Curve(through: [t(-0.04, 0.42), t(-0.02, 0.5), t(-0.05, 0.56)]), 0.55),
      ])
  }

  private func pouch() -> Shape {
    let t = skeleton.torso
    let outline = Outline([
      .sharp(t(-0.17, 0.64)), .soft(t(0, 0.65)), .sharp(t(0.17, 0.64)), .soft(t(0.235, 0.74)),
      .sharp(t(0.28, 0.8)),
      .sharp(t(0.285, 0.93)), .soft(t(0, 0.955)), .sharp(t(-0.285, 0.93)), .sharp(t(-0.28, 0.8)),
      .soft(t(-0.235, 0.74)),
    ])
    return Shape(
      "pouch", "hoodie", outline, weight: 0.9,
      folds: [.free(Curve(through: [t(-0.08, 0.74), t(0.0, 0.77), t(0.09, 0.75)]), 0.6)],
      shades: [
        Shade(
          .shadow,
          Curve(through: [
            t(-0.3, 0.88), t(0, 0.91), t(0.14, 0.82), t(0.24, 0.7), t(0.34, 0.8), t(0.3, 1),
            t(-0.3, 1),
          ]), softness: 0.05)
      ])
  }

  private func ribbing() -> [Shape] {
    let p = proportions
    let t = skeleton.torso
    let half = p.hips * 0.94 + 0.105
    let outline = Outline([
      .sharp(t(-half, 0.955)), .soft(t(0, 0.99)), .sharp(t(half, 0.955)),
      .soft(t(half * 0.985, 1.0)), .sharp(t(half * 0.95, 1.045)),
      .soft(t(0, 1.085)), .sharp(t(-half * 0.95, 1.045)), .soft(t(-half * 0.985, 1.0)),
    ])
    let ribs: [Line] = (1..<12).map { k in
      let u = half * (-1 + Double(k) / 6)
      let sag = 0.035 * (1 - (u / half) * (u / half))
      return .free(Curve([t(u, 0.972 + sag), t(u * 0.97, 1.03 + sag)]), 0.5)
    }
    return [
      Shape(
        "ribbing", "ribbing", outline, folds: ribs,
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              t(half * 0.4, 0.9), t(half * 0.5, 1.1), t(half * 1.2, 1.1), t(half * 1.2, 0.9),
            ]), softness: 0.05)
        ])
    ]
  }

  private func hoodEdges() -> [Shape] {
    let t = skeleton.torso
    return Side.allCases.map { side in
      let s = side.rawValue
      let outline = Outline([
        .sharp(t(s * 0.13, -0.085)), .soft(t(s * 0.27, -0.13)), .soft(t(s * 0.385, -0.02)),
        .soft(t(s * 0.33, 0.13)),
        .soft(t(s * 0.17, 0.23)), .sharp(t(0, 0.265)), .sharp(t(0, 0.17)), .soft(t(s * 0.09, 0.1)),
      ])
      return Shape(
        "hood.\(side.name)", "hoodie", outline,
        folds: [
          .fold(Curve(through: [t(0, 0.2), t(s * 0.13, 0.13), t(s * 0.2, 0.01)]), 0.75),
          .free(Curve(through: [t(s * 0.3, 0.03), t(s * 0.26, 0.11), t(s * 0.17, 0.17)]), 0.65),
        ],
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              t(0, 0.18), t(s * 0.12, 0.14), t(s * 0.21, -0.02), t(s * 0.14, -0.12),
              t(s * 0.05, 0.05),
            ]),
            softness: 0.04)
        ])
    }
  }

  private func strings() -> [Shape] {
    let t = skeleton.torso
    let swing = pose.sway * 0.08
    return Side.allCases.map { side in
      let s = side.rawValue
      let end = 0.47 + (side == .left ? 0.03 : 0)
      let bottom = t(s * 0.115, end) + Vector(swing, 0)
      let top = t(s * 0.085, 0.21)
      let middle = top.mixed(with: bottom, 0.5) + Vector(s * 0.012, 0)
      let outline = Outline([
        .sharp(top + Vector(-0.011, 0)), .sharp(top + Vector(0.013, 0)),
        .soft(middle + Vector(0.012, 0)), .sharp(bottom + Vector(0.017, 0)),
        .sharp(bottom + Vector(-0.017, 0)), .soft(middle + Vector(-0.012, 0)),
      ])
      return Shape("string.\(side.name)", "laces", outline, weight: 0.7)
    }
  }
}
