/// Hands as outlines in a hand's own frame: the wrist is the origin, y runs to the finger tips, which
/// lie near 1, x to the thumb.
enum Hands {
  static func shape(_ hand: HandShape, _ frame: AffineFrame, identity: String) -> Shape {
    let (knots, folds, gap) = template(hand)
    let outline = Outline(knots.map { Knot(at: frame($0.at), isCorner: $0.isCorner) })
    let last = knots.count - 1
    // The wrist runs on under the sleeve: no line across it.
    return Shape(
      identity, "skin", areas: [outline.curve],
      lines: [.outline(outline.run(0, last), 0.9)]
        + folds.map { .fold(Curve(through: $0.map { frame($0) }), 0.7) },
      shades: [
        Shade(
          .shadow, Curve(gap.map { frame($0) }), softness: 0.05, strength: 0.8)
      ])
  }

  private static func template(_ hand: HandShape) -> ([Knot], [[Vector]], [Vector]) {
    switch hand {
    case .relaxed:
      return (
        [
          .sharp(0.17, -0.08), .soft(0.22, 0.1), .soft(0.36, 0.3), .soft(0.41, 0.52),
          .soft(0.36, 0.62), .soft(0.29, 0.52), .sharp(0.2, 0.42), .soft(0.21, 0.68),
          .soft(0.15, 0.9), .soft(0.06, 1.0), .soft(-0.06, 0.99), .soft(-0.17, 0.88),
          .soft(-0.25, 0.62), .soft(-0.26, 0.34), .soft(-0.19, 0.08), .sharp(-0.17, -0.08),
        ],
        [
          [Vector(0.07, 0.98), Vector(0.08, 0.8), Vector(0.05, 0.58)],
          [Vector(-0.07, 0.98), Vector(-0.07, 0.8), Vector(-0.08, 0.6)],
          [Vector(-0.18, 0.86), Vector(-0.19, 0.72), Vector(-0.18, 0.62)],
        ],
        [
          Vector(-0.3, 0), Vector(-0.12, 0.3), Vector(-0.14, 0.7), Vector(-0.05, 1.05),
          Vector(-0.4, 0.9),
        ]
      )
    case .open:
      return (
        [
          .sharp(0.16, -0.08), .soft(0.26, 0.12), .soft(0.43, 0.3), .soft(0.55, 0.46),
          .soft(0.53, 0.54), .soft(0.45, 0.52), .sharp(0.27, 0.38), .soft(0.3, 0.6),
          .soft(0.35, 0.85), .soft(0.3, 0.92), .soft(0.23, 0.87), .sharp(0.13, 0.52),
          .soft(0.13, 0.76), .soft(0.12, 0.97), .soft(0.05, 1.02), .soft(-0.01, 0.96),
          .sharp(-0.02, 0.53), .soft(-0.08, 0.75), .soft(-0.14, 0.91), .soft(-0.21, 0.93),
          .soft(-0.24, 0.86), .sharp(-0.16, 0.49), .soft(-0.26, 0.63), .soft(-0.36, 0.74),
          .soft(-0.42, 0.73), .soft(-0.42, 0.65), .soft(-0.3, 0.42), .soft(-0.24, 0.2),
          .sharp(-0.15, -0.08),
        ],
        [
          [Vector(0.25, 0.36), Vector(0.12, 0.26), Vector(0.06, 0.1)],
          [Vector(-0.2, 0.4), Vector(-0.02, 0.38), Vector(0.1, 0.42)],
        ],
        [
          Vector(-0.4, 0), Vector(-0.1, 0.05), Vector(-0.14, 0.45), Vector(-0.3, 0.8),
          Vector(-0.6, 0.8),
        ]
      )
    case .fist:
      return (
        [
          .sharp(0.17, -0.08), .soft(0.24, 0.12), .soft(0.31, 0.3), .soft(0.27, 0.46),
          .soft(0.16, 0.58), .soft(0.03, 0.6), .soft(-0.1, 0.6), .soft(-0.22, 0.54),
          .soft(-0.29, 0.4), .soft(-0.26, 0.18), .sharp(-0.17, -0.08),
        ],
        [
          [Vector(0.3, 0.34), Vector(0.14, 0.42), Vector(-0.02, 0.38)],
          [Vector(0.1, 0.6), Vector(0.09, 0.5), Vector(0.08, 0.43)],
          [Vector(-0.04, 0.61), Vector(-0.05, 0.5), Vector(-0.05, 0.4)],
          [Vector(-0.17, 0.57), Vector(-0.17, 0.46), Vector(-0.16, 0.36)],
        ],
        [
          Vector(-0.4, 0), Vector(-0.1, 0.1), Vector(-0.12, 0.45), Vector(0.1, 0.7),
          Vector(-0.4, 0.7),
        ]
      )
    }
  }
}
