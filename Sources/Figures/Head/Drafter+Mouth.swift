extension Drafter {
  mutating func drawNose(_ layer: inout Sketch.Layer) {
    let latitude: Float = 0.42
    let yaw = skeleton.head.yaw
    // In profile the outline is the nose.
    guard abs(yaw) < 1.25 else { return }
    let side: Float = yaw < -0.1 ? -1 : yaw > 0.1 ? 1 : chance.sign("nose side")
    func at(_ x: Float, _ y: Float) -> Vector { onFace(0, latitude, x, y, height: 1.06) }
    if build.isMascot || character.face.nose == .button {
      let surface = sketch.newSurface()
      let outline = (0..<14).map { step -> Vector in
        let t = Float(step) / 14 * 2 * .pi
        return at(cosine(t) * 0.055, sine(t) * 0.038 + 0.02)
      }
      layer.surface(outline, .muzzle, colours.black, surface, part: PartIndex.other, on: face)
      return
    }
    switch character.face.nose {
    case .none, .button: break
    case .dot:
      layer.stroke(
        [at(0, 0), at(side * 0.012, 0.012)], .feature, weight: 0.8, tapers: (0.8, 0.8), face)
    case .corner:
      layer.stroke(
        [at(0, -0.03), at(side * 0.028, 0.03), at(-side * 0.005, 0.04)], .feature, weight: 0.8,
        tapers: (0.2, 0.3), face)
    case .wedge:
      layer.shade([at(0, -0.04), at(-side * 0.035, 0.045), at(0, 0.05)], 1, on: face)
      layer.stroke(
        [at(-side * 0.02, 0.045), at(side * 0.01, 0.045)], .feature, weight: 0.7,
        tapers: (0.4, 0.4), face)
    case .broad:
      layer.stroke(
        smooth([at(-0.05, 0.02), at(-0.03, 0.05), at(0, 0.045), at(0.03, 0.05), at(0.05, 0.02)]),
        .feature, weight: 0.8, tapers: (0.3, 0.3), face)
      layer.stroke(
        smooth([at(side * 0.02, -0.14), at(side * 0.035, -0.03)]), .feature, weight: 0.6,
        tapers: (0.1, 0.3), face)
    }
  }

  mutating func drawMouth(_ layer: inout Sketch.Layer) {
    let design = character.face
    let latitude = design.mouthLatitude
    guard isSeen(0, latitude, 0.02) else { return }
    let w = design.mouthWidth
    // Near the profile the mouth lies on the near side.
    let shift = -skeleton.head.yaw.clamped(-1, 1) * 0.05
    let tall = (w / 0.17).clamped(0.8, 1.5)
    func at(_ x: Float, _ y: Float) -> Vector {
      onFace(shift, latitude, x * w / 2, y * tall, height: 1.03)
    }
    func open(_ upper: [Vector], _ lower: [Vector], teeth: Bool, tongue: Bool) {
      let surface = sketch.newSurface()
      let outline = smooth(upper) + smooth(lower).dropFirst().dropLast()
      let frame = PieceFrame.ribbon(
        Ribbon(
          v: [0, 1], left: [at(-1, -0.05), at(-1, 0.12)], middle: [at(0, -0.05), at(0, 0.12)],
          right: [at(1, -0.05), at(1, 0.12)]), 0...1)
      layer.surface(outline, .mouth, colours.mouth, surface, frame: frame, on: face, weight: 0.85)
      if teeth {
        layer.mark(
          smooth([at(-1, -0.04), at(0, -0.035), at(1, -0.04)])
            + smooth([at(0.85, 0.012), at(0, 0.022), at(-0.85, 0.012)]), colours.white, on: surface)
      }
      if tongue {
        layer.mark(ellipse(at(0.05, 0.085), Vector(w * 0.36, 0.045)), colours.tongue, on: surface)
      }
    }
    switch expression.mouth {
    case .line:
      layer.stroke(
        [at(-0.7, 0), at(0, 0.004), at(0.7, 0)], .feature, weight: 0.9, tapers: (0.3, 0.3), face)
    case .smile:
      layer.stroke(
        smooth([at(-1, -0.02), at(0, 0.02), at(1, -0.02)]), .feature, weight: 0.9,
        tapers: (0.4, 0.4), face)
    case .frown:
      layer.stroke(
        smooth([at(-0.8, 0.015), at(0, -0.012), at(0.8, 0.015)]), .feature, weight: 0.9,
        tapers: (0.4, 0.4), face)
    case .pout:
      layer.stroke(
        smooth([at(-0.4, 0.005), at(0, -0.008), at(0.4, 0.005)]), .feature, weight: 0.9,
        tapers: (0.4, 0.4), face)
    case .cat:
      layer.stroke(
        smooth([
          at(-0.9, -0.012), at(-0.45, 0.018), at(0, -0.008), at(0.45, 0.018), at(0.9, -0.012),
        ]), .feature, weight: 0.9, tapers: (0.4, 0.4), face)
    case .open:
      open(
        [at(-0.75, 0), at(0, -0.018), at(0.75, 0)],
        [at(0.75, 0), at(0.45, 0.07), at(0, 0.095), at(-0.45, 0.07), at(-0.75, 0)],
        teeth: chance.happens("teeth", 0.5), tongue: chance.happens("tongue", 0.6))
    case .laugh:
      open(
        [at(-1.1, -0.02), at(0, 0.005), at(1.1, -0.02)],
        [at(1.1, -0.02), at(0.6, 0.11), at(0, 0.14), at(-0.6, 0.11), at(-1.1, -0.02)],
        teeth: chance.happens("teeth", 0.6), tongue: chance.happens("tongue", 0.7))
    case .small:
      open(
        [at(-0.28, 0.01), at(0, -0.02), at(0.28, 0.01)],
        [at(0.28, 0.01), at(0, 0.04), at(-0.28, 0.01)], teeth: false, tongue: false)
    case .teeth:
      open(
        [at(-0.9, -0.01), at(0, -0.005), at(0.9, -0.01)],
        [at(0.9, -0.01), at(0.6, 0.04), at(0, 0.05), at(-0.6, 0.04), at(-0.9, -0.01)], teeth: true,
        tongue: false)
    }
    if design.hasLips {
      layer.mark(
        smooth([at(-0.75, 0.012), at(0, 0.015), at(0.75, 0.012)])
          + smooth([at(0.7, 0.014), at(0, 0.055), at(-0.7, 0.014)]), colours.lips, on: face)
    } else if chance.happens("lip line", 0.35) {
      let y: Float = expression.mouth == .open || expression.mouth == .laugh ? 0.17 : 0.055
      layer.stroke([at(-0.25, y), at(0.25, y)], .wrinkle, weight: 0.6, tapers: (0.2, 0.2), face)
    }
  }
}
