extension Figure {
  /// Both bare legs, with whatever is pulled over them.
  ///
  /// - Parameters:
  ///   - sock: its swatch, and where its hem lies, 0 hip … 1 ankle; nil for bare legs.
  func legs(sock: (swatch: String, from: Double)?) -> [Shape] {
    Side.allCases.flatMap { side -> [Shape] in
      let limb = leg(side, fullness: 1)
      var shapes = [
        tube("leg.\(side.name)", "skin", limb, from: 0, to: 1, inkFrom: 0.08, hem: false)
      ]
      if let sock {
        shapes.append(
          tube(
            "sock.\(side.name)", sock.swatch, limb, from: sock.from, to: 1, inkFrom: 0, hem: true))
      }
      return shapes
    }
  }

  func leg(_ side: Side, fullness: Double, looseness: Double = 1) -> Limb {
    let leg = skeleton.leg(side)
    let half = proportions.thighHalf * looseness
    let knee = leg.knee
    let calf = knee.mixed(with: leg.ankle, 0.32) + Vector(side.rawValue * 0.015, 0)
    return Limb(
      [
        leg.hip, leg.hip.mixed(with: knee, 0.5), knee, calf, knee.mixed(with: leg.ankle, 0.7),
        leg.ankle,
      ],
      [
        half, half * (0.5 + 0.37 * fullness), half * (0.3 + 0.34 * fullness),
        half * (0.25 + 0.41 * fullness),
        half * (0.12 + 0.34 * fullness), half * (0.1 + 0.28 * fullness),
      ])
  }

  /// A piece of a leg's tube.
  func tube(
    _ identity: String, _ swatch: String, _ limb: Limb, from start: Double, to end: Double,
    inkFrom: Double, hem: Bool, folds: [Line] = []
  ) -> Shape {
    let left = limb.left.part(from: start, to: end)
    let right = limb.right.part(from: start, to: end)
    let top = Self.across(Curve([left.points[0]]), Curve([right.points[0]]), bulge: 0.025)
    let bottom = Self.across(left, right, bulge: 0.03)
    var lines: [Line] = [
      .outline(left.part(from: inkFrom, to: 1)), .outline(right.part(from: inkFrom, to: 1)),
    ]
    if hem { lines.append(.outline(top, 0.9)) }
    lines.append(.outline(bottom, 0.9))
    return Shape(
      identity, swatch, areas: [left + bottom + right.reversed + top.reversed],
      lines: lines + folds,
      shades: [
        Shade(
          .shadow, limb.band(from: limb.right, to: limb.left, share: 0.27, start: start, end: end),
          softness: 0.05),
        Shade(
          .highlight,
          limb.band(
            from: limb.left, to: limb.right, share: 0.22, start: start + 0.05, end: end - 0.05
          )
          .map { $0 + Vector(0.05, 0) },
          softness: 0.06, strength: 0.5, isInCel: false),
      ])
  }

  /// A low shoe seen a little from above: upper, sole, and a strap or laces.
  func shoes(_ swatch: String, sole: String, laces: String? = nil) -> [Shape] {
    Side.allCases.flatMap { side -> [Shape] in
      let leg = skeleton.leg(side)
      let s = side.rawValue
      let frame = AffineFrame(
        origin: leg.ankle, xAxis: Vector(s, 0).rotated(by: -s * 4), yAxis: Vector(0, 1))
      let upper = Outline([
        .sharp(frame(-0.1, -0.06)), .soft(frame(-0.13, 0.08)), .soft(frame(-0.135, 0.24)),
        .sharp(frame(-0.1, 0.31)), .soft(frame(0.05, 0.355)), .sharp(frame(0.235, 0.31)),
        .soft(frame(0.245, 0.22)), .soft(frame(0.17, 0.1)), .sharp(frame(0.1, -0.06)),
        .soft(frame(0, -0.01)),
      ])
      let bottom = Outline([
        .sharp(frame(-0.145, 0.25)), .soft(frame(-0.11, 0.305)), .soft(frame(0.06, 0.345)),
        .sharp(frame(0.25, 0.27)), .soft(frame(0.265, 0.345)), .soft(frame(0.2, 0.395)),
        .soft(frame(0.04, 0.405)), .soft(frame(-0.12, 0.365)), .soft(frame(-0.155, 0.31)),
      ])
      var shapes = [
        Shape(
          "shoe.\(side.name)", swatch, upper,
          folds: [
            .fold(Curve(through: [frame(-0.13, 0.17), frame(0.02, 0.225), frame(0.2, 0.14)]), 0.8)
          ],
          shades: [
            Shade(
              .shadow,
              Curve(through: [
                frame(-0.15, 0.24), frame(0.05, 0.29), frame(0.27, 0.24), frame(0.2, 0.4),
                frame(-0.15, 0.4),
              ]),
              softness: 0.04),
            Shade(
              .highlight,
              Curve(ellipseAt: AffineFrame(origin: frame(0.1, 0.265), degrees: s * 8), 0.06, 0.022),
              softness: 0.02),
          ]),
        Shape("sole.\(side.name)", sole, bottom, weight: 0.9),
      ]
      if let laces {
        let tongue = Outline([
          .soft(frame(-0.06, -0.1)), .soft(frame(0.06, -0.1)), .soft(frame(0.11, 0.13)),
          .soft(frame(0.04, 0.19)),
          .soft(frame(-0.04, 0.15)),
        ])
        shapes.append(
          Shape(
            "laces.\(side.name)", laces, tongue, weight: 0.8,
            folds: [0.0, 0.05, 0.1].map { y in
              .free(Curve([frame(-0.045, y), frame(0.085, y + 0.025)]), 0.7)
            }))
      }
      return shapes
    }
  }
}
