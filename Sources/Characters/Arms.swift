/// The cut of a sleeve.
struct Sleeve {
  var swatch: String
  /// Its reach down the arm, 0 shoulder … 1 wrist.
  var reach: Double
  /// Its half widths against the arm's at shoulder, elbow and end.
  var fullness: (Double, Double, Double)
  /// A cuff's swatch and its length as a share of the arm.
  var cuff: (swatch: String, length: Double)?
  /// Whether a seam closes it at the shoulder; otherwise it runs on into the trunk.
  var hasSeam = true
}

extension Figure {
  /// An arm: hand, bare skin where the sleeve is short, sleeve, cuff.
  func arm(_ side: Side, sleeve: Sleeve) -> [Shape] {
    let arm = skeleton.arm(side)
    let half = proportions.armHalf
    let name = side.name
    var shapes: [Shape] = []
    let skin = Limb(
      from: arm.shoulder, bend: arm.elbow, to: arm.wrist,
      halves: (half * 0.95, half * 0.88, half * 0.74, half * 0.76, half * 0.56))
    let hand = Hands.shape(pose.arm(side).hand, arm.hand, identity: "hand.\(name)")
    if sleeve.reach < 0.95 {
      shapes.append(
        Shape(
          "arm.\(name)", "skin", areas: [skin.area(bulge: 0.01)],
          lines: [
            .outline(skin.left.part(from: 0.2, to: 1), 0.95),
            .outline(skin.right.part(from: 0.2, to: 1), 0.95),
          ],
          shades: [
            Shade(
              .shadow, skin.band(from: skin.right, to: skin.left, share: 0.3), softness: 0.05),
            Shade(
              .shadow,
              skin.band(
                from: skin.left, to: skin.right, share: 1, start: 0, end: sleeve.reach + 0.06),
              softness: 0.04, isInCel: false),
          ]))
    }
    shapes.append(hand)
    let f = sleeve.fullness
    let whole = Limb(
      from: arm.shoulder, bend: arm.elbow, to: arm.wrist,
      halves: (half * f.0, half * (f.0 + f.1) / 2, half * f.1, half * (f.1 + f.2) / 2, half * f.2))
    let cut = sleeve.reach + (sleeve.reach < 0.99 ? 0 : 0)
    let left = whole.left.part(from: 0, to: cut)
    let right = whole.right.part(from: 0, to: cut)
    let hem = Self.across(left, right, bulge: 0.03)
    let outer = side == .right ? left : right
    let inner = side == .right ? right : left
    var lines: [Line] = [
      .outline(outer), .outline(hem),
      Line(inner, .pen(1), profile: [0.5, 1, 1.05, 0.95, 1]),
    ]
    lines += shoulderLines(side, ball: half * f.0, hasSeam: sleeve.hasSeam)
    lines += elbowFolds(side, whole, reach: sleeve.reach)
    shapes.append(
      Shape(
        "sleeve.\(name)", sleeve.swatch,
        areas: [left + hem + right.reversed, whole.rootBall], lines: lines,
        shades: sleeveShades(side, whole, reach: cut)))
    if let cuff = sleeve.cuff {
      let start = cut - cuff.length
      let a = whole.left.part(from: start, to: cut + 0.01).points
      let b = whole.right.part(from: start, to: cut + 0.01).points
      let top = Self.across(Curve([a[0]]), Curve([b[0]]), bulge: 0.025)
      let end = Self.across(Curve([a[a.count - 1]]), Curve([b[b.count - 1]]), bulge: 0.03)
      let area = Curve(a) + end + Curve(b.reversed()) + top.reversed
      shapes.append(
        Shape(
          "cuff.\(name)", cuff.swatch, areas: [area],
          lines: [.outline(Curve(area.points + [area.points[0]]))],
          shades: [
            Shade(
              .shadow,
              whole.band(
                from: whole.right, to: whole.left, share: 0.32, start: start, end: cut + 0.01),
              softness: 0.03)
          ]))
    }
    return shapes
  }

  /// A slightly bent line from the end of one side of a tube to the end of the other.
  static func across(_ left: Curve, _ right: Curve, bulge: Double) -> Curve {
    let a = left.points[left.points.count - 1]
    let b = right.points[right.points.count - 1]
    return Curve(through: [a, a.mixed(with: b, 0.5) + (b - a).unit.normal * bulge, b])
  }

  /// The roundness of the shoulder, and the seam or the crease of the armpit.
  private func shoulderLines(_ side: Side, ball: Double, hasSeam: Bool) -> [Line] {
    let arm = skeleton.arm(side)
    let s = side.rawValue
    let angle = pose.arm(side).upper
    func at(_ degrees: Double) -> Vector {
      arm.shoulder + Vector(0, -ball).rotated(by: s * degrees)
    }
    var lines: [Line] = []
    // From the top of the shoulder round to the arm's outer side.
    let outerSide = 90 - angle
    if outerSide > 4 {
      let steps = max(2, Int(outerSide / 8))
      lines.append(
        .outline(Curve((0...steps).map { at(-4 + (outerSide + 8) * Double($0) / Double(steps)) })))
    }
    if hasSeam {
      let start = min(0, outerSide)
      let end = -90 - angle
      let steps = 16
      lines.append(
        .outline(
          Curve((0...steps).map { at(start + (end - start) * Double($0) / Double(steps)) }), 0.85))
    }
    return lines
  }

  private func elbowFolds(_ side: Side, _ limb: Limb, reach: Double) -> [Line] {
    guard reach > 0.6 else { return [] }
    let inner = limb.inner(side)
    let outer = limb.outer(side)
    let pose = pose.arm(side)
    let bendsInwards = pose.fore < pose.upper
    let near = bendsInwards ? inner : outer
    let far = bendsInwards ? outer : inner
    func fold(_ start: Double, _ end: Double, _ depth: Double) -> Line {
      let a = near.point(at: start)
      let b = near.point(at: end).mixed(with: far.point(at: end), depth)
      let middle = near.point(at: (start + end) / 2).mixed(
        with: far.point(at: (start + end) / 2), depth * 0.62)
      return .fold(Curve(through: [a, middle, b]), 0.75)
    }
    return [
      fold(0.5, 0.43, 0.55), fold(0.53, 0.57, 0.6), fold(0.47, 0.36, 0.3),
      fold(reach - 0.12, reach - 0.18, 0.4),
    ]
  }

  private func sleeveShades(_ side: Side, _ limb: Limb, reach: Double) -> [Shade] {
    [
      Shade(
        .shadow, limb.band(from: limb.right, to: limb.left, share: 0.3, start: 0.04, end: reach),
        softness: 0.05),
      Shade(
        .highlight,
        limb.band(from: limb.left, to: limb.right, share: 0.24, start: 0.06, end: reach * 0.8)
          .map { $0 + Vector(0.02, 0) },
        softness: 0.06, strength: 0.55, isInCel: false),
    ]
  }
}
