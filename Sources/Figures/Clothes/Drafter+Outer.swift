extension Drafter {
  /// The garment over the others.
  mutating func drawOuter() {
    switch outfit.outer {
    case .none: break
    case .jacket: drawCoat(hem: 0.8, closes: 0.35)
    case .vest: drawCoat(hem: 0.75, closes: 0.3)
    case .hoodie: drawCoat(hem: 0.98, closes: 0.5)
    case .coat, .robe:
      drawCoat(
        hem: 1, closes: 0.3,
        tails: outfit.outer == .robe ? 1.5 : character.chance.value("coat tails", 0.5, 1.4))
    case .cape: drawCape()
    case .shawl: drawShawl()
    case .apron: drawApron()
    }
  }

  private mutating func drawCoat(hem: Float, closes: Float, tails: Float = 0) {
    let trunk = skeleton.trunk
    let ease = 1.12 + outfit.ease * 0.5
    let isOpen = character.chance.happens("open", 0.65)
    var layer = Sketch.Layer(depth: Depth.coat)
    let frame = PieceFrame.ribbon(trunk, 0...1, isBack: pose.isFromBehind)
    if tails > 0 { drawCoatTails(tails, isOpen: isOpen, &layer) }
    for side in [Float(-1), 1] {
      let surface = sketch.newSurface()
      let inner: Float =
        pose.isFromBehind ? 0 : isOpen ? character.chance.value("opening", 0.2, 0.6) : 0.0
      let front: [Vector] = [
        Vector(side * 0.55, 0.0), Vector(side * (inner * 0.6 + 0.06), closes * 0.6),
        Vector(side * inner, closes + 0.1), Vector(side * (inner + (isOpen ? 0.1 : 0)), hem),
      ]
      let outside: [Vector] =
        (0...8).map {
          Vector(
            side * mix(ease, ease + outfit.ease * 0.4, Float($0) / 8), mix(hem, 0.1, Float($0) / 8))
        } + [Vector(side * 1.05, 0.03)]
      let outline = trunk(front + outside)
      layer.surface(outline, .coat, outerPaint, surface, frame: frame, isOutlined: false)
      layer.form(outline, surface, light: light, build.waist * 0.18)
      layer.stroke(
        trunk(front), pose.isFromBehind ? .wrinkle : .outline, tapers: (0.8, 0.9), surface)
      layer.stroke(trunk(outside), .outline, tapers: (0.9, 0.6), surface)
      layer.stroke(
        trunk([front[3], outside[0]]), tails > 0 ? .border : .outline, tapers: (1, 1), surface)
      folds(trunk, surface, count: 2, from: 0.35, to: hem - 0.1, &layer)
      if outfit.outer == .hoodie && character.chance.happens("pocket", 0.6) && !pose.isFromBehind {
        layer.stroke(trunk([Vector(side * 0.7, 0.62), Vector(side * 0.85, 0.8)]), .inner, surface)
      }
      if !pose.isFromBehind && outfit.outer != .hoodie && outfit.outer != .vest {
        let lapel = sketch.newSurface()
        let flap = trunk([
          Vector(side * 0.75, -0.02), Vector(side * (inner + 0.05), closes + 0.05),
          Vector(side * (inner + 0.42), closes * 0.55),
          Vector(side * (inner * 0.5 + 0.62), closes * 0.42), Vector(side * 0.92, 0.05),
        ])
        let paint = character.chance.happens("lapel colour", 0.4) ? colours.cloth[4] : outerPaint
        layer.surface(flap, .lapel, paint, lapel, frame: frame)
        layer.form(flap, lapel, light: light, 0.02)
      }
      if !isOpen && side > 0 && !pose.isFromBehind {
        for step in 0..<character.chance.count("coat buttons", 2, 4) {
          layer.mark(
            ellipse(
              trunk(0.14, closes + 0.1 + 0.13 * Float(step)), Vector(repeating: 0.03), count: 10),
            colours.metal, on: surface)
        }
      }
    }
    if outfit.outer == .hoodie { drawHoodDown(&layer) }
    sketch.add(layer)
  }

  /// A coat's skirts: one at each side, over the thighs.
  private mutating func drawCoatTails(_ length: Float, isOpen: Bool, _ layer: inout Sketch.Layer) {
    for (index, side) in [Float(-1), 1].enumerated() {
      let leg = skeleton.legs[(index == 0) == (cosine(pose.turn) >= 0) ? 0 : 1]
      let trunk = skeleton.trunk
      let surface = sketch.newSurface()
      let inner: Float = isOpen && !pose.isFromBehind ? 0.35 : 0
      let a = trunk(side * (1.16 + outfit.ease * 0.5), 0.9)
      let b = trunk(side * inner, 0.9)
      let down =
        (mix(leg.place(length).seen, trunk(0, 1) + Vector(0, length * build.leg * 0.5), 0.6)
          - trunk(0, 1))
      let out = Vector(side * build.hip * (0.25 + outfit.flare * 0.5) + pose.wind * 0.2, 0)
      let c = a + down + out
      let d = b + down + out * 0.25
      let strip = Ribbon(
        v: [0, 1], left: [a, c], middle: [mix(a, b, 0.5), mix(c, d, 0.5)], right: [b, d])
      let hem = smooth([d, mix(d, c, 0.35) + Vector(0, 0.07), mix(d, c, 0.7) - Vector(0, 0.03), c])
      let outline = [a, b] + hem
      layer.surface(
        outline, .coatTail, outerPaint, surface, frame: .ribbon(strip, 0...1), isOutlined: false)
      layer.form(outline, surface, light: light, build.hip * 0.2)
      layer.stroke([b, d] + hem + [c, a], .outline, tapers: (0.8, 0.8), surface)
      layer.stroke([strip(0.1, 1), strip(0.15, 0.3)], .inner, tapers: (0.9, 0.1), surface)
      if character.chance.happens("coat edge", 0.35) {
        layer.mark(strip.outline(0.9, 1.2, ease: 1.4), colours.cloth[4], on: surface)
      }
    }
  }

  private mutating func drawHoodDown(_ layer: inout Sketch.Layer) {
    let surface = sketch.newSurface()
    let at = skeleton.trunk(0, 0.02)
    let w = skeleton.neckRadius + build.shoulder * 0.45
    let outline = smooth(
      [
        at + Vector(-w, 0.02), at + Vector(-w * 0.85, -0.14), at + Vector(-w * 0.4, -0.1),
        at + Vector(0, 0.06), at + Vector(w * 0.4, -0.1), at + Vector(w * 0.85, -0.14),
        at + Vector(w, 0.02), at + Vector(w * 0.5, 0.13), at + Vector(0, 0.18),
        at + Vector(-w * 0.5, 0.13),
      ], isClosed: true)
    layer.surface(
      outline, .hood, outerPaint, surface,
      frame: .ribbon(
        Ribbon(spine: [at + Vector(0, -0.1), at + Vector(0, 0.15)], v: [0, 1]) { _ in w }, 0...1))
    for side in [Float(-1), 1] {
      layer.stroke(
        [skeleton.trunk(side * 0.25, 0.15), skeleton.trunk(side * 0.28, 0.36)], .inner, weight: 1.2,
        tapers: (0.8, 0.8), surface)
    }
  }

  private mutating func drawCape() {
    let trunk = skeleton.trunk
    let length = character.chance.value("cape", 0.7, 1.7)
    let wide = build.shoulder * character.chance.value("cape wide", 1.1, 1.9)
    let top = trunk(0, 0.04)
    let end = top + Vector(pose.wind * 0.5, build.trunk + build.leg * 0.5 * length)
    let strip = Ribbon(
      spine: [top, mix(top, end, 0.3), mix(top, end, 0.65) + Vector(pose.wind * 0.15, 0), end],
      v: [0, 0.3, 0.65, 1]
    ) { v in mix(build.shoulder * 0.9, wide, v) }
    let hem = (0...12).map { Vector(1 - Float($0) / 6, 1 + ($0 % 2 == 0 ? 0.03 : -0.02)) }
    let outline =
      strip.edge(1, 0, 1) + smooth(strip(hem), steps: 3) + strip.edge(-1, 0, 1).reversed()
    var layer = Sketch.Layer(depth: pose.isFromBehind ? Depth.back : Depth.cape)
    let surface = sketch.newSurface()
    layer.surface(outline, .cape, outerPaint, surface, frame: .ribbon(strip, 0...1))
    layer.form(outline, surface, light: light, 0.12)
    for index in 0..<5 {
      let u = Float(index) / 2.5 - 0.8
      layer.stroke(strip.edge(u, 1, 0.3), .inner, weight: 0.8, tapers: (0.9, 0.1), surface)
      layer.shade([strip(u, 0.3), strip(u, 1.05), strip(u + 0.2, 1.05)], 1, on: surface)
    }
    if character.chance.happens("cape edge", 0.4) {
      layer.mark(strip.outline(0.92, 1.2, ease: 1.2), colours.cloth[4], on: surface)
    }
    if character.chance.happens("lining", 0.4) && !pose.isFromBehind {
      layer.mark(strip.outline(0.05, 1.3, ease: 0.82), colours.cloth[5], on: surface, line: .inner)
    }
    sketch.add(layer)
    drawShawl()
  }

  private mutating func drawShawl() {
    let trunk = skeleton.trunk
    var layer = Sketch.Layer(depth: Depth.arms + 2)
    let surface = sketch.newSurface()
    let low = character.chance.value("shawl", 0.18, 0.36) * (outfit.outer == .cape ? 0.7 : 1)
    let reach: Float = 1.16
    let outline = smooth(
      trunk([
        Vector(-1.0, -0.01), Vector(-reach, 0.12), Vector(-reach * 1.12, low),
        Vector(-0.6, low + 0.03), Vector(0, low + 0.11), Vector(0.6, low + 0.03),
        Vector(reach * 1.12, low), Vector(reach, 0.12), Vector(1.0, -0.01), Vector(0, 0.08),
      ]), isClosed: true)
    layer.surface(
      outline, .cape, outerPaint, surface, frame: .ribbon(trunk, 0...0.5, isBack: pose.isFromBehind)
    )
    layer.form(outline, surface, light: light, 0.05)
    if !pose.isFromBehind {
      layer.stroke(trunk([Vector(0, 0.1), Vector(0.02, low)]), .inner, surface, on: surface)
      layer.mark(
        ellipse(trunk(0, 0.1), Vector(repeating: 0.05), count: 12), colours.metal, on: surface)
    }
    sketch.add(layer)
  }

  private mutating func drawApron() {
    guard !pose.isFromBehind else { return }
    let trunk = skeleton.trunk
    var layer = Sketch.Layer(depth: Depth.coat)
    let paint = character.chance.happens("white apron", 0.6) ? colours.white : outerPaint
    let bib = sketch.newSurface()
    layer.surface(
      trunk([Vector(-0.5, 0.2), Vector(0.5, 0.2), Vector(0.7, 0.63), Vector(-0.7, 0.63)]), .apron,
      paint, bib, frame: .ribbon(trunk, 0.1...0.7, isBack: pose.isFromBehind))
    let skirt = sketch.newSurface()
    let low = skeleton.legs.map { $0.place(0.75).seen }
    let end = mix(low[0], low[1], 0.5)
    let top = trunk(0, 0.62)
    let strip = Ribbon(spine: [top, mix(top, end, 0.5), end], v: [0, 0.5, 1]) { v in
      build.waist * 0.8 + build.hip * 0.6 * v
    }
    let outline = smooth(
      [
        strip(-1, 0), strip(1, 0), strip(1.05, 0.6), strip(0.8, 1.02), strip(0, 1.08),
        strip(-0.8, 1.02), strip(-1.05, 0.6),
      ], isClosed: true)
    layer.surface(outline, .apron, paint, skirt, frame: .ribbon(strip, 0...1))
    layer.form(outline, skirt, light: light, 0.06)
    layer.stroke([strip(0.3, 1), strip(0.25, 0.4)], .inner, tapers: (0.8, 0.1), skirt)
    sketch.add(layer)
  }
}
