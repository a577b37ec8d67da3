extension Figure {
  /// Sailor blouse with collar and scarf, pleated skirt, knee socks, loafers.
  func sailor() -> Clothing {
    var clothing = Clothing()
    clothing.behind = legs(sock: ("socks", 0.6)) + shoes("shoes", sole: "soles")
    clothing.body = [skirt(), blouse()]
    let sleeve = Sleeve(
      swatch: "blouse", reach: 0.96, fullness: (1.12, 1.2, 1.15), cuff: ("collar", 0.085))
    place({ arm($0, sleeve: sleeve) }, in: &clothing)
    // The collar lies over the sleeves' seams.
    let lowered = clothing.body
    clothing.body = lowered + collar()
    return clothing
  }

  /// A close top from the neck to the hips, a V open at the throat.
  func top(
    _ identity: String, _ swatch: String, hem: Double, looseness: Double, opening: Double,
    folds: [Line]
  ) -> Shape {
    let p = proportions
    let right = skeleton.arm(.right).shoulder + Vector(0.01, -p.armHalf * 1.12)
    let left = skeleton.arm(.left).shoulder + Vector(-0.01, -p.armHalf * 1.12)
    let t = skeleton.torso
    let waist = p.waist + looseness
    let outline = Outline([
      .sharp(t(-0.15, -0.01)), .soft(right), .sharp(t(-p.shoulders * 0.86, 0.18)),
      .soft(t(-p.chest * 0.98, 0.34)), .soft(t(-waist, 0.66)),
      .sharp(t(-p.hips * 0.92 - looseness * 0.7, hem)),
      .soft(t(0, hem + 0.035)), .sharp(t(p.hips * 0.92 + looseness * 0.7, hem)),
      .soft(t(waist, 0.66)),
      .soft(t(p.chest * 0.98, 0.34)), .sharp(t(p.shoulders * 0.86, 0.18)), .soft(left),
      .sharp(t(0.15, -0.01)),
      .sharp(t(0, opening)),
    ])
    return Shape(
      identity, swatch, outline, folds: folds,
      shades: [
        Shade(
          .shadow,
          Curve(through: [
            t(p.chest * 0.55, 0.25), t(p.chest * 0.62, 0.4), t(waist * 0.5, 0.62),
            t(p.hips * 0.55, hem + 0.05),
            t(p.hips * 1.3, hem + 0.05), t(p.chest * 1.3, 0.4),
          ]), softness: 0.07),
        Shade(
          .shadow,
          Curve(through: [
            t(-p.chest, 0.36), t(-p.chest * 0.7, 0.46), t(-waist * 0.72, 0.6), t(-waist * 1.2, 0.7),
          ]),
          softness: 0.05, strength: 0.8),
        Shade(
          .highlight,
          Curve(ellipseAt: AffineFrame(origin: t(-p.chest * 0.35, 0.3), degrees: 20), 0.09, 0.14),
          softness: 0.1,
          strength: 0.7, isInCel: false),
      ])
  }

  private func blouse() -> Shape {
    let p = proportions
    let t = skeleton.torso
    return top(
      "blouse", "blouse", hem: 0.9, looseness: 0.045, opening: 0.24,
      folds: [
        .fold(
          Curve(through: [
            t(-p.chest * 0.92, 0.42), t(-p.chest * 0.6, 0.45), t(-p.chest * 0.35, 0.43),
          ]), 0.7),
        .fold(
          Curve(through: [t(p.chest * 0.92, 0.42), t(p.chest * 0.6, 0.46), t(p.chest * 0.3, 0.44)]),
          0.7),
        .fold(
          Curve(through: [
            t(-p.waist * 1.05, 0.68), t(-p.waist * 0.6, 0.71), t(-p.waist * 0.3, 0.68),
          ]), 0.7),
        .fold(
          Curve(through: [t(p.waist * 1.05, 0.66), t(p.waist * 0.7, 0.72), t(p.waist * 0.35, 0.73)]
          ), 0.7),
        .free(Curve(through: [t(0.03, 0.58), t(0.045, 0.68), t(0.02, 0.78)]), 0.6),
      ])
  }

  private func collar() -> [Shape] {
    let p = proportions
    let t = skeleton.torso
    var shapes: [Shape] = []
    for side in Side.allCases {
      let s = side.rawValue
      let outline = Outline([
        .sharp(t(s * 0.125, -0.06)), .soft(t(s * p.shoulders * 0.6, 0.02)),
        .sharp(t(s * p.shoulders * 0.72, 0.115)),
        .soft(t(s * p.chest * 0.72, 0.25)), .sharp(t(s * 0.02, 0.395)), .soft(t(s * 0.06, 0.25)),
        .soft(t(s * 0.12, 0.09)),
      ])
      let stripe = Curve(through: [
        t(s * p.shoulders * 0.63, 0.09), t(s * p.chest * 0.62, 0.235), t(s * 0.045, 0.355),
      ])
      shapes.append(
        Shape(
          "collar.\(side.name)", "collar", outline, folds: [.outline(stripe, 0.6)],
          shades: [
            Shade(
              .shadow,
              Curve(through: [
                t(s * 0.13, -0.05), t(s * 0.17, 0.06), t(s * 0.12, 0.22), t(s * 0.02, 0.38),
                t(s * 0.02, 0.1),
              ]),
              softness: 0.04),
            Shade(
              .highlight,
              Curve(through: [
                t(s * p.shoulders * 0.5, 0.03), t(s * p.shoulders * 0.58, 0.09),
                t(s * p.chest * 0.5, 0.2),
                t(s * p.shoulders * 0.42, 0.1),
              ]), softness: 0.05, strength: 0.7, isInCel: false),
          ]))
    }
    return shapes + scarf()
  }

  /// A scarf knotted on the breast: two ends and a knot.
  private func scarf() -> [Shape] {
    let t = skeleton.torso
    let swing = pose.sway * 0.06
    let ends = Side.allCases.map { side -> Shape in
      let s = side.rawValue
      func at(_ x: Double, _ v: Double) -> Vector {
        t(s * x, v) + Vector(swing * (v - 0.38) * 4, 0)
      }
      let outline = Outline([
        .sharp(at(0.01, 0.38)), .soft(at(0.12, 0.42)), .soft(at(0.19, 0.53)),
        .sharp(at(0.215, 0.64)),
        .sharp(at(0.085, 0.605)), .soft(at(0.06, 0.5)),
      ])
      return Shape(
        "scarf.\(side.name)", "scarf", outline,
        folds: [.fold(Curve(through: [at(0.03, 0.4), at(0.1, 0.46), at(0.135, 0.55)]), 0.7)],
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              at(0, 0.38), at(0.09, 0.46), at(0.12, 0.64), at(0.03, 0.64), at(0.02, 0.5),
            ]),
            softness: 0.03)
        ])
    }
    let knot = Outline([
      .soft(t(-0.065, 0.365)), .soft(t(0, 0.35)), .soft(t(0.065, 0.365)), .soft(t(0.055, 0.42)),
      .soft(t(0, 0.435)),
      .soft(t(-0.055, 0.42)),
    ])
    return ends + [
      Shape(
        "scarf.knot", "scarf", knot,
        folds: [.free(Curve(through: [t(-0.03, 0.375), t(-0.015, 0.395), t(-0.02, 0.415)]), 0.6)])
    ]
  }

  /// A pleated skirt: waistband, pleats that open towards the hem.
  private func skirt() -> Shape {
    let p = proportions
    let t = skeleton.torso
    let rightKnee = skeleton.leg(.right).knee
    let leftKnee = skeleton.leg(.left).knee
    let hemY = max(rightKnee.y, leftKnee.y) - p.thigh * 0.42
    let rightHem = min(rightKnee.x, skeleton.leg(.right).hip.x) - 0.42
    let leftHem = max(leftKnee.x, skeleton.leg(.left).hip.x) + 0.42
    let swing = pose.sway * 0.08
    let pleats = 9
    var knots: [Knot] = [.sharp(t(p.hips * 0.86, 0.8)), .soft(t(p.hips * 1.02, 0.96))]
    var lines: [Line] = []
    var shades: [Shade] = []
    for k in 0...pleats {
      let share = Double(k) / Double(pleats)
      let x = leftHem + (rightHem - leftHem) * share + swing
      let drop = 0.07 * (1 - (2 * share - 1) * (2 * share - 1))
      let y = hemY + drop + (seed.child("pleat").unit(k) - 0.5) * 0.015
      knots.append(.sharp(Vector(x, y)))
      guard k < pleats else { break }
      let step = (rightHem - leftHem) / Double(pleats)
      // Each pleat's hem rises a little where it folds under the next.
      knots.append(.soft(Vector(x + step * 0.55, y + 0.02)))
      let fold = Vector(x + step * 0.86, y - 0.035)
      if k < pleats - 1 { knots.append(.sharp(fold)) }
      let from = t(p.hips * 0.86 * (1 - 2 * (share + 0.86 / Double(pleats))), 0.83)
      let middle = from.mixed(with: fold, 0.5) + Vector((from.x - fold.x) * -0.06, 0)
      guard k < pleats - 1 else { continue }
      let pleat = Curve(through: [fold, middle, from])
      lines.append(Line(pleat.part(from: 0, to: 0.94), .pen(0.85), profile: [1, 1, 0.9, 0.7, 0.2]))
      shades.append(
        Shade(
          .shadow,
          pleat.part(from: 0, to: 0.9)
            + Curve([
              from.mixed(with: fold, 0.4) + Vector(step * 0.34, 0), fold + Vector(step * 0.5, 0.05),
            ]),
          softness: 0.03))
      if k > 4 {
        shades.append(
          Shade(
            .highlight,
            pleat.part(from: 0.1, to: 0.8).moved(by: Vector(-step * 0.25, 0))
              + pleat.part(from: 0.1, to: 0.8).moved(by: Vector(-step * 0.42, 0)).reversed,
            softness: 0.03, strength: 0.5, isInCel: false))
      }
    }
    knots += [.soft(t(-p.hips * 1.02, 0.96)), .sharp(t(-p.hips * 0.86, 0.8)), .soft(t(0, 0.83))]
    let outline = Outline(knots)
    let band = Curve(through: [t(-p.hips * 0.9, 0.865), t(0, 0.895), t(p.hips * 0.9, 0.865)])
    return Shape(
      "skirt", "skirt", outline, folds: lines + [.outline(band, 0.8)], shades: shades)
  }
}
