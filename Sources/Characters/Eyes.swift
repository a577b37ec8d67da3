extension Figure {
  /// One eye, back to front: white, iris, pupil, lights, then lashes and lids as strokes.
  ///
  /// Its own coordinates: x from −1 at the inner corner to 1 at the outer, y from −1 at the upper
  /// lid's top to 1 at the lower lid.
  func eye(_ side: Side) -> [Shape] {
    let s = side.rawValue
    let plan = plan
    let size = proportions.eyes
    // The eye that turns away is seen narrower.
    let half = 0.108 * (0.94 + 0.06 * size) * (1 - 0.12 * max(0, s * plan.turn))
    let tall = 0.102 * size
    let middle = plan(s * 0.192, 0.135, 0.78)
    let open = pose.expression.openness
    func at(_ x: Double, _ y: Double) -> Vector {
      let lid = y < 0.3 ? 0.3 + (y - 0.3) * open : y
      return middle + plan.offset(s * x * half, lid * tall)
    }
    func lookingAt(_ x: Double, _ y: Double) -> Vector {
      middle + plan.offset((s * x - s * 0.06) * half + pose.expression.gaze * half * 0.25, y * tall)
    }
    func ellipse(_ x: Double, _ y: Double, _ rx: Double, _ ry: Double, degrees: Double = 0)
      -> Outline
    {
      Outline(
        (0..<12).map { step in
          let (sine, cosine) = Trigonometry.sineAndCosine(degrees: Double(step) * 30)
          return .soft(lookingAt(x, y) + plan.offset(rx * cosine * half, ry * sine * tall))
        })
    }
    let opening = Outline([
      .sharp(at(-0.95, 0.3)), .soft(at(-0.72, -0.45)), .soft(at(-0.15, -0.98)),
      .soft(at(0.5, -0.82)), .sharp(at(0.95, -0.05)), .soft(at(0.78, 0.62)),
      .soft(at(0.3, 0.98)), .soft(at(-0.35, 0.95)), .soft(at(-0.78, 0.68)),
    ])
    let clip = opening.curve
    let name = side.name
    let iris = ellipse(0, 0.02, 0.56, 1.0)
    let pupil = ellipse(0, 0.02, 0.25, 0.46)
    // Light comes from the page's upper left in both eyes.
    let light = ellipse(-0.24 * s, -0.42, 0.19, 0.27)
    let spark = ellipse(0.22 * s, 0.48, 0.1, 0.13)
    return [
      Shape(
        "eye.white.\(name)", "eye white", areas: [clip], lines: [],
        shades: [
          Shade(
            .shadow,
            Curve([
              at(-1.1, -1.2), at(1.1, -1.2), at(1.1, -0.05), at(0.5, -0.5), at(-0.15, -0.62),
              at(-0.7, -0.1), at(-1.1, 0.4),
            ]),
            softness: 0.015, isInCel: false)
        ]),
      Shape(
        "iris.\(name)", "iris", iris, weight: 0.75,
        shades: [
          Shade(
            .shadow,
            Curve([
              lookingAt(-0.8, -1.3), lookingAt(0.8, -1.3), lookingAt(0.8, -0.1),
              lookingAt(0.3, -0.22),
              lookingAt(-0.3, -0.22), lookingAt(-0.8, -0.1),
            ]), softness: 0.05, isInCel: false),
          Shade(
            .highlight, ellipse(0, 0.72, 0.4, 0.32).curve, softness: 0.035, isInCel: false),
        ], clip: clip),
      Shape("pupil.\(name)", "pupil", pupil, weight: 0.6, clip: clip),
      Shape("eye.light.\(name)", "eye light", light, weight: 0.5, clip: clip),
      Shape(
        "eye.spark.\(name)", "eye light", areas: [spark.curve], lines: [.outline(spark.loop, 0.45)],
        clip: clip),
      Shape(
        "lash.\(name)", "lash", areas: [],
        lines: [
          // Lids: closed thinly all round, so that no white leaks; the upper lash over it.
          Line(opening.run(4, 8), .pen(0.6), profile: [1, 0.6, 0.7, 1, 0.8, 0.6]),
          Line(opening.run(8, 0), .pen(0.6), profile: [0.6, 0.6]),
          Line(
            Curve(through: [
              at(-1.0, 0.32), at(-0.74, -0.46), at(-0.15, -1.0), at(0.5, -0.86), at(0.93, -0.2),
              at(1.16, -0.3),
            ]), .pixels(0.034 * (0.7 + 0.3 * size)),
            profile: [0.25, 0.55, 0.8, 0.95, 1.05, 1.1, 0.9, 0.1]),
          Line(
            Curve(through: [at(0.86, -0.25), at(1.0, 0.05), at(1.12, 0.1)]), .pixels(0.016),
            profile: [1, 0.8, 0.1]),
          // The fold of the lid.
          .free(
            Curve(through: [at(-0.5, -1.12), at(-0.05, -1.36), at(0.5, -1.26), at(0.9, -0.85)]),
            0.65),
        ]),
    ]
  }

  /// Brows, drawn over the fringe as is the custom.
  func brows() -> [Shape] {
    let plan = plan
    let raise = pose.expression.brows
    return Side.allCases.map { side in
      let s = side.rawValue
      func at(_ x: Double, _ y: Double) -> Vector { plan(s * x, y - 0.02 * raise, 0.75) }
      let curve = Curve(through: [
        at(0.1, -0.035 - 0.015 * raise), at(0.19, -0.068), at(0.27, -0.05), at(0.315, -0.015),
      ])
      return Shape(
        "brow.\(side.name)", "lash", areas: [],
        lines: [
          Line(
            curve, .pixels(0.014 + 0.012 * proportions.jaw), profile: [0.5, 1, 0.95, 0.7, 0.15])
        ])
    }
  }
}
