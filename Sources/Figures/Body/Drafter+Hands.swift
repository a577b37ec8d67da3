extension Drafter {
  /// Where a hand is, and its axes: along the fingers and towards the thumb.
  func handFrame(_ index: Int) -> (wrist: Vector, along: Vector, thumb: Vector) {
    let limb = skeleton.arms[index]
    let wrist = limb.place(2).seen
    var along = (limb.end - limb.joint).seen.unit
    let bend = chance("hand")(index).bell("bend", -0.5, 0.5)
    along = along.turned(bend)
    // Thumbs point to the body's middle, or away from it when an arm is raised.
    let inward = pose.isFromBehind ? limb.side : -limb.side
    let isUp = along.y < 0
    let across = along.quarter
    let wanted = (across.x * inward > 0) != isUp ? across : -across
    return (wrist, along, wanted)
  }

  mutating func drawHand(
    _ index: Int, _ paint: Paint, _ group: PartGroup, _ layer: inout Sketch.Layer
  ) {
    let (wrist, along, thumb) = handFrame(index)
    let size = build.hand * (build.isMascot ? 1.3 : 1)
    let radius = skeleton.arms[index].radius(2) * (group == .glove ? 1.15 : 1)
    func at(_ x: Float, _ y: Float) -> Vector { wrist + thumb * (x * size) + along * (y * size) }
    let frame = Frame.ribbon(
      Ribbon(
        v: [0, 1], left: [at(-0.4, 0), at(-0.4, 1)], middle: [at(0, 0), at(0, 1)],
        right: [at(0.4, 0), at(0.4, 1)]), 0...1)
    let surfaces = (0..<6).map { _ in sketch.newSurface() }
    let hand = pose.hands[index]
    let isHolding = holds(index)
    let fingers: [(x: Float, angle: Float, length: Float)]
    switch isHolding ? .fist : hand {
    case .spread:
      fingers = [(-0.26, -0.42, 0.42), (-0.1, -0.14, 0.52), (0.07, 0.1, 0.54), (0.22, 0.34, 0.48)]
    case .open:
      fingers = [(-0.25, -0.12, 0.4), (-0.09, -0.04, 0.5), (0.07, 0.03, 0.52), (0.22, 0.1, 0.46)]
    case .relaxed:
      fingers = [(-0.22, -0.02, 0.3), (-0.08, 0.02, 0.36), (0.07, 0.05, 0.4), (0.2, 0.12, 0.4)]
    case .point: fingers = [(0.2, 0.05, 0.55)]
    case .fist: fingers = []
    }
    let count = build.isMascot ? 3 : fingers.count
    for (number, finger) in fingers.prefix(count).enumerated() {
      let base = at(finger.x, 0.42)
      let direction = (along * cosine(finger.angle) + thumb * sine(finger.angle))
      let length = (finger.length * (build.heads < 3.5 ? 0.7 : 1)) * size
      let tip = base + direction * length
      let tube = Ribbon(spine: [base, mix(base, tip, 0.6), tip], v: [0, 0.6, 1]) { v in
        size * mix(0.1, 0.072, v)
      }
      layer.surface(
        tube.outline(0, 1, endIsRound: true), group, paint, surfaces[number], frame: frame,
        weight: 0.7)
    }
    // The palm, over the fingers' roots.
    let isFist = fingers.count < 2
    let palm =
      isFist
      ? smooth(
        [
          at(-0.02, -0.02) - thumb * radius, at(-0.36, 0.3), at(-0.34, 0.6), at(0, 0.68),
          at(0.34, 0.58), at(0.36, 0.25), at(0.02, -0.02) + thumb * radius,
        ], isClosed: true, steps: 4)
      : smooth(
        [
          at(-0.02, -0.03) - thumb * radius, at(-0.35, 0.22), at(-0.36, 0.46), at(0, 0.54),
          at(0.34, 0.47), at(0.34, 0.2), at(0.02, -0.03) + thumb * radius,
        ], isClosed: true, steps: 4)
    layer.surface(palm, group, paint, surfaces[4], frame: frame, isOutlined: isFist, weight: 0.8)
    layer.form(palm, surfaces[4], light: light, size * 0.12)
    if !isFist {
      layer.stroke(
        smooth([at(-0.02, 0) - thumb * radius, at(-0.35, 0.22), at(-0.36, 0.45)]), .outline,
        tapers: (0.8, 0.8), surfaces[4])
    } else {
      for x in [Float(-0.18), 0, 0.17] {
        layer.stroke([at(x, 0.38), at(x * 1.1, 0.62)], .inner, weight: 0.6, surfaces[4])
      }
    }
    // The thumb.
    let root = at(0.2, 0.12)
    let angle: Float = isFist ? -0.3 : hand == .spread ? 0.95 : 0.5
    let tip = root + (along * cosine(angle) + thumb * sine(angle)) * size * (isFist ? 0.4 : 0.46)
    let tube = Ribbon(spine: [root, mix(root, tip, 0.5), tip], v: [0, 0.5, 1]) { v in
      size * mix(0.13, 0.08, v)
    }
    let outline = tube.outline(0, 1, endIsRound: true)
    layer.surface(outline, group, paint, surfaces[5], frame: frame, isOutlined: false)
    layer.stroke(
      Array(outline.dropFirst(3).dropLast(isFist ? 2 : 5)), .outline, weight: 0.8,
      tapers: (0.4, 0.4), surfaces[5])
  }

  /// Whether that hand holds the character's prop in this drawing.
  func holds(_ index: Int) -> Bool {
    guard outfit.prop != .none, !isMissing("prop") else { return false }
    if outfit.prop == .sword && isSheathed { return false }
    if outfit.prop == .bag { return false }
    let hand = chance.happens("prop in first", 0.5) ? 0 : 1
    return hand == index
  }

  var isSheathed: Bool { chance.happens("sheathed", outfit.isSheathed ? 0.7 : 0.3) }
}
