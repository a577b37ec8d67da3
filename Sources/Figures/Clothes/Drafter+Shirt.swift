extension Drafter {
  mutating func drawShirt() {
    let trunk = skeleton.trunk
    let ease = 1 + outfit.ease * 0.5
    let isDress = outfit.bottom == .dress
    let hem = isDress ? 0.66 : outfit.hem
    var layer = Sketch.Layer(
      depth: hem > 0.85 && !isDress && character.chance.happens("untucked", 0.5)
        ? Depth.skirt + 1 : Depth.shirt)
    let surface = sketch.newSurface()
    let top = neckOpening(ease)
    var sides: [Vector] = []
    let shoulder: Float =
      outfit.neckline == .strapless ? 0.2 : outfit.neckline == .straps ? 0.17 : 0.04
    let loose = outfit.ease
    for step in 0...12 {
      let v = mix(shoulder, hem, Float(step) / 12)
      // Loose cloth hangs straight from the chest.
      let u =
        v < 0.12
        ? mix(1.02, ease, v / 0.12)
        : ease + loose * curve(v, [(0.3, 0), (0.6, 0.55), (0.75, 0.35), (1, 0.1)])
      sides.append(Vector(u, v))
    }
    let hemWave = (0...6).map { step in
      Vector(mix(sides[12].x, -sides[12].x, Float(step) / 6), hem + (step % 2 == 0 ? 0 : 0.015))
    }
    let places = top + sides + hemWave.dropFirst() + sides.reversed().map { Vector(-$0.x, $0.y) }
    let outline = trunk(places)
    let paint = outfit.isSheer ? shirtPaint.mixed(colours.skin, 0.45) : shirtPaint
    layer.surface(
      outline, .shirt, paint, surface, frame: .ribbon(trunk, 0...1, isBack: pose.isFromBehind),
      isOutlined: false, gradient: clothGradient(trunk(0, 0.2), trunk(0, hem)))
    layer.form(outline, surface, light: light, build.waist * 0.25)
    if build.bust > 0.3 && abs(sine(pose.turn)) < 0.9 && !pose.isFromBehind {
      let fold = smooth(
        trunk([
          Vector(-0.85, 0.36), Vector(-0.4, 0.41), Vector(0, 0.38), Vector(0.4, 0.41),
          Vector(0.85, 0.36),
        ]))
      let under = fold.enumerated().map { index, point in
        point + (trunk(0, 0.45) - trunk(0, 0.4)) * sine(Float(index) / Float(fold.count - 1) * .pi)
      }
      layer.shade(fold + under.reversed(), 1, on: surface)
      layer.stroke(section(fold, 0.1, 0.4), .inner, weight: 0.7, tapers: (0.3, 0.1), surface)
      layer.stroke(section(fold, 0.6, 0.9), .inner, weight: 0.7, tapers: (0.1, 0.3), surface)
    }
    pattern(outfit.pattern, trunk, surface, shoulder, hem, ease + loose, &layer)
    layer.stroke(trunk(sides.map { $0 }), .outline, tapers: (0.6, 0.8), surface)
    layer.stroke(trunk(sides.map { Vector(-$0.x, $0.y) }), .outline, tapers: (0.6, 0.8), surface)
    layer.stroke(trunk(top), .outline, weight: 0.9, tapers: (1, 1), surface)
    layer.stroke(trunk(hemWave), isDress ? .border : .outline, tapers: (1, 1), surface)
    folds(trunk, surface, count: chance.count("folds", 2, 7), from: 0.3, to: hem - 0.08, &layer)
    if (outfit.hasButtons || outfit.neckline == .shirt) && !pose.isFromBehind {
      drawPlacket(trunk, surface, hem, &layer)
    }
    sketch.add(layer)
  }

  /// The upper edge, from the left to the right shoulder.
  private func neckOpening(_ ease: Float) -> [Vector] {
    let back = pose.isFromBehind
    switch outfit.neckline {
    case .round:
      return smooth(
        [
          Vector(-0.95, 0.035), Vector(-0.5, back ? 0.06 : 0.1), Vector(0, back ? 0.07 : 0.14),
          Vector(0.5, back ? 0.06 : 0.1), Vector(0.95, 0.035),
        ], steps: 3)
    case .deep:
      return [
        Vector(-0.95, 0.035), Vector(-0.4, back ? 0.06 : 0.16), Vector(0, back ? 0.07 : 0.29),
        Vector(0.4, back ? 0.06 : 0.16), Vector(0.95, 0.035),
      ]
    case .wide:
      return smooth(
        [Vector(-1, 0.1), Vector(-0.6, 0.17), Vector(0, 0.21), Vector(0.6, 0.17), Vector(1, 0.1)],
        steps: 3)
    case .high: return [Vector(-1.15, -0.05), Vector(0, -0.03), Vector(1.15, -0.05)]
    case .shirt, .sailor:
      return [Vector(-0.95, 0.02), Vector(0, back ? 0.06 : 0.15), Vector(0.95, 0.02)]
    case .strapless:
      return smooth(
        [
          Vector(-ease, 0.22), Vector(-0.45, 0.19), Vector(0, 0.24), Vector(0.45, 0.19),
          Vector(ease, 0.22),
        ], steps: 3)
    case .straps:
      return [
        Vector(-ease, 0.2), Vector(-0.68, 0.08), Vector(-0.52, 0.08), Vector(-0.4, 0.18),
        Vector(0, 0.22), Vector(0.4, 0.18), Vector(0.52, 0.08), Vector(0.68, 0.08),
        Vector(ease, 0.2),
      ]
    }
  }

  private mutating func drawPlacket(
    _ trunk: Ribbon, _ surface: Int, _ hem: Float, _ layer: inout Sketch.Layer
  ) {
    layer.stroke(
      [trunk(0, 0.14), trunk(0, 0.4), trunk(0, hem)], .inner, weight: 0.8, tapers: (0.8, 0.8),
      surface, on: surface)
    let count = character.chance.count("buttons", 2, 5)
    let radius: Float = 0.018 + 0.004 * build.heads
    for index in 0..<count {
      let v = mix(0.2, hem - 0.08, Float(index) / Float(max(1, count - 1)))
      layer.mark(
        ellipse(trunk(0.1, v), Vector(repeating: radius), count: 10),
        character.chance.happens("metal buttons", 0.5) ? colours.metal : colours.cloth[3],
        on: surface)
    }
  }

  /// Paint of other colours on cloth: in the cloth's places, so that it follows every pose.
  func pattern(
    _ pattern: OutfitDesign.Pattern, _ strip: Ribbon, _ surface: Int, _ from: Float, _ to: Float,
    _ reach: Float,
    paint: Paint? = nil, _ layer: inout Sketch.Layer
  ) {
    let own = character.chance("pattern")
    let paint = paint ?? colours.cloth[5]
    let span = to - from
    func bars(_ count: Int, _ line: SketchStroke.Kind?) {
      for index in 0..<count {
        let v = from + span * (Float(index) + 0.5) / Float(count)
        layer.mark(
          strip.outline(v, v + span / Float(count) * 0.45, ease: reach + 0.2), paint, on: surface,
          line: line)
      }
    }
    func stripes(_ count: Int, _ line: SketchStroke.Kind?) {
      for index in 0..<count {
        let u = (Float(index) + 0.5) / Float(count)
        for side in [Float(-1), 1] {
          layer.mark(
            strip.edge(side * u * reach, from - 0.1, to + 0.1)
              + strip.edge(side * (u + 0.4 / Float(count)) * reach, from - 0.1, to + 0.1).reversed(),
            paint, on: surface, line: line)
        }
      }
    }
    switch pattern {
    case .plain: break
    case .bars: bars(own.count("bars", 3, 8), .border)
    case .stripes: stripes(own.count("stripes", 2, 5), .border)
    case .checks:
      bars(own.count("check bars", 3, 6), nil)
      stripes(own.count("check stripes", 2, 4), nil)
    case .dots:
      let count = own.count("dots", 3, 6)
      for row in 0..<count {
        for column in -2...2 {
          let u = (Float(column) + (row % 2 == 0 ? 0 : 0.5)) * 0.42
          let v = from + span * (Float(row) + 0.5) / Float(count)
          let size = span / Float(count) * 0.2
          let around = (0..<8).map { step -> Vector in
            let t = Float(step) / 8 * 2 * .pi
            return strip(u + cosine(t) * 0.09, v + sine(t) * size)
          }
          layer.mark(around, paint, on: surface, weight: 0.6)
        }
      }
    case .edge:
      let wide = span * own.value("edge", 0.06, 0.16)
      let gap = own.happens("gap", 0.5) ? wide * 0.5 : 0
      layer.mark(
        strip.outline(to - wide - gap, to - gap + (gap == 0 ? 0.1 : 0), ease: reach + 0.4), paint,
        on: surface)
    case .emblem:
      guard !pose.isFromBehind else { break }
      let v = from + span * 0.35
      let points = own.count("points", 4, 6)
      let size = span * own.value("emblem", 0.1, 0.2)
      let star = (0..<points * 2).map { step -> Vector in
        let t = Float(step) / Float(points) * .pi - 1.57
        let r: Float = step % 2 == 0 ? 1 : 0.5
        return strip(cosine(t) * r * 0.4, v + sine(t) * r * size)
      }
      layer.mark(star, paint, on: surface)
    }
  }
}
