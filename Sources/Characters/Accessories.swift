extension Figure {
  /// Round spectacles: rims as strokes of their own thickness; the glass is left open, as it shows
  /// what lies behind.
  func glasses() -> [Shape] {
    let plan = plan
    func rim(_ s: Double) -> Curve {
      let knots: [Knot] = [
        (-1, -0.1), (-0.72, -0.78), (0, -0.95), (0.72, -0.8), (1, -0.15), (0.8, 0.66), (0, 0.98),
        (-0.8, 0.7),
      ].map {
        .soft(plan(s * (0.195 + 0.148 * $0.0), 0.155 + 0.135 * $0.1, 0.85))
      }
      return Outline(knots).loop
    }
    let bridge = Curve(through: [
      plan(-0.05, 0.13, 0.9), plan(0, 0.105, 0.95), plan(0.05, 0.13, 0.9),
    ])
    return [
      Shape(
        "glasses", "glasses", areas: [],
        lines: [rim(-1), rim(1)].map { Line($0, .pixels(0.017), profile: [1, 1.1, 1, 1.2, 1]) }
          + [bridge].map { Line($0, .pixels(0.015), profile: [1, 1]) })
    ]
  }

  /// The spectacles' arms, from the rims back under the hair.
  func temples() -> Shape {
    let plan = plan
    return Shape(
      "glasses.temples", "glasses", areas: [],
      lines: Side.allCases.map { side in
        let s = side.rawValue
        return Line(
          Curve([plan(s * 0.335, 0.13, 0.8), plan(s * 0.39, 0.105, 0.3)]), .pixels(0.015),
          profile: [1, 1])
      })
  }
}
