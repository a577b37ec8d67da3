extension Drafter {
  /// The hair that covers the skull, above the forehead's hairline.
  mutating func drawCrown() {
    let hair = character.hair
    let head = skeleton.head
    let surface = sketch.newSurface()
    var layer = Sketch.Layer(depth: Depth.head + 1)
    let volume = hair.crown == .buzz ? 0.015 : hair.crown == .mohawk ? 0.01 : hair.volume
    let dome = domeKnots(volume)
    var outer = smooth(dome, steps: 5)
    if hair.crown == .spiky { outer = spiked(dome) }
    if hair.crown == .afro { drawBall() }
    let isBall = hair.crown == .afro && isBackOfHead
    let outline = isBall ? ball() : outer + hairline()
    let frame = PieceFrame.globe(head)
    layer.surface(
      outline, .hairCrown, colours.hair, surface, frame: frame, isOutlined: false)
    layer.form(outline, surface, light: light, 0.06)
    if hair.crown != .afro { layer.stroke(outer, .outline, tapers: (0.4, 0.4), surface) }
    layer.stroke(hairline(), .outline, weight: 0.9, tapers: (0.3, 0.3), surface)
    if isBackOfHead {
      for step in -2...2 {
        let lon = Float.pi + Float(step) * 0.4
        layer.stroke(
          smooth([head(lon, -1.1), head(lon, -0.2), head(lon, 0.5)]), .inner, weight: 0.6,
          tapers: (0.1, 0.1), surface)
      }
    }
    if hair.crown == .mohawk { drawMohawk(&layer) }
    drawGloss(surface, &layer)
    sketch.add(layer)
  }

  /// Knots over the head from the far temple by the crown to the nape.
  private func domeKnots(_ volume: Float) -> [Vector] {
    let head = skeleton.head
    let knots = FaceOutline.knots(character.face, yaw: head.yaw, pitch: head.pitch)
    let s = sine(head.yaw)
    let width = mix(head.radii.x, head.radii.z, s * s)
    let indices =
      isBackOfHead
      ? [15, 16, 17, 18, 19, 0, 1, 2, 3, 5, 8].reversed() : [3, 2, 1, 0, 19, 18, 17, 16]
    return indices.map { index in
      let knot = knots[index]
      let out = Vector(knot.x * width, knot.y * head.radii.y)
      return head.centre
        + (out + out.unit * volume * (index == 3 || index == 16 ? 0.5 : 1) - Vector(0, volume * 0.3))
        .turned(head.roll)
    }
  }

  private func hairline() -> [Vector] {
    let head = skeleton.head
    if isBackOfHead {
      return smooth([
        head.flat(0.62, 0.66), head.flat(0.3, 0.8), head.flat(0, 0.74), head.flat(-0.3, 0.8),
        head.flat(-0.62, 0.66),
      ])
    }
    let near = nearSide
    let high: Float = character.hair.crown == .buzz ? -0.62 : -0.55
    let places: [(Float, Float)] = [
      (2.5, 0.7), (2.1, 0.62), (1.8, 0.42), (1.5, 0.25), (1.32, 0.2), (1.2, -0.1), (0.95, -0.38),
      (0.5, high), (0, high - 0.08), (-0.5, high), (-0.95, -0.38), (-1.2, -0.1), (-1.32, 0.2),
      (-1.5, 0.25),
    ]
    let seen = places.compactMap { place -> Vector? in
      let point = head.surface(near * place.0, place.1)
      return point.z > -0.02 ? point.seen : nil
    }
    return smooth(seen, steps: 4)
  }

  private func spiked(_ dome: [Vector]) -> [Vector] {
    let centre = skeleton.head.centre
    var points = [dome[0]]
    let knots = smooth(dome, steps: 2)
    for index in 1..<knots.count {
      let own = character.chance("spikes")(index)
      let middle = mix(knots[index - 1], knots[index], 0.5)
      let out = (middle - centre).unit.turned(own.value("turn", -0.5, 0.5) + pose.wind * 0.3)
      let tip = middle + out * own.value("spike", 0.08, 0.3)
      points += bow(knots[index - 1], mix(knots[index - 1], tip, 0.5) + out * 0.03, tip, steps: 3)
      points += bow(tip, mix(knots[index], tip, 0.45), knots[index], steps: 3)
    }
    return points
  }

  /// Round hair that stands out on all sides, in bumps.
  private func ball() -> [Vector] {
    let head = skeleton.head
    let size = 1.3 + character.hair.volume * 3
    let bumps: Float = 14
    return (0..<84).map { step in
      let angle = Float(step) / 84 * 2 * .pi
      let bump = abs(sine(angle * bumps / 2 + chance.value("bump", 0, 0.4)))
      let out = size * (1 + 0.08 * bump)
      return head.flat(cosine(angle) * out, -0.3 + sine(angle) * out * 0.88)
    }
  }

  /// The half of round hair that lies behind the head.
  private mutating func drawBall() {
    var layer = Sketch.Layer(depth: isBackOfHead ? Depth.head + 0.9 : Depth.hairBack)
    let surface = sketch.newSurface()
    let outline = ball()
    layer.surface(outline, .hairBack, colours.hair, surface, frame: .globe(skeleton.head))
    layer.form(outline, surface, light: light, 0.1)
    sketch.add(layer)
  }

  private mutating func drawMohawk(_ layer: inout Sketch.Layer) {
    let surface = sketch.newSurface()
    let head = skeleton.head
    let places: [Float] = [-0.7, -1.0, -1.3, -1.6, -1.9, -2.2, -2.5]
    let base = places.map { head(0, $0, height: 1) }
    var top: [Vector] = []
    for (index, point) in base.enumerated() {
      let out = (point - head.centre).unit
      top.append(point + out * (index % 2 == 0 ? 0.34 : 0.24) + Vector(0.08, 0))
    }
    let wide = Vector(0.09 * cosine(head.yaw), 0)
    let outline = base.map { $0 - wide } + top.reversed() + base.map { $0 + wide }.reversed()
    layer.surface(outline, .hairStrand, colours.hair, surface, frame: .globe(head))
  }

  /// A band of light round the crown, toothed or plain, or none.
  private func drawGloss(_ surface: Int, _ layer: inout Sketch.Layer) {
    let kind = character.hair.gloss
    guard kind > 0, !isBackOfHead, chance.happens("gloss", 0.8) else { return }
    let low: Float = kind == 3 ? -0.52 : -0.58
    let steps = 16
    var upper: [Vector] = []
    var lower: [Vector] = []
    for step in 0...steps {
      let lon = (Float(step) / Float(steps) - 0.5) * 2.6
      upper.append(overSkull(lon, low - 0.1))
      let tooth: Float = kind == 1 ? 0 : step % 2 == 0 ? 0.12 : 0.02
      lower.append(overSkull(lon, low + tooth * (kind == 3 ? 1.6 : 1)))
    }
    glossBands(upper, lower, surface, &layer)
  }

  private func glossBands(
    _ upper: [Vector], _ lower: [Vector], _ surface: Int, _ layer: inout Sketch.Layer
  ) {
    layer.shade(upper + lower.reversed(), 2, on: surface)
  }
}
