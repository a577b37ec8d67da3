extension Drafter {
  /// A hand's place, and its axes: along the fingers and towards the thumb.
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
    let hand = holds(index) ? .fist : pose.hands[index]
    func at(_ x: Float, _ y: Float) -> Vector { wrist + thumb * (x * size) + along * (y * size) }
    let frame = PieceFrame.ribbon(
      Ribbon(
        v: [0, 1], left: [at(-0.4, 0), at(-0.4, 1)], middle: [at(0, 0), at(0, 1)],
        right: [at(0.4, 0), at(0.4, 1)]), 0...1)
    let left = at(-0.02, -0.03) - thumb * radius
    let right = at(0.02, -0.03) + thumb * radius
    let palm = sketch.newSurface()
    if character.hasMittens {
      let outline = smooth(
        [left, at(-0.4, 0.25), at(-0.36, 0.62), at(0, 0.8), at(0.36, 0.62), at(0.38, 0.25), right],
        isClosed: true)
      layer.surface(outline, group, paint, palm, frame: frame)
      layer.form(outline, palm, light: light, size * 0.12)
    } else {
      let fingers = Finger.four(hand, length: build.heads < 3.5 ? 0.75 : 1)
        .dropFirst(build.isMascot ? 1 : 0)
      for finger in fingers where !finger.isCurled {
        let outline = tube(finger.knots.map { at($0.x, $0.y) }, size * 0.1, size * 0.07)
        layer.surface(outline, group, paint, sketch.newSurface(), frame: frame, weight: 0.7)
      }
      let outline = smooth(
        [
          left, at(-0.35, 0.2), at(-0.37, 0.46), at(-0.1, 0.56), at(0.2, 0.55), at(0.36, 0.45),
          at(0.34, 0.18), right,
        ], isClosed: true, steps: 4)
      layer.surface(outline, group, paint, palm, frame: frame, isOutlined: false)
      layer.form(outline, palm, light: light, size * 0.12)
      layer.stroke(
        smooth([left, at(-0.35, 0.2), at(-0.37, 0.47)]), .outline, tapers: (0.8, 0.8), palm)
      for finger in fingers where finger.isCurled {
        let outline = tube(finger.knots.map { at($0.x, $0.y) }, size * 0.1, size * 0.095)
        layer.surface(outline, group, paint, sketch.newSurface(), frame: frame, weight: 0.7)
      }
    }
    let isFist = hand == .fist || hand == .point
    let root = at(0.22, 0.12)
    let angle: Float = isFist ? -0.25 : hand == .spread ? 0.95 : 0.45
    let middle = root + (along * cosine(angle + 0.3) + thumb * sine(angle + 0.3)) * size * 0.24
    let tip = middle + (along * cosine(angle - 0.2) + thumb * sine(angle - 0.2)) * size * 0.24
    let outline = tube([root, middle, tip], size * 0.13, size * 0.075)
    let surface = sketch.newSurface()
    layer.surface(outline, group, paint, surface, frame: frame, isOutlined: false)
    layer.stroke(
      Array(outline.dropFirst(1).dropLast(isFist ? 1 : 3)), .outline, weight: 0.8,
      tapers: (0.4, 0.4), surface)
  }

  /// The outline of a finger round its joints, open at its root.
  private func tube(_ knots: [Vector], _ root: Float, _ tip: Float) -> [Vector] {
    let spine = smooth(knots, steps: 3)
    let last = Float(spine.count - 1)
    let ribbon = Ribbon(spine: spine, v: spine.indices.map { Float($0) / last }) { v in
      mix(root, tip, v)
    }
    return ribbon.right
      + Ribbon.cap(
        ribbon.right[spine.count - 1], ribbon.left[spine.count - 1],
        spine[spine.count - 1] - spine[spine.count - 2]) + ribbon.left.reversed()
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

/// A finger in its hand's axes: `x` towards the thumb, `y` along, both in hands.
private struct Finger {
  var knots: [Vector]
  /// It lies over the palm.
  var isCurled: Bool

  /// From the little finger to the forefinger.
  static func four(_ hand: FigurePose.Hand, length: Float) -> [Finger] {
    (0..<4).map { index in
      let x: Float = [-0.27, -0.09, 0.09, 0.26][index]
      let long: Float = [0.4, 0.5, 0.54, 0.48][index] * length
      let isCurled =
        hand == .fist || hand == .point && index < 3 || hand == .victory && index < 2
      if isCurled {
        return Finger(
          knots: [Vector(x, 0.56), Vector(x + 0.01, 0.42), Vector(x + 0.02, 0.32)], isCurled: true)
      }
      let spread: Float
      let bend: Float
      switch hand {
      case .spread: (spread, bend) = (1.5, 0)
      case .victory: (spread, bend) = (index == 3 ? 1 : -3, 0)
      case .relaxed: (spread, bend) = (0.15, 0.5)
      case .open, .point, .fist: (spread, bend) = (0.4, 0.1)
      }
      let base = Vector(x, 0.44)
      let middle = base + Vector(0, long * 0.5).turned(-x * spread)
      let tip = middle + Vector(0, long * (0.55 - bend * 0.3)).turned(-x * spread - bend)
      return Finger(knots: [base, middle, tip], isCurled: false)
    }
  }
}
