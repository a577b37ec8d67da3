extension Drafter {
  mutating func drawBeastEars() {
    let kind = outfit.beastEars
    guard kind > 0 else { return }
    let head = skeleton.head
    let own = character.chance("beast ear")
    for side in [Float(-1), 1] {
      var layer = Sketch.Layer(
        depth: isBackOfHead ? Depth.back + 0.4 : kind == 4 ? Depth.head - 0.5 : Depth.hat - 0.5)
      let base = head.surface(side * 0.85, -0.85, height: 1 + character.hair.volume)
      let up = (base.seen - head.centre).unit
      let lean =
        own.bell("lean", -0.2, 0.3) * side + chance("ear")(Int(side)).bell("this time", -0.15, 0.15)
      let axis = (up + Vector(0, -0.7).turned(head.roll)).unit.turned(lean)
      let across = axis.quarter
      let long: Float =
        kind == 2 ? own.value("long", 0.6, 1) : kind == 3 ? 0.2 : own.value("cat", 0.26, 0.46)
      let wide: Float = kind == 2 ? 0.1 : kind == 3 ? 0.15 : own.value("wide", 0.13, 0.2)
      let root = base.seen - axis * 0.06
      let tip = root + axis * long
      func shape(_ s: Float, _ from: Float) -> [Vector] {
        let low = root + axis * (from * long)
        if kind == 3 { return ellipse(root + axis * 0.1, Vector(wide * s, wide * s), count: 18) }
        if kind == 2 || kind == 4 {
          let fall = kind == 4 ? Vector(side * 0.25, 0.3) : .zero
          return smooth(
            [
              low + across * wide * s * 0.6, mix(root, tip, 0.55) + across * wide * s + fall * 0.4,
              mix(root, tip, mix(0.5, 1, s)) + fall,
              mix(root, tip, 0.55) - across * wide * s + fall * 0.4, low - across * wide * s * 0.6,
            ], isClosed: true, steps: 4)
        }
        return [low + across * wide * s]
          + bow(
            low + across * wide * s, mix(root, tip, 0.6) + across * wide * s * 0.8,
            mix(root, tip, mix(0.4, 1, s)))
          + bow(
            mix(root, tip, mix(0.4, 1, s)), mix(root, tip, 0.6) - across * wide * s * 0.8,
            low - across * wide * s)
      }
      let frame = PieceFrame.ribbon(Ribbon(spine: [root, tip], v: [0, 1]) { _ in wide }, 0...1)
      let surface = sketch.newSurface()
      let outline = shape(1, 0)
      layer.surface(outline, .beastEar, colours.beast, surface, frame: frame)
      layer.form(outline, surface, light: light, 0.03)
      if !isBackOfHead {
        let inside = sketch.newSurface()
        layer.surface(
          shape(0.6, 0.12), .beastEarInside, colours.beastSecond, inside, frame: frame, on: surface,
          weight: 0.7)
      }
      sketch.add(layer)
    }
  }

  mutating func drawHorns() {
    guard outfit.horns > 0 else { return }
    var layer = Sketch.Layer(depth: Depth.hat - 0.3)
    let own = character.chance("horn")
    let places: [Float] = outfit.horns == 3 ? [0] : [-0.55, 0.55]
    let paint =
      own.happens("pale", 0.5)
      ? colours.white.mixed(colours.leather, 0.2) : colours.black.mixed(colours.cloth[5], 0.4)
    for lon in places {
      let base = skeleton.head.surface(lon, -0.6, height: 1 + character.hair.volume).seen
      let up = (base - skeleton.head.centre).unit
      let side: Float = lon < 0 ? -1 : 1
      let long = own.value("long", 0.18, 0.5)
      let curl = outfit.horns == 2 ? own.value("curl", 0.4, 0.9) : 0.2
      let tip = base + up * long + up.quarter * (side * curl * -0.2)
      let surface = sketch.newSurface()
      let strip = lock(
        base - up * 0.04, base + up * long * 0.6 + up.quarter * (side * curl * 0.35), tip,
        own.value("wide", 0.07, 0.14), belly: 0.01)
      let outline = strip.outline(0, 1)
      layer.surface(outline, .horn, paint, surface, frame: .ribbon(strip, 0...1))
      layer.form(outline, surface, light: light, 0.03)
      for v in [Float(0.25), 0.45, 0.62] {
        layer.stroke([strip(-1, v), strip(1, v + 0.04)], .inner, weight: 0.6, surface)
      }
    }
    sketch.add(layer)
  }

  mutating func drawTail() {
    let kind = outfit.tail
    guard kind > 0 else { return }
    let own = character.chance("tail of beast")
    let back = -sine(pose.turn)
    let side: Float = abs(back) > 0.3 ? (back > 0 ? 1 : -1) : chance.sign("tail side")
    let root = skeleton.trunk(0, 0.85) + Vector(side * build.hip * 0.5 * abs(back), 0)
    let long = build.leg * own.value("long", 0.6, 1.1) + 0.3
    let lift = chance.value("tail lift", -0.3, 0.8)
    let tip = root + Vector(side * long * 0.85, long * (0.35 - lift))
    let bend = root + Vector(side * long * 0.75, long * 0.5)
    let isGreat = own.happens("great", 0.4)
    let bushy = isGreat ? own.value("how great", 0.6, 1.2) : own.value("bushy", 0.3, 0.6)
    let wide: Float =
      kind == 1 ? 0.09 : kind == 2 ? bushy : kind == 3 ? 0.22 : 0.07
    let spine = [root] + bow(root, bend, tip, steps: 12)
    let strip = Ribbon(spine: spine, v: (0...12).map { Float($0) / 12 }) { v in
      switch kind {
      case 1: return wide / 2 * (build.heads * 0.12 + 0.4)
      case 2:
        return wide / 2 * (0.25 + 0.95 * sine(power(v, 1.3) * .pi * 0.93))
          * (isGreat ? 1 + 0.09 * abs(sine(v * 14)) : 1)
      case 3: return wide * mix(1, 0.05, v)
      default: return wide / 2
      }
    }
    var layer = Sketch.Layer(depth: pose.isFromBehind ? Depth.back + 0.1 : Depth.tail)
    let surface = sketch.newSurface()
    let outline = strip.outline(0, 1, endIsRound: kind == 1)
    let paint = kind == 3 ? colours.cloth[5] : colours.beast
    layer.surface(outline, .tail, paint, surface, frame: .ribbon(strip, 0...1))
    layer.form(outline, surface, light: light, wide * 0.3)
    if kind == 2 && own.happens("tip", 0.7) {
      layer.mark(
        strip([
          Vector(-1.4, 0.72), Vector(-0.5, 0.8), Vector(-0.1, 0.7), Vector(0.4, 0.8),
          Vector(1.4, 0.7), Vector(1.4, 1.2), Vector(-1.4, 1.2),
        ]), colours.beastSecond, on: surface)
    }
    if kind == 4 {
      let end = sketch.newSurface()
      let axis = (tip - bend).unit
      layer.surface(
        [
          tip + axis * 0.2, tip + axis.quarter * 0.12, tip + axis * 0.04, tip - axis.quarter * 0.12,
        ], .tailTip, paint, end)
    }
    sketch.add(layer)
  }

  mutating func drawWings() {
    let kind = outfit.wings
    guard kind > 0 else { return }
    let own = character.chance("wing")
    var layer = Sketch.Layer(depth: pose.isFromBehind ? Depth.back - 0.5 : Depth.wings)
    let size = build.trunk * own.value("size", 0.7, 1.5) + 0.3
    let spread = chance.value("spread", 0.4, 1)
    for side in [Float(-1), 1] {
      let root = skeleton.trunk(side * 0.3, 0.2)
      func at(_ x: Float, _ y: Float) -> Vector {
        root + Vector(side * x * size * spread, y * size)
      }
      let frame = PieceFrame.ribbon(
        Ribbon(
          v: [0, 1], left: [at(0, -0.8), at(0, 0.8)], middle: [at(0.5, -0.8), at(0.5, 0.8)],
          right: [at(1.2, -0.8), at(1.2, 0.8)]), 0...1)
      let surface = sketch.newSurface()
      let paint =
        own.happens("white", 0.5)
        ? colours.white : own.happens("dark", 0.5) ? colours.black : colours.cloth[5]
      if kind == 1 {
        // Feathers.
        for row in 0..<2 {
          for feather in 0..<5 {
            let each = sketch.newSurface()
            let t = Float(feather) / 4
            let from = at(mix(0.2, 0.95, t), mix(-0.1, -0.65, t))
            let to = at(
              mix(0.35, 1.25, t) * (row == 0 ? 1 : 0.85), mix(0.75, -0.1, t) * (row == 0 ? 1 : 0.6))
            let strip = lock(from, mix(from, to, 0.5), to, size * 0.2)
            layer.surface(strip.outline(0, 1), .wing, paint, each, frame: frame, weight: 0.8)
            layer.form(strip.outline(0, 1), each, light: light, 0.04)
          }
        }
        layer.surface(
          smooth(
            [
              at(0, 0.2), at(0.25, -0.35), at(0.8, -0.85), at(1.15, -0.6), at(0.7, -0.3),
              at(0.3, 0.2),
            ], isClosed: true), .wing, paint, surface, frame: frame)
      } else {
        var outline = [at(0, 0.1), at(0.3, -0.5), at(0.75, -0.85), at(1.25, -0.4)]
        outline +=
          bow(outline[3], at(0.9, -0.2), at(1.05, 0.2))
          + bow(at(1.05, 0.2), at(0.7, 0.05), at(0.6, 0.5))
          + bow(at(0.6, 0.5), at(0.35, 0.2), at(0.1, 0.35))
        if kind == 3 {
          outline = smooth(
            [
              at(0, 0.05), at(0.5, -0.75), at(1.1, -0.7), at(1.1, -0.15), at(0.6, 0.05),
              at(0.95, 0.4), at(0.6, 0.7), at(0.2, 0.4),
            ], isClosed: true)
        }
        layer.surface(outline, .wing, paint, surface, frame: frame)
        layer.form(outline, surface, light: light, 0.06)
        for target in [at(1.05, 0.2), at(0.6, 0.5), at(1.25, -0.4)] {
          layer.stroke([at(0.3, -0.4), target], .inner, weight: 0.8, surface, on: surface)
        }
      }
    }
    sketch.add(layer)
  }
}
