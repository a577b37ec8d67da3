/// The things that go with a yukata.
extension Figure {
  /// Bare feet in wooden sandals.
  func sandals() -> [Shape] {
    Side.allCases.flatMap { side -> [Shape] in
      let s = side.rawValue
      let frame = AffineFrame(
        origin: skeleton.leg(side).ankle, xAxis: Vector(s, 0).rotated(by: -s * 4),
        yAxis: Vector(0, 1))
      let wood = Outline([
        .sharp(frame(-0.15, 0.24)), .soft(frame(0.03, 0.2)), .sharp(frame(0.24, 0.24)),
        .soft(frame(0.27, 0.31)), .sharp(frame(0.255, 0.36)),
        .sharp(frame(0.2, 0.365)), .sharp(frame(0.2, 0.43)), .sharp(frame(-0.09, 0.43)),
        .sharp(frame(-0.09, 0.37)), .sharp(frame(-0.155, 0.36)), .soft(frame(-0.165, 0.3)),
      ])
      let foot = Outline([
        .sharp(frame(-0.085, -0.1)), .soft(frame(-0.1, 0.08)), .soft(frame(-0.125, 0.22)),
        .soft(frame(-0.1, 0.305)), .soft(frame(-0.03, 0.325)), .sharp(frame(-0.005, 0.3)),
        .soft(frame(0.06, 0.32)), .soft(frame(0.15, 0.305)), .soft(frame(0.2, 0.25)),
        .soft(frame(0.15, 0.12)), .sharp(frame(0.085, -0.1)),
      ])
      let strap = Outline([
        .sharp(frame(-0.128, 0.17)), .soft(frame(-0.07, 0.2)), .sharp(frame(-0.01, 0.275)),
        .soft(frame(0.07, 0.19)), .sharp(frame(0.17, 0.145)), .sharp(frame(0.195, 0.19)),
        .soft(frame(0.1, 0.235)), .sharp(frame(-0.005, 0.31)), .soft(frame(-0.075, 0.25)),
        .sharp(frame(-0.14, 0.215)),
      ])
      return [
        Shape("sandal.\(side.name)", "sandals", wood),
        Shape(
          "foot.\(side.name)", "skin", areas: [foot.curve], lines: [.outline(foot.run(0, 10))],
          shades: [
            Shade(
              .shadow,
              Curve(through: [
                frame(0.05, -0.1), frame(0.09, 0.1), frame(0.12, 0.35), frame(0.3, 0.3),
                frame(0.2, 0),
              ]), softness: 0.04)
          ]),
        Shape("strap.\(side.name)", "cord", strap, weight: 0.85),
      ]
    }
  }

  /// A round paper fan.
  func fan() -> [Shape] {
    let hand = skeleton.arm(.left).hand
    let grip = hand(0.05, 0.4)
    let up = (Vector(0, -1).mixed(with: hand.xAxis.unit, 0.45)).unit
    let frame = AffineFrame(origin: grip, xAxis: up.normal, yAxis: up * -1)
    let handle = Outline([
      .sharp(frame(-0.028, 0.2)), .soft(frame(0, 0.22)), .sharp(frame(0.028, 0.2)),
      .sharp(frame(0.024, -0.3)), .sharp(frame(-0.024, -0.3)),
    ])
    let leaf = Outline([
      .sharp(frame(-0.06, -0.2)), .soft(frame(-0.27, -0.3)), .soft(frame(-0.35, -0.5)),
      .soft(frame(-0.24, -0.74)), .soft(frame(0, -0.82)), .soft(frame(0.24, -0.74)),
      .soft(frame(0.35, -0.5)), .soft(frame(0.27, -0.3)), .sharp(frame(0.06, -0.2)),
      .soft(frame(0, -0.23)),
    ])
    let wave = Outline([
      .soft(frame(-0.4, -0.42)), .soft(frame(-0.15, -0.5)), .soft(frame(0.08, -0.4)),
      .soft(frame(0.4, -0.5)), .soft(frame(0.4, -0.1)), .soft(frame(-0.4, -0.1)),
    ])
    let sun = Curve(ellipseAt: AffineFrame(origin: frame(0.08, -0.6)), 0.1, 0.1)
    return [
      Shape("fan.handle", "wood", handle, weight: 0.9),
      Shape(
        "fan", "fan", leaf,
        shades: [
          Shade(
            .shadow,
            Curve(through: [
              frame(0.1, -0.2), frame(0.2, -0.45), frame(0.16, -0.85), frame(0.5, -0.6),
              frame(0.4, -0.2),
            ]), softness: 0.06)
        ]),
      Shape(
        "fan.sun", "cord", areas: [sun],
        lines: [.outline(Curve(sun.points + sun.points.prefix(1)), 0.7)], clip: leaf.curve),
      Shape("fan.wave", "fan wave", wave, weight: 0.75, clip: leaf.curve),
      Shape("fan.edge", "fan", areas: [], lines: [.outline(leaf.loop)]),
    ]
  }
}
