extension Figure {
  /// Trousers or shorts: both legs and the seat, one region as long as no line parts them.
  ///
  /// - Parameters:
  ///   - end: where they end, 0 hip … 1 ankle.
  ///   - looseness: half widths against the leg's own.
  func trousers(_ swatch: String, to end: Double, looseness: Double) -> Shape {
    let limbs = Side.allCases.map { leg($0, fullness: 0.95, looseness: looseness) }
    let t = skeleton.torso
    let hips = proportions.hips
    let right = limbs[0]
    let left = limbs[1]
    // The inner lines begin where the legs part.
    let share =
      stride(from: 0.02, to: 0.6, by: 0.02).first {
        left.left.point(at: $0).x > right.right.point(at: $0).x + 0.005
      } ?? 0.6
    let crotch = right.right.point(at: share).mixed(with: left.left.point(at: share), 0.5)
    let seat = Curve([
      t(-hips * 0.84, 0.94), t(hips * 0.84, 0.94), left.right.points[0], crotch,
      right.left.points[0],
    ])
    var areas = [seat]
    var lines: [Line] = [
      .outline(Curve([t(-hips * 0.84, 0.94), right.left.points[0]])),
      .outline(Curve([t(hips * 0.84, 0.94), left.right.points[0]])),
      .fold(Curve(through: [crotch, crotch + Vector(0.01, -0.12), t(0.01, 0.95)]), 0.8),
      .fold(
        Curve(through: [crotch, crotch + Vector(-0.12, -0.05), crotch + Vector(-0.2, -0.1)]), 0.75),
      .fold(
        Curve(through: [crotch, crotch + Vector(0.11, -0.06), crotch + Vector(0.19, -0.12)]), 0.75),
    ]
    var shades: [Shade] = []
    for (limb, side) in zip(limbs, Side.allCases) {
      let a = limb.left.part(from: 0, to: end)
      let b = limb.right.part(from: 0, to: end)
      let hem = Self.across(a, b, bulge: 0.03)
      areas.append(a + hem + b.reversed)
      lines += [
        .outline(limb.outer(side).part(from: 0, to: end)),
        .outline(Curve([crotch]) + limb.inner(side).part(from: share, to: end)), .outline(hem),
      ]
      for (start, depth) in [(0.42, 0.5), (0.46, 0.6), (0.52, 0.42), (0.8, 0.4), (0.86, 0.55)]
      where start < end - 0.04 {
        let near = limb.outer(side).point(at: start)
        let far = limb.inner(side).point(at: start + 0.02)
        let bent = near.mixed(with: far, depth * 0.5) + Vector(0, 0.03)
        lines.append(.fold(Curve(through: [near, bent, near.mixed(with: far, depth)]), 0.75))
      }
      shades.append(
        Shade(
          .shadow, limb.band(from: limb.right, to: limb.left, share: 0.3, start: 0.05, end: end),
          softness: 0.06))
    }
    return Shape("trousers", swatch, areas: areas, lines: lines, shades: shades)
  }

  /// Boots to below the knee: shaft, turned-down cuff, foot.
  func boots(_ swatch: String, cuff: String, sole: String) -> [Shape] {
    Side.allCases.flatMap { side -> [Shape] in
      let limb = leg(side, fullness: 0.92, looseness: 1.18)
      let ankle = skeleton.leg(side).ankle
      let s = side.rawValue
      let folds: [Line] = [0.9, 0.93].map { share in
        let a = limb.left.point(at: share)
        let b = limb.right.point(at: share)
        return .fold(
          Curve(through: [a, a.mixed(with: b, 0.4) + Vector(0, 0.025), a.mixed(with: b, 0.7)]), 0.75
        )
      }
      let strapTop = Self.across(
        Curve([limb.left.point(at: 0.965)]), Curve([limb.right.point(at: 0.965)]), bulge: 0.02)
      return [
        tube(
          "boot.\(side.name)", swatch, limb, from: 0.66, to: 1, inkFrom: 0, hem: true,
          folds: folds + [.outline(strapTop, 0.75)]),
        tube(
          "boot.cuff.\(side.name)", cuff, leg(side, fullness: 0.95, looseness: 1.36), from: 0.62,
          to: 0.7, inkFrom: 0, hem: true),
        Shape(
          "boot.buckle.\(side.name)", "metal",
          Outline([
            .sharp(ankle + Vector(s * 0.02, -0.12)), .sharp(ankle + Vector(s * 0.1, -0.125)),
            .sharp(ankle + Vector(s * 0.105, -0.055)),
            .sharp(ankle + Vector(s * 0.02, -0.05)),
          ]), weight: 0.8),
      ]
    } + shoes(swatch, sole: sole)
  }
}
