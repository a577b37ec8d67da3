extension Drafter {
  mutating func drawHat() {
    drawBeastEars()
    drawHorns()
    guard outfit.hat != .none && !isMissing("hat") else { return }
    var layer = Sketch.Layer(depth: Depth.hat)
    let head = skeleton.head
    let puff = character.hair.volume + (character.hair.crown == .afro ? 0.2 : 0)
    let w = 1.1 + puff * 2
    /// Places over the head in half widths and heights.
    func at(_ x: Float, _ y: Float) -> Vector { head.flat(x * w, y) }
    let frame = PieceFrame.ribbon(
      Ribbon(
        v: [-1, 1], left: [at(-1.4, -2.4), at(-1.4, 0)], middle: [at(0, -2.4), at(0, 0)],
        right: [at(1.4, -2.4), at(1.4, 0)]), -1...1)
    let paint = colours.cloth[5]
    let band = colours.cloth[2]
    let up = -1 - puff * 1.6
    func cap(_ outline: [Vector], _ group: PartGroup = .hat, _ paint: Paint) -> Int {
      let surface = sketch.newSurface()
      layer.surface(outline, group, paint, surface, frame: frame)
      layer.form(outline, surface, light: light, 0.06)
      return surface
    }
    let tilt = sine(head.yaw)
    switch outfit.hat {
    case .none: break
    case .beanie:
      let s = cap(
        smooth(
          [
            at(-1, -0.35), at(-1, -0.8), at(-0.6, up - 0.12), at(0, up - 0.25), at(0.6, up - 0.12),
            at(1, -0.8), at(1, -0.35), at(0, -0.5),
          ], isClosed: true), .hat, paint)
      layer.mark(
        smooth(
          [
            at(-1.1, -0.65), at(0, -0.78), at(1.1, -0.65), at(1.2, -0.2), at(0, -0.3),
            at(-1.2, -0.2),
          ], isClosed: true), band, on: s)
    case .beret:
      _ = cap(
        smooth(
          [
            at(-1, -0.62), at(-1.35, -0.95), at(-0.8, up - 0.3), at(0.3, up - 0.35),
            at(1.2, up + 0.05), at(1.05, -0.65), at(0, -0.78),
          ], isClosed: true), .hat, paint)
    case .cap:
      _ = cap(
        smooth(
          [
            at(-1, -0.45), at(-0.98, -0.85), at(-0.5, up - 0.2), at(0, up - 0.25),
            at(0.5, up - 0.2), at(0.98, -0.85), at(1, -0.45), at(0, -0.55),
          ], isClosed: true), .hat, paint)
      if !isBackOfHead {
        let x = tilt * 0.9
        _ = cap(
          smooth(
            [
              at(x - 0.85 + 0.2 * abs(tilt), -0.5), at(x, -0.62),
              at(x + 0.85 - 0.2 * abs(tilt), -0.5), at(x * 1.25 + 0.55, -0.2),
              at(x * 1.25 - 0.55, -0.2),
            ], isClosed: true), .hat, band)
      }
    case .top, .straw:
      let isStraw = outfit.hat == .straw
      let high: Float = isStraw ? 0.35 : character.chance.value("top hat", 0.6, 1.1)
      let brim: Float = isStraw ? 1.9 : 1.4
      _ = cap(
        smooth([at(-brim, -0.72), at(0, -0.98), at(brim, -0.72), at(0, -0.5)], isClosed: true),
        .hat, paint)
      let s = cap(
        isStraw
          ? smooth(
            [
              at(-0.9, -0.75), at(-0.85, up - high), at(0, up - high - 0.15), at(0.85, up - high),
              at(0.9, -0.75), at(0, -0.66),
            ], isClosed: true)
          : [
            at(-0.8, -0.78), at(-0.86, up - high), at(-0.4, up - high - 0.05),
            at(0.4, up - high - 0.05), at(0.86, up - high), at(0.8, -0.78), at(0.4, -0.68),
            at(-0.4, -0.68),
          ], .hat, paint)
      layer.mark(
        [
          at(-1.2, -0.78), at(0, -0.7), at(1.2, -0.78), at(1.2, -1.05), at(0, -0.95),
          at(-1.2, -1.05),
        ], band, on: s)
    case .witch:
      _ = cap(
        smooth(
          [at(-2, -0.55), at(0, -0.95), at(2, -0.55), at(0.9, -0.38), at(-0.9, -0.38)],
          isClosed: true), .hat, paint)
      let side = character.chance.sign("witch")
      let s = cap(
        [at(-0.9, -0.68), at(-0.5, up - 0.3)]
          + bow(
            at(-0.5, up - 0.3), at(side * 0.1, up - 1.1),
            at(side * 0.8, up - 0.95 + 0.3 * pose.wind))
          + bow(at(side * 0.8, up - 0.95 + 0.3 * pose.wind), at(0.3, up - 0.8), at(0.9, -0.68)) + [
            at(0, -0.55)
          ], .hat, paint)
      layer.mark(
        [
          at(-1.2, -0.7), at(0, -0.58), at(1.2, -0.7), at(1.2, -0.98), at(0, -0.85),
          at(-1.2, -0.98),
        ], band, on: s)
    case .bicorne:
      let s = cap(
        smooth(
          [
            at(-1.75, -0.5), at(-1.15, -0.95), at(-0.55, up - 0.4), at(0, up - 0.55),
            at(0.55, up - 0.4), at(1.15, -0.95), at(1.75, -0.5), at(0.8, -0.5), at(0, -0.6),
            at(-0.8, -0.5),
          ], isClosed: true), .hat, paint)
      if character.chance.happens("badge", 0.6) {
        layer.mark(ellipse(at(tilt * 0.4, up - 0.1), Vector(0.16, 0.13)), band, on: s)
      }
    case .chef:
      _ = cap(
        smooth(
          [
            at(-0.85, -0.8), at(-1.25, up - 0.35), at(-0.75, up - 0.75), at(0, up - 0.85),
            at(0.75, up - 0.75), at(1.25, up - 0.35), at(0.85, -0.8),
          ], isClosed: true), .hat, colours.white)
      _ = cap(
        [
          at(-0.95, -0.5), at(-0.95, up - 0.15), at(0, up - 0.1), at(0.95, up - 0.15),
          at(0.95, -0.5), at(0, -0.42),
        ], .hatBand, character.chance.happens("white band", 0.5) ? colours.white : band)
    case .crown:
      let low: Float = -0.85
      var outline = [at(-0.62, low)]
      for step in 0...4 {
        let x = -0.62 + 0.31 * Float(step)
        outline.append(at(x, up - 0.3))
        if step < 4 { outline.append(at(x + 0.155, up - 0.05)) }
      }
      outline += [at(0.62, low), at(0, low + 0.08)]
      _ = cap(outline, .hat, colours.metal)
    case .band, .maid:
      let s = cap(
        smooth(
          [
            at(-0.98, -0.35), at(-0.9, -0.72), at(0, up + 0.02), at(0.9, -0.72), at(0.98, -0.35),
            at(0.86, -0.4), at(0.76, -0.62), at(0, -0.8), at(-0.76, -0.62), at(-0.86, -0.4),
          ], isClosed: true), .headband, outfit.hat == .maid ? colours.white : band)
      if outfit.hat == .maid {
        let frill = (0...10).map { step -> Vector in
          let x = Float(step) / 5 - 1
          let rise: Float = step % 2 == 0 ? 0.18 : 0.08
          return at(x * 0.7, up - 0.05 - rise + 0.12 * x * x)
        }
        _ = cap(frill + [at(0.7, -0.75), at(0, -0.95), at(-0.7, -0.75)], .headband, colours.white)
      } else if character.chance.happens("band dots", 0.3) {
        layer.mark(ellipse(at(0, -0.92), Vector(repeating: 0.04)), colours.cloth[3], on: s)
      }
    case .headphones:
      let arch = smooth([
        at(-1.02, -0.1), at(-0.95, -0.7), at(0, up - 0.1), at(0.95, -0.7), at(1.02, -0.1),
      ])
      let strip = Ribbon(spine: arch, v: arch.indices.map { Float($0) / Float(arch.count - 1) }) {
        _ in 0.035
      }
      _ = cap(strip.outline(0, 1), .headband, colours.cloth[3])
      for side in [Float(-1), 1] where tilt * side < 0.8 {
        _ = cap(
          ellipse(at(side * 1.02, 0.1), Vector(0.09 + 0.06 * abs(tilt), 0.15)), .headband, paint)
      }
    case .hood:
      guard !isBackOfHead else {
        _ = cap(
          smooth(
            [
              at(-1.2, 0.9), at(-1.2, -0.3), at(-0.7, up - 0.3), at(0, up - 0.45),
              at(0.7, up - 0.3), at(1.2, -0.3), at(1.2, 0.9),
            ], isClosed: true), .hood, outerPaint)
        break
      }
      let x = tilt * 0.3
      let outside = smooth([
        at(-1.15, 1.05), at(-1.25 - x * 0.4, -0.2), at(-0.8, up - 0.25), at(0, up - 0.45),
        at(0.8, up - 0.25), at(1.25 - x * 0.4, -0.2), at(1.15, 1.05),
      ])
      let inside = smooth([
        at(0.8 + x, 1.0), at(0.92 + x, 0.1), at(0.65 + x, -0.75), at(x, -0.98),
        at(-0.65 + x, -0.75), at(-0.92 + x, 0.1), at(-0.8 + x, 1.0),
      ])
      _ = cap(outside + inside, .hood, outerPaint)
    case .helmet:
      let s = cap(
        smooth(
          [
            at(-1.05, 0.3), at(-1.1, -0.5), at(-0.6, up - 0.15), at(0, up - 0.25),
            at(0.6, up - 0.15), at(1.1, -0.5), at(1.05, 0.3), at(0.8, -0.1), at(0.6, -0.42),
            at(0, -0.48), at(-0.6, -0.42), at(-0.8, -0.1),
          ], isClosed: true), .hat, colours.metal)
      layer.mark(
        [at(-0.09, up - 0.5), at(0.09, up - 0.5), at(0.09, -0.3), at(-0.09, -0.3)], band, on: s)
    case .bow, .twinBows:
      let places: [Float] =
        outfit.hat == .bow ? [character.chance.value("bow place", -0.7, 0.7)] : [-0.85, 0.85]
      for x in places {
        drawBow(
          at(x, -0.95 + 0.3 * abs(x)), size: character.chance.value("bow size", 0.15, 0.42),
          angle: x * 0.6 + head.roll, .hairRibbon, band, &layer)
      }
    case .flower:
      let centre = at(character.chance.sign("flower") * 0.75, -0.6)
      let petals = character.chance.count("petals", 5, 7)
      for petal in 0..<petals {
        let t = Float(petal) / Float(petals) * 2 * .pi
        _ = cap(
          ellipse(
            centre + Vector(cosine(t), sine(t)) * 0.08, Vector(0.07, 0.05), angle: t, count: 12),
          .hairRibbon, paint)
      }
      _ = cap(ellipse(centre, Vector(repeating: 0.045), count: 12), .hairRibbon, colours.metal)
    case .veil:
      _ = cap(
        smooth(
          [
            at(-0.95, -0.5), at(-0.6, up - 0.1), at(0, up - 0.18), at(0.6, up - 0.1),
            at(0.95, -0.5), at(1.35, 1.5), at(1.0, 1.7), at(0.85, 0), at(0.5, -0.72), at(0, -0.85),
            at(-0.5, -0.72), at(-0.85, 0), at(-1.0, 1.7), at(-1.35, 1.5),
          ], isClosed: true), .hat, colours.white.mixed(band, 0.15))
    }
    sketch.add(layer)
  }
}
