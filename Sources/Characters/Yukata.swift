extension Figure {
  /// Summer kimono with hanging sleeves, a sash, wooden sandals; a round fan in the left hand.
  func yukata() -> Clothing {
    var clothing = Clothing()
    clothing.behind = legs(sock: nil) + sandals()
    clothing.body = robe() + sash()
    place(
      { side in
        let arm = self.arm(
          side, sleeve: Sleeve(swatch: "yukata", reach: 1, fullness: (1.1, 1.2, 1.2), hasSeam: true)
        )
        let bare = arm.filter { !$0.identity.hasPrefix("sleeve") }
        return (side == .left ? fan() : []) + bare + [hangingSleeve(side)]
      }, in: &clothing)
    return clothing
  }

  private var hemHeight: Double {
    max(skeleton.leg(.left).ankle.y, skeleton.leg(.right).ankle.y) - 0.14
  }

  private func robe() -> [Shape] {
    let p = proportions
    let t = skeleton.torso
    let hem = hemHeight
    let swing = pose.sway * 0.1
    let rightKnee = skeleton.leg(.right).knee.x - 0.24
    let leftKnee = skeleton.leg(.left).knee.x + 0.24
    let right = skeleton.arm(.right).shoulder + Vector(0.01, -p.armHalf * 1.1)
    let left = skeleton.arm(.left).shoulder + Vector(-0.01, -p.armHalf * 1.1)
    let rightFoot = skeleton.leg(.right).ankle.x - 0.2 + swing
    let leftFoot = skeleton.leg(.left).ankle.x + 0.2 + swing
    let outline = Outline([
      .sharp(t(-0.15, -0.02)), .soft(right), .sharp(t(-p.shoulders * 0.88, 0.2)),
      .soft(t(-p.chest * 1.02, 0.36)), .soft(t(-p.waist * 1.12, 0.64)),
      .soft(t(-p.hips * 1.06, 0.98)), .soft(Vector(rightKnee, (hem + 0.3) / 2)),
      .sharp(Vector(rightFoot, hem - 0.02)),
      .soft(Vector((rightFoot * 2 + leftFoot) / 3, hem + 0.03)),
      .soft(Vector((rightFoot + leftFoot * 2) / 3, hem + 0.035)),
      .sharp(Vector(leftFoot, hem - 0.02)), .soft(Vector(leftKnee, (hem + 0.3) / 2)),
      .soft(t(p.hips * 1.06, 0.98)), .soft(t(p.waist * 1.12, 0.64)),
      .soft(t(p.chest * 1.02, 0.36)), .sharp(t(p.shoulders * 0.88, 0.2)), .soft(left),
      .sharp(t(0.15, -0.02)), .sharp(t(0.01, 0.25)),
    ])
    let edgeFoot = Vector(rightFoot * 0.62 + leftFoot * 0.38, hem + 0.03)
    let edge = Curve(through: [t(-p.waist * 0.25, 0.8), t(-p.waist * 0.3, 1.15), edgeFoot])
    let knee = skeleton.leg(.left).knee
    let body = Shape(
      "yukata", "yukata", outline,
      folds: [
        .outline(edge),
        .fold(
          Curve(through: [
            edgeFoot + Vector(0.25, 0.01), knee + Vector(-0.12, 0.3), knee + Vector(-0.05, -0.2),
          ]), 0.8),
        .fold(
          Curve(through: [t(p.hips * 0.95, 0.9), t(p.hips * 0.55, 1.02), t(p.hips * 0.2, 1.08)]),
          0.75),
        .fold(
          Curve(through: [t(-p.hips * 0.98, 0.92), t(-p.hips * 0.7, 1.02), t(-p.hips * 0.5, 1.05)]),
          0.75),
        .fold(
          Curve(through: [t(-p.chest * 1.0, 0.4), t(-p.chest * 0.75, 0.46), t(-p.chest * 0.5, 0.5)]
          ), 0.7),
        .fold(
          Curve(through: [t(p.chest * 1.0, 0.4), t(p.chest * 0.75, 0.46), t(p.chest * 0.55, 0.5)]),
          0.7),
      ],
      shades: [
        Shade(
          .shadow,
          Curve(through: [
            t(p.hips * 0.55, 0.8), t(p.hips * 0.7, 1.1), Vector(leftKnee - 0.12, (hem + 0.3) / 2),
            Vector(leftFoot - 0.1, hem + 0.1), Vector(leftFoot + 0.3, hem + 0.1),
            t(p.hips * 1.6, 1.0), t(p.chest * 1.3, 0.4), t(p.chest * 0.75, 0.4),
          ]),
          softness: 0.09),
        Shade(
          .shadow,
          edge
            + Curve([
              edgeFoot + Vector(-0.12, 0.05), t(-p.waist * 0.48, 1.4), t(-p.waist * 0.36, 0.9),
            ]), softness: 0.05),
      ])
    return [body] + blossoms(clip: outline.curve) + collarBands()
  }

  /// The cloth's pattern: blossoms here and there.
  private func blossoms(clip: Curve) -> [Shape] {
    let t = skeleton.torso
    let hem = hemHeight
    let places: [(Double, Double, Double)] = [
      (-0.24, 1.16, 0.085), (0.2, 1.13, 0.07), (0.3, 1.42, 0.09), (-0.05, 1.4, 0.075),
      (-0.27, 1.68, 0.08), (0.08, 1.72, 0.1),
      (0.3, 1.95, 0.075), (-0.12, 2.02, 0.085), (-0.22, 0.36, 0.055), (0.25, 0.33, 0.06),
    ]
    return places.enumerated().map { k, place in
      let y = place.1 < 1 ? 0 : (place.1 - 1) / 1.1 * hem * 0.97
      let centre =
        place.1 < 1
        ? t(place.0, place.1) : Vector(t(place.0, 1).x * (1 + 0.1 * y) + pose.sway * 0.04 * y, y)
      // Five petals: two round points and a notch each.
      let knots: [Knot] = (0..<15).map { i in
        let isNotch = i.isMultiple(of: 3)
        let radius = place.2 * (isNotch ? 0.56 : 1)
        let at = centre + Vector(0, -radius).rotated(by: Double(i) * 24 + Double(k) * 23)
        return Knot(at: at, isCorner: isNotch)
      }
      return Shape("blossom.\(k)", "blossom", Outline(knots), weight: 0.65, clip: clip)
    }
  }

  private func collarBands() -> [Shape] {
    let t = skeleton.torso
    // The left side lies over the right.
    return [Side.right, .left].map { side in
      let s = side.rawValue
      let end = side == .left ? -0.1 : 0.1
      let outline = Outline([
        .sharp(t(s * 0.1, -0.1)), .soft(t(s * 0.19, -0.05)), .soft(t(s * 0.2, 0.1)),
        .soft(t(s * 0.11 + end * 0.3, 0.33)), .sharp(t(end * 1.0, 0.6)),
        .sharp(t(end * 2.0, 0.58)), .soft(t(end * 0.62, 0.3)), .soft(t(s * 0.1, 0.1)),
      ])
      return Shape(
        "neckband.\(side.name)", "neckband", outline, weight: 0.95,
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              t(s * 0.08, -0.1), t(s * 0.13, 0.05), t(s * 0.09, 0.2), t(end * 0.7, 0.4),
              t(end * 1.6, 0.4), t(0, 0.1),
            ]), softness: 0.03, strength: 0.8)
        ])
    }
  }

  private func sash() -> [Shape] {
    let p = proportions
    let t = skeleton.torso
    let half = p.waist * 1.2
    let band = Outline([
      .sharp(t(-half * 1.02, 0.53)), .soft(t(0, 0.555)), .sharp(t(half * 1.02, 0.53)),
      .soft(t(half, 0.66)), .sharp(t(half * 1.08, 0.81)),
      .soft(t(0, 0.845)), .sharp(t(-half * 1.08, 0.81)), .soft(t(-half, 0.66)),
    ])
    let cord = Outline([
      .sharp(t(-half * 1.02, 0.655)), .soft(t(0, 0.685)), .sharp(t(half * 1.02, 0.655)),
      .sharp(t(half * 1.03, 0.69)), .soft(t(0, 0.722)), .sharp(t(-half * 1.03, 0.69)),
    ])
    let knot = Outline([
      .soft(t(-0.045, 0.67)), .soft(t(0.045, 0.67)), .soft(t(0.05, 0.735)), .soft(t(-0.05, 0.735)),
    ])
    return [
      Shape(
        "sash", "sash", band,
        folds: [
          .fold(Curve(through: [t(-half, 0.6), t(-half * 0.6, 0.62), t(-half * 0.3, 0.61)]), 0.7),
          .fold(Curve(through: [t(half, 0.76), t(half * 0.6, 0.785), t(half * 0.3, 0.785)]), 0.7),
        ],
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              t(half * 0.5, 0.5), t(half * 0.55, 0.7), t(half * 0.5, 0.88), t(half * 1.3, 0.88),
              t(half * 1.3, 0.5),
            ]), softness: 0.06),
          Shade(
            .highlight, Curve(ellipseAt: AffineFrame(origin: t(-half * 0.4, 0.62)), 0.1, 0.05),
            softness: 0.05, strength: 0.7, isInCel: false),
        ]),
      Shape("cord", "cord", cord, weight: 0.85), Shape("cord.knot", "cord", knot, weight: 0.85),
    ]
  }

  /// A sleeve like a bag: along the arm above, hanging below it.
  private func hangingSleeve(_ side: Side) -> Shape {
    let arm = skeleton.arm(side)
    let s = side.rawValue
    let half = proportions.armHalf
    let along = (arm.wrist - arm.elbow).unit
    let end = arm.elbow.mixed(with: arm.wrist, 0.97)
    let upperDirection = (arm.elbow - arm.shoulder).unit
    let outer = upperDirection.normal * -s
    // The bag hangs from the forearm's lower side.
    var below = along.normal * s
    if below.y < -0.35 { below = below * -1 }
    let swing = Vector(pose.sway * 0.1, 0)
    let hang = (below * 0.6 + Vector(0, 0.55)).unit
    let back = arm.elbow.mixed(with: arm.shoulder, 0.05)
    let topEnd = end - below * (half * 1.15)
    let cornerOuter = end + below * 0.1 + hang * 0.42 + along * 0.03 + swing
    let cornerInner = back + hang * 0.5 + swing * 0.8 - along * 0.03
    let arrives = arm.shoulder + Vector(-s * 0.04, 0.22)
    let outline = Outline([
      .sharp(arm.shoulder + Vector(-s * 0.02, -half * 1.1)),
      .soft(arm.shoulder + outer * (half * 1.15) + upperDirection * 0.08),
      .soft(arm.elbow - below * (half * 1.25)), .sharp(topEnd), .soft(end + below * (half * 1.3)),
      .soft(cornerOuter - along * 0.01),
      .soft(cornerOuter.mixed(with: cornerInner, 0.12) + hang * 0.03),
      .soft(cornerInner.mixed(with: cornerOuter, 0.12) + hang * 0.02),
      .soft(cornerInner), .sharp(arrives),
    ])
    return Shape(
      "sleeve.\(side.name)", "yukata", outline,
      folds: [
        .fold(
          Curve(through: [
            arrives, arrives.mixed(with: arm.elbow, 0.5) + hang * 0.12,
            cornerInner.mixed(with: cornerOuter, 0.35) - hang * 0.12,
          ]), 0.8),
        .fold(
          Curve(through: [
            arm.elbow - below * (half * 1.2), arm.elbow + below * 0.02, arm.elbow + hang * 0.16,
          ]), 0.75),
        .fold(
          Curve(through: [
            topEnd - along * 0.14, end - along * 0.16 + below * 0.04,
            end - along * 0.1 + hang * 0.2,
          ]), 0.7),
      ],
      shades: [
        Shade(
          .shadow,
          Curve(through: [
            arrives, arm.elbow + hang * 0.12,
            cornerOuter.mixed(with: cornerInner, 0.5) - hang * 0.1, cornerOuter,
            cornerOuter + hang * 0.1, cornerInner + hang * 0.1, cornerInner - along * 0.1,
          ]),
          softness: 0.07)
      ])
  }
}
