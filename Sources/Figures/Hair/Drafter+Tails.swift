extension Drafter {
  /// Tied hair: tails, braids, buns, drills.
  mutating func drawTails() {
    let hair = character.hair
    let places: [(Float, Float)]
    switch hair.tails {
    case .none: return
    case .pony: places = [(.pi, character.chance.value("pony high", -0.8, 0))]
    case .top: places = [(.pi * 0.9, -1.2)]
    case .low, .braid: places = [(.pi, 0.55)]
    case .bun: places = [(.pi, character.chance.value("bun high", -0.8, 0.2))]
    case .side: places = [(1.75, character.chance.value("side high", -0.3, 0.3))]
    case .twin, .drills, .twinBuns:
      places = [
        (-1.85, character.chance.value("twins high", -0.75, 0.1)),
        (1.85, character.chance.value("twins high", -0.75, 0.1)),
      ]
    case .twinBraids: places = [(-1.7, 0.5), (1.7, 0.5)]
    }
    for (index, place) in places.enumerated() {
      let root = skeleton.head.surface(place.0, place.1, height: 1.02)
      let isInFront = root.z > 0.02 || isBackOfHead
      let hangsForward =
        places.count == 2 && chance.happens("over the shoulder", 0.4)
        || hair.tails == .braid && chance.happens("braid forward", 0.4)
      var layer = Sketch.Layer(
        depth: isBackOfHead
          ? Depth.back + 0.5
          : hangsForward ? Depth.hairSide + 0.3 : isInFront ? Depth.hairSide + 0.2 : Depth.hairTails
      )
      let surface = sketch.newSurface()
      let centre = skeleton.head.centre
      var out = (root.seen - centre)
      out = out.length > 0.05 ? out.unit : Vector(pose.wind < 0 ? -1 : 1, -0.4).unit
      let at = root.seen + out * 0.03
      drawTail(at, out, index, surface, &layer)
      drawTie(at, out, &layer)
      sketch.add(layer)
    }
  }

  private mutating func drawTail(
    _ at: Vector, _ out: Vector, _ index: Int, _ surface: Int, _ layer: inout Sketch.Layer
  ) {
    let hair = character.hair
    let own = character.chance("tail")
    switch hair.tails {
    case .bun, .twinBuns:
      let size = own.value("bun", 0.13, 0.24)
      let outline = ellipse(at + out * size * 0.7, Vector(size, size * 0.92), count: 22)
      let frame = PieceFrame.ribbon(
        Ribbon(spine: [at, at + out * size * 2], v: [0, 1]) { _ in size }, 0...1)
      layer.surface(outline, .hairBun, colours.hair, surface, frame: frame)
      layer.form(outline, surface, light: light, size * 0.35)
      layer.stroke(
        section(ellipse(at + out * size * 0.7, Vector(size * 0.55, size * 0.5)), 0.1, 0.75), .inner,
        weight: 0.7, tapers: (0.1, 0.1), surface)
    case .braid, .twinBraids: drawBraid(at, length: own.value("braid", 0.8, 1.7), surface, &layer)
    case .drills: drawDrill(at, out, length: own.value("drill", 0.7, 1.4), surface, &layer)
    default:
      let long = own.value("long", 0.6, 2.2) * (hair.tails == .top ? 0.5 : 1)
      let rise = hair.tails == .low || hair.tails == .side ? Float(0.1) : 0.4
      let down = hanging
      let bend = at + out * (0.3 + long * 0.22) + Vector(0, -rise * 0.4)
      let tip =
        at + out * (0.15 + long * 0.12) + down * long * 0.95 + Vector(pose.wind * 0.3 * long, 0)
      let strip = lock(at, bend, tip, own.value("wide", 0.18, 0.42), belly: 0.45)
      drawLock(strip, .hairTail, surface, &layer, rootIsOpen: false, strands: 3)
      if own.happens("second point", 0.6) {
        let other = sketch.newSurface()
        drawLock(
          lock(at, bend + out * 0.06, tip + out * 0.14 - down * long * 0.18, 0.16), .hairTail,
          other, &layer, strands: 1)
      }
    }
  }

  private mutating func drawBraid(
    _ at: Vector, length: Float, _ surface: Int, _ layer: inout Sketch.Layer
  ) {
    let down = hanging
    let count = max(4, Int(length / 0.15))
    let end = at + down * length
    let frame = PieceFrame.ribbon(
      Ribbon(spine: [at, mix(at, end, 0.5), end], v: [0, 0.5, 1]) { _ in 0.12 }, 0...1)
    let tuft = sketch.newSurface()
    drawLock(
      lock(end - down * 0.05, end + down * 0.1, end + down * 0.28, 0.13), .hairTail, tuft, &layer,
      strands: 1)
    for index in 0..<count {
      let each = sketch.newSurface()
      let t = (Float(index) + 0.5) / Float(count)
      let side: Float = index % 2 == 0 ? 1 : -1
      let centre = mix(at, end, t) + down.quarter * (side * 0.035)
      let outline = ellipse(
        centre, Vector(0.105, 0.075) * mix(1.1, 0.75, t),
        angle: arc(down.y, down.x) - 1.57 + side * 0.5, count: 14)
      layer.surface(
        outline, .hairTail, colours.hair, each, frame: frame, weight: 0.9,
        gradient: hairGradient(at, end))
      layer.form(outline, each, light: light, 0.03)
    }
    let band = sketch.newSurface()
    layer.surface(ellipse(end, Vector(0.07, 0.04)), .hairRibbon, colours.cloth[2], band)
  }

  private mutating func drawDrill(
    _ at: Vector, _ out: Vector, length: Float, _ surface: Int, _ layer: inout Sketch.Layer
  ) {
    let down = (hanging + out * 0.2).unit
    let count = 5
    let end = at + down * length
    let frame = PieceFrame.ribbon(
      Ribbon(spine: [at, mix(at, end, 0.5), end], v: [0, 0.5, 1]) { _ in 0.2 }, 0...1)
    for index in (0..<count).reversed() {
      let each = sketch.newSurface()
      let t = (Float(index) + 0.4) / Float(count)
      let size = mix(0.2, 0.06, t)
      let outline = ellipse(
        mix(at, end, t), Vector(size, length / Float(count) * 0.75), angle: 0.35, count: 16)
      layer.surface(
        outline, .hairTail, colours.hair, each, frame: frame, gradient: hairGradient(at, end))
      layer.form(outline, each, light: light, size * 0.4)
    }
  }

  private mutating func drawTie(_ at: Vector, _ out: Vector, _ layer: inout Sketch.Layer) {
    let kind = character.chance("tie").weighted("kind", [(0, 0.3), (1, 0.35), (2, 0.35)])
    guard kind > 0 && !isMissing("tie") else { return }
    let surface = sketch.newSurface()
    if kind == 1 {
      layer.surface(
        ellipse(at + out * 0.02, Vector(0.075, 0.05), angle: arc(out.y, out.x) + 1.57), .hairRibbon,
        colours.cloth[2], surface)
    } else {
      drawBow(
        at, size: character.chance("tie").value("bow", 0.12, 0.3), angle: arc(out.y, out.x) + 1.57,
        .hairRibbon, colours.cloth[2], &layer)
    }
  }

  /// A bow of two loops, a knot, and tails.
  mutating func drawBow(
    _ at: Vector, size: Float, angle: Float, _ group: PartGroup, _ paint: Paint, part: UInt8? = nil,
    _ layer: inout Sketch.Layer
  ) {
    func to(_ x: Float, _ y: Float) -> Vector { at + Vector(x * size, y * size).turned(angle) }
    let frame = PieceFrame.ribbon(
      Ribbon(
        v: [-1, 1], left: [to(-1.2, -1), to(-1.2, 1)], middle: [to(0, -1), to(0, 1)],
        right: [to(1.2, -1), to(1.2, 1)]), -1...1)
    for side in [Float(-1), 1] {
      let tail = sketch.newSurface()
      layer.surface(
        [
          to(0, 0), to(side * 0.35, 0.95), to(side * 0.6, 0.75), to(side * 0.75, 0.85),
          to(side * 0.15, 0.05),
        ], group, paint, tail, frame: frame, part: part)
      let loop = sketch.newSurface()
      let outline = smooth(
        [
          to(0, 0), to(side * 0.55, -0.5), to(side * 1.05, -0.42), to(side * 1.05, 0.38),
          to(side * 0.5, 0.36),
        ], isClosed: true, steps: 4)
      layer.surface(outline, group, paint, loop, frame: frame, part: part)
      layer.form(outline, loop, light: light, size * 0.14)
      layer.stroke([to(side * 0.15, -0.02), to(side * 0.55, -0.12)], .inner, weight: 0.7, loop)
    }
    let knot = sketch.newSurface()
    layer.surface(
      ellipse(to(0, 0), Vector(size * 0.18, size * 0.2), angle: angle, count: 12), group, paint,
      knot, frame: frame, part: part)
  }
}
