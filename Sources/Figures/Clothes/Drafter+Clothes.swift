extension Drafter {
  mutating func drawClothes() {
    if !character.isUndressed {
      let isDress = outfit.bottom == .dress
      drawHips()
      drawShirt()
      if outfit.bottom == .skirt || outfit.bottom == .longSkirt || outfit.bottom == .pleated
        || isDress
      {
        drawSkirt()
      }
      if outfit.hasBelt && !isMissing("belt") { drawBelt() }
      drawCollar()
    }
    if outfit.outer != .none && !isMissing("outer") { drawOuter() }
    if outfit.hasScarf && !isMissing("scarf") { drawScarf() }
    if outfit.hasStrap && !isMissing("strap") { drawStrap() }
    if outfit.hasChoker && !isMissing("choker") { drawChoker() }
    if outfit.hasArmour { drawArmour() }
  }

  var shirtPaint: Paint { colours.cloth[0] }
  var bottomPaint: Paint { outfit.bottom == .dress ? colours.cloth[0] : colours.cloth[1] }
  var outerPaint: Paint { colours.cloth[2] }

  /// Folds that run out from a point: lines, and wrinkles that end no colour.
  func folds(
    _ strip: Ribbon, _ surface: Int, count: Int, from: Float, to: Float, _ layer: inout Sketch.Layer
  ) {
    // Some hands draw every crease, others next to none.
    let creases = chance.value("creases", 0.5, 2.6)
    for index in 0..<Int(Float(count) * creases + 0.5) {
      let own = chance("fold")(surface)(index)
      let side = own.sign("side")
      let v = own.value("v", from, to)
      let u = side * own.value("u", 0.55, 1)
      let long = own.value("long", 0.2, 0.7)
      let fall = own.bell("fall", -0.12, 0.2)
      let middle = Vector(u - side * long * 0.5, v + fall * 0.4)
      let end = Vector(u - side * long, v + fall)
      let line = smooth([strip(u, v), strip(middle.x, middle.y), strip(end.x, end.y)], steps: 4)
      let kind: SketchStroke.Kind = own.happens("wrinkle", 0.5) ? .wrinkle : .inner
      if own.happens("dark", 0.4) {
        layer.shade(line + [strip(middle.x, middle.y + 0.05)], 1, on: surface, isTraced: false)
      }
      layer.stroke(line, kind, weight: 0.75, tapers: (0.9, 0.1), surface, on: surface)
      if own.happens("forks", 0.3) {
        let fork = strip(middle.x - side * long * 0.3, middle.y - fall * 0.5 + 0.03)
        layer.stroke(
          [strip(middle.x, middle.y), fork], kind, weight: 0.6, tapers: (0.7, 0.1), surface,
          on: surface)
      }
    }
  }

  /// Cloth that changes its colour towards the hem.
  func clothGradient(_ start: Vector, _ end: Vector) -> Gradient? {
    character.chance.happens("graded cloth", 0.1)
      ? Gradient(start: start, end: end, paint: colours.cloth[5]) : nil
  }

  private mutating func drawBelt() {
    let trunk = skeleton.trunk
    let v: Float = outfit.hem < 0.85 && outfit.bottom != .dress ? 0.84 : 0.62
    var layer = Sketch.Layer(depth: Depth.belt)
    let surface = sketch.newSurface()
    let ease = 1 + outfit.ease * 0.6
    let outline = trunk.outline(v - 0.02, v + 0.055, ease: ease)
    layer.surface(
      outline, .belt,
      character.chance.happens("cloth belt", 0.4) ? colours.cloth[3] : colours.leather, surface,
      frame: .ribbon(trunk, v - 0.1...v + 0.1, isBack: pose.isFromBehind), weight: 0.9)
    layer.form(outline, surface, light: light, 0.02)
    if !pose.isFromBehind {
      let buckle = sketch.newSurface()
      let s = (trunk(0, v + 0.06) - trunk(0, v - 0.02)).length * 0.62
      let at = trunk(0, v + 0.018)
      if character.chance.happens("bow belt", 0.2) {
        drawBow(at, size: s * 3, angle: 0, .belt, colours.cloth[3], &layer)
      } else {
        layer.surface(
          [at + Vector(-s, -s), at + Vector(s, -s), at + Vector(s, s), at + Vector(-s, s)], .buckle,
          colours.metal, buckle, weight: 0.8)
      }
    }
    sketch.add(layer)
  }

  private mutating func drawScarf() {
    var layer = Sketch.Layer(depth: Depth.scarf)
    let surface = sketch.newSurface()
    let trunk = skeleton.trunk
    let w = skeleton.neckRadius * 2.1 + 0.05
    let at = trunk(0, 0.0)
    let paint = colours.cloth[4]
    let tail = sketch.newSurface()
    let side = character.chance.sign("scarf side")
    let strip = Ribbon(
      spine: [at, at + Vector(side * 0.1, 0.3), at + Vector(side * 0.12 + pose.wind * 0.2, 0.85)],
      v: [0, 0.4, 1]
    ) { _ in w * 0.32 }
    let long = strip.outline(0, 1)
    layer.surface(long, .scarf, paint, tail, frame: .ribbon(strip, 0...1))
    layer.form(long, tail, light: light, 0.03)
    if character.chance.happens("scarf bars", 0.5) {
      for v in [Float(0.75), 0.87] {
        layer.mark(strip.outline(v, v + 0.06, ease: 1.2), colours.cloth[5], on: tail)
      }
    }
    let ring = smooth(
      [
        at + Vector(-w, -0.02), at + Vector(-w * 0.9, -0.12), at + Vector(0, -0.06),
        at + Vector(w * 0.9, -0.12), at + Vector(w, -0.02), at + Vector(w * 0.6, 0.11),
        at + Vector(0, 0.15), at + Vector(-w * 0.6, 0.11),
      ], isClosed: true)
    let frame = PieceFrame.ribbon(
      Ribbon(spine: [at + Vector(0, -0.1), at + Vector(0, 0.14)], v: [0, 1]) { _ in w }, 0...1)
    layer.surface(ring, .scarf, paint, surface, frame: frame)
    layer.form(ring, surface, light: light, 0.04)
    layer.stroke(
      smooth([at + Vector(-w * 0.7, 0.0), at + Vector(0, 0.07), at + Vector(w * 0.6, 0.02)]),
      .inner, surface)
    sketch.add(layer)
  }

  private mutating func drawStrap() {
    var layer = Sketch.Layer(depth: Depth.belt + 0.5)
    let surface = sketch.newSurface()
    let trunk = skeleton.trunk
    let side = character.chance.sign("strap")
    let outline = [
      trunk(side * 0.75, 0.09), trunk(side * 0.55, 0.075), trunk(-side * 1.02, 0.74),
      trunk(-side * 1.02, 0.82),
    ]
    let frame = PieceFrame.ribbon(
      Ribbon(
        v: [0, 1], left: [outline[0], outline[3]],
        middle: [mix(outline[0], outline[1], 0.5), mix(outline[2], outline[3], 0.5)],
        right: [outline[1], outline[2]]), 0...1)
    layer.surface(outline, .strap, colours.leather, surface, frame: frame, weight: 0.9)
    sketch.add(layer)
  }

  private mutating func drawChoker() {
    var layer = Sketch.Layer(depth: Depth.trunk + 0.5)
    let surface = sketch.newSurface()
    let neck = neckRibbon
    layer.surface(
      neck.outline(0.55, 0.75, ease: 1.04), .jewel, colours.cloth[5], surface,
      frame: .ribbon(neck, 0.5...0.8), weight: 0.8)
    if !pose.isFromBehind {
      let gem = sketch.newSurface()
      layer.surface(
        ellipse(neck(0, 0.85), Vector(0.03, 0.035), count: 12), .jewel, colours.metal, gem,
        weight: 0.7)
    }
    sketch.add(layer)
  }

  private mutating func drawArmour() {
    for index in 0..<2 {
      let limb = skeleton.arms[index]
      var layer = Sketch.Layer(depth: armDepth(index) + 0.4)
      let tube = limb.ribbon(from: -0.2, ease: 1.35, more: 0.02)
      for plate in (0..<2).reversed() {
        let surface = sketch.newSurface()
        let from = -0.14 + 0.2 * Float(plate)
        let outline = tube.outline(from, from + 0.3, startIsRound: plate == 0)
        layer.surface(outline, .armour, colours.metal, surface, frame: .ribbon(tube, -0.2...0.6))
        layer.form(outline, surface, light: light, 0.05)
      }
      sketch.add(layer)
    }
  }
}
