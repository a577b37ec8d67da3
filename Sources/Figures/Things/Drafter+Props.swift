extension Drafter {
  /// The figure's props: held in a hand, or hanging at its side.
  mutating func drawProps() {
    guard outfit.prop != .none, !isMissing("prop") else { return }
    if outfit.prop == .sword && isSheathed { return drawSheathed() }
    if outfit.prop == .bag { return drawBag() }
    guard let index = (0..<2).first(where: { holds($0) }) else { return }
    let (wrist, along, thumb) = handFrame(index)
    let grip = wrist + along * build.hand * 0.4
    var layer = Sketch.Layer(depth: armDepth(index) - 0.3)
    // A rod is held across the hand, roughly upright.
    var axis = thumb
    if axis.y > 0.2 && outfit.prop != .umbrella { axis = -axis }
    axis = axis.turned(chance.bell("prop turn", -0.5, 0.5))
    drawHeld(outfit.prop, grip, axis, &layer)
    sketch.add(layer)
  }

  /// A part of a thing, in its own axes: `x` across, `y` along.
  private mutating func add(
    _ at: Vector, _ axis: Vector, _ points: [Vector], _ group: PartGroup, _ paint: Paint,
    _ layer: inout Sketch.Layer
  ) -> Int {
    let across = axis.quarter
    func to(_ point: Vector) -> Vector { at + across * point.x + axis * point.y }
    let low = points.reduce(points[0].y) { min($0, $1.y) }
    let high = points.reduce(points[0].y) { max($0, $1.y) }
    let wide = points.reduce(Float(0.01)) { max($0, abs($1.x)) }
    let frame = PieceFrame.ribbon(
      Ribbon(
        v: [0, 1], left: [to(Vector(-wide, low)), to(Vector(-wide, high))],
        middle: [to(Vector(0, low)), to(Vector(0, high))],
        right: [to(Vector(wide, low)), to(Vector(wide, high))]), 0...1)
    let surface = sketch.newSurface()
    let outline = points.map(to)
    layer.surface(outline, group, paint, surface, frame: frame)
    layer.form(outline, surface, light: light, 0.03)
    return surface
  }

  private mutating func drawHeld(
    _ prop: OutfitDesign.Prop, _ at: Vector, _ axis: Vector, _ layer: inout Sketch.Layer
  ) {
    let own = character.chance("prop")
    let unit = build.hand
    let paint = colours.cloth[5]
    func box(_ x: Float, _ from: Float, _ to: Float) -> [Vector] {
      [Vector(-x, from), Vector(x, from), Vector(x, to), Vector(-x, to)].map { $0 * unit }
    }
    switch prop {
    case .sword:
      let long = own.value("blade", 3, 6.5)
      let wide = own.value("blade wide", 0.15, 0.4)
      _ = add(
        at, axis,
        [
          Vector(-wide, 0.5), Vector(wide, 0.5), Vector(wide * 0.9, long - 0.5), Vector(0, long),
          Vector(-wide * 0.9, long - 0.5),
        ].map { $0 * unit }, .blade, colours.metal.mixed(colours.white, 0.4), &layer)
      layer.stroke(
        [at + axis * unit * 0.5, at + axis * unit * (long - 0.5)], .inner, sketch.surfaces - 1)
      _ = add(at, axis, box(own.value("guard", 0.4, 0.9), 0.4, 0.6), .hilt, colours.metal, &layer)
      _ = add(at, axis, box(0.14, -0.8, 0.4), .hilt, colours.leather, &layer)
    case .staff, .spear:
      let long = own.value("staff", 3.5, 6)
      _ = add(at, axis, box(0.11, -long, long * 0.6), .shaft, colours.leather, &layer)
      if prop == .spear {
        _ = add(
          at, axis,
          [
            Vector(-0.35, long * 0.6), Vector(0, long * 0.6 - 0.2), Vector(0.35, long * 0.6),
            Vector(0, long * 0.6 + 1.3),
          ].map { $0 * unit }, .blade, colours.metal, &layer)
      } else {
        _ = add(
          at, axis, ellipse(Vector(0, long * 0.6 + 0.4), Vector(0.5, 0.55)).map { $0 * unit },
          .thing, paint, &layer)
      }
    case .book:
      let s = add(at, axis, box(0.85, -0.9, 1.4), .book, paint, &layer)
      layer.mark(
        [Vector(-0.85, -0.9), Vector(-0.6, -0.9), Vector(-0.6, 1.4), Vector(-0.85, 1.4)].map {
          at + axis.quarter * ($0.x * unit) + axis * ($0.y * unit)
        }, colours.cloth[3], on: s)
    case .umbrella:
      _ = add(at, axis, box(0.07, -0.6, 3.2), .shaft, colours.leather, &layer)
      let ribs = (0...6).map { step -> Vector in
        let t = Float(step) / 6
        return Vector((1 - 2 * t) * 2.6, 2.2 + (step % 2 == 0 ? 0 : 0.22))
      }
      let dome = (0...10).map { step -> Vector in
        let t = Float(step) / 10 * .pi
        return Vector(-cosine(t) * 2.6, 2.2 + sine(t) * 1.5)
      }
      let s = add(at, axis, (dome + ribs).map { $0 * unit }, .thing, paint, &layer)
      for x in [Float(-0.9), 0.9] {
        layer.stroke(
          [at + axis * (3.7 * unit), at + axis * (2.3 * unit) + axis.quarter * (x * unit)], .inner,
          s)
      }
    case .cup:
      _ = add(
        at, axis, ellipse(Vector(0.5, 0.35), Vector(0.3, 0.32)).map { $0 * unit }, .thing, paint,
        &layer)
      let s = add(
        at, axis,
        [Vector(-0.42, 0.9), Vector(0.42, 0.9), Vector(0.34, -0.3), Vector(-0.34, -0.3)].map {
          $0 * unit
        }, .thing, paint, &layer)
      layer.mark(
        [Vector(-0.5, 0.5), Vector(0.5, 0.5), Vector(0.5, 0.25), Vector(-0.5, 0.25)].map {
          at + axis.quarter * ($0.x * unit) + axis * ($0.y * unit)
        }, colours.cloth[3], on: s)
    case .phone:
      let s = add(at, axis, box(0.33, -0.2, 1.1), .thing, colours.black, &layer)
      layer.mark(
        [Vector(-0.27, 0), Vector(0.27, 0), Vector(0.27, 1), Vector(-0.27, 1)].map {
          at + axis.quarter * ($0.x * unit) + axis * ($0.y * unit)
        }, colours.iris, on: s)
    case .flower:
      _ = add(
        at, axis, box(0.06, -0.9, 1.5), .shaft, Paint(hue: 0.33, saturation: 0.6, value: 0.55),
        &layer)
      for petal in 0..<6 {
        let t = Float(petal) / 6 * 2 * .pi
        _ = add(
          at, axis,
          ellipse(
            Vector(cosine(t) * 0.35, 1.6 + sine(t) * 0.35), Vector(0.3, 0.22), angle: t, count: 12
          ).map { $0 * unit }, .thing, paint, &layer)
      }
      _ = add(
        at, axis, ellipse(Vector(0, 1.6), Vector(0.2, 0.2), count: 12).map { $0 * unit },
        .thingTrim, colours.metal, &layer)
    case .ball:
      let s = add(
        at, axis, ellipse(Vector(0, 0.7), Vector(0.9, 0.9), count: 28).map { $0 * unit }, .thing,
        paint, &layer)
      layer.mark(
        ellipse(at + axis * (0.7 * unit), Vector(0.95, 0.3) * unit, angle: arc(axis.y, axis.x)),
        colours.cloth[3], on: s)
    case .scroll:
      _ = add(
        at, axis, box(0.75, -1.7, 0.2), .thing, Paint(hue: 0.11, saturation: 0.2, value: 0.96),
        &layer)
      for y in [Float(-1.75), 0.25] {
        _ = add(at, axis, box(0.95, y - 0.13, y + 0.13), .thingTrim, colours.leather, &layer)
      }
    case .none, .bag: break
    }
  }

  private mutating func drawSheathed() {
    let side = character.chance.sign("sheath")
    let at = skeleton.trunk(side * 0.95, 0.8)
    let turn = chance.bell("sheath turn", -0.35, 0.35)
    let axis = Vector(side * 0.55, 0.85).unit.turned(turn)
    let unit = build.hand
    var layer = Sketch.Layer(
      depth: pose.isFromBehind || chance.happens("behind", 0.4) ? Depth.tail + 0.5 : Depth.coat + 1)
    let long = character.chance("prop").value("blade", 3, 6.5)
    let wide = character.chance("prop").value("blade wide", 0.15, 0.4) + 0.05
    let s = add(
      at, axis,
      [
        Vector(-wide, 0), Vector(wide, 0), Vector(wide, long - 0.3), Vector(0, long),
        Vector(-wide, long - 0.3),
      ].map { $0 * unit }, .sheath, colours.cloth[5].mixed(colours.black, 0.3), &layer)
    layer.mark(
      [Vector(-0.6, 0.2), Vector(0.6, 0.2), Vector(0.6, 0.45), Vector(-0.6, 0.45)].map {
        at + axis.quarter * ($0.x * unit) + axis * ($0.y * unit)
      }, colours.metal, on: s)
    _ = add(
      at, axis,
      [Vector(-0.5, -0.18), Vector(0.5, -0.18), Vector(0.5, 0), Vector(-0.5, 0)].map { $0 * unit },
      .hilt, colours.metal, &layer)
    _ = add(
      at, axis,
      [Vector(-0.14, -1.3), Vector(0.14, -1.3), Vector(0.14, -0.18), Vector(-0.14, -0.18)].map {
        $0 * unit
      }, .hilt, colours.leather, &layer)
    sketch.add(layer)
  }

  private mutating func drawBag() {
    let side = character.chance.sign("bag")
    let at = skeleton.trunk(side * 1.05, 0.92)
    var layer = Sketch.Layer(depth: Depth.coat + 1.2)
    let unit = build.hand * character.chance.value("bag", 1, 1.7)
    let strap = sketch.newSurface()
    let from = skeleton.trunk(-side * 0.5, 0.07)
    let strip = Ribbon(spine: [from, mix(from, at, 0.5), at], v: [0, 0.5, 1]) { _ in 0.035 }
    layer.surface(
      strip.outline(0, 1), .strap, colours.leather, strap, frame: .ribbon(strip, 0...1), weight: 0.8
    )
    let s = add(
      at, Vector(0, 1),
      [
        Vector(-0.9, -0.4), Vector(0.9, -0.4), Vector(1, 0.8), Vector(0.8, 1), Vector(-0.8, 1),
        Vector(-1, 0.8),
      ].map { $0 * unit }, .bag, colours.cloth[5], &layer)
    layer.mark(
      [Vector(-0.95, -0.5), Vector(0.95, -0.5), Vector(0.7, 0.25), Vector(-0.7, 0.25)].map {
        at + $0 * unit
      }, colours.leather, on: s)
    sketch.add(layer)
  }
}
