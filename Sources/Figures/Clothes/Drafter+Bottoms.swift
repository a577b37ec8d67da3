extension Drafter {
  var hasTrousers: Bool {
    switch outfit.bottom {
    case .trousers, .shorts, .leggings, .wideTrousers: return !character.isUndressed
    default: return false
    }
  }

  /// Cloth round the hips: the trousers' upper end, or what is under a skirt.
  mutating func drawHips() {
    let trunk = skeleton.trunk
    var layer = Sketch.Layer(depth: Depth.trousers)
    let surface = sketch.newSurface()
    let start: Float = hasTrousers ? 0.78 : 0.86
    let ease: Float = hasTrousers ? 1.04 + outfit.ease * 0.1 : 1.01
    let outline = trunk.outline(start, 1.0, ease: ease, endIsRound: true)
    let paint = hasTrousers ? bottomPaint : colours.white
    layer.surface(
      outline, .trousers, paint, surface,
      frame: .ribbon(trunk, 0.7...1.1, isBack: pose.isFromBehind), isOutlined: false)
    // Trousers go on in their legs: a shade here would end where they begin.
    if !hasTrousers { layer.form(outline, surface, light: light, build.hip * 0.25) }
    layer.stroke(trunk.edge(ease, start, 0.93), .outline, surface)
    layer.stroke(trunk.edge(-ease, start, 0.93), .outline, surface)
    layer.stroke(
      [trunk(ease, start), trunk(0, start + 0.015), trunk(-ease, start)], .outline, tapers: (1, 1),
      surface)
    if hasTrousers && !pose.isFromBehind {
      layer.stroke(
        smooth([trunk(0, start), trunk(0.03, 0.92), trunk(0, 1.0)]), .inner, weight: 0.7, surface)
      for side in [Float(-1), 1] {
        layer.stroke(
          smooth([
            trunk(side * 0.6, start + 0.03), trunk(side * 0.75, start + 0.08),
            trunk(side * 1.02, start + 0.11),
          ]), .inner, weight: 0.7, tapers: (0.7, 0.7), surface)
      }
    }
    sketch.add(layer)
  }

  mutating func drawTrouserLeg(_ limb: FigureLimb, _ index: Int, _ layer: inout Sketch.Layer) {
    guard hasTrousers else { return }
    let to: Float
    let flare: Float
    switch outfit.bottom {
    case .shorts: (to, flare) = (character.chance.value("shorts", 0.4, 0.95), 0.3)
    case .leggings: (to, flare) = (1.9, 0)
    case .wideTrousers: (to, flare) = (1.92, 1.3)
    default: (to, flare) = (1.94, 0.35)
    }
    let loose = outfit.bottom == .leggings ? Float(0.02) : 0.06 + outfit.ease * 0.3
    let (points, places) = limb.spine(from: -0.14)
    let strip = Ribbon(spine: points, v: places) { v in
      limb.radius(v) * (1 + loose * v.clamped(0.3, 1) + flare * (v / 2) * (v / 2)) + 0.008
    }
    let surface = sketch.newSurface()
    let outline = strip.outline(-0.12, to, startIsRound: true)
    layer.surface(
      outline, .trousers, bottomPaint, surface, frame: .ribbon(strip, 0...2), isOutlined: false)
    layer.form(outline, surface, light: light, limb.radius(0.9) * 0.5)
    pattern(
      outfit.bottomPattern == .dots ? .plain : outfit.bottomPattern, strip, surface, 0.1, to, 1.1,
      &layer)
    layer.stroke(strip.edge(1, 0.02, to, steps: 18), .outline, tapers: (0.4, 0.9), surface)
    layer.stroke(strip.edge(-1, 0.02, to, steps: 18), .outline, tapers: (0.4, 0.9), surface)
    layer.stroke(
      smooth([strip(1, to), strip(0, to + 0.03), strip(-1, to)]), .outline, tapers: (1, 1), surface)
    folds(
      strip, surface, count: chance.count("trouser folds", 1, 4), from: 0.05, to: min(to, 1.3),
      &layer)
    if to > 1.2 { folds(strip, surface, count: 2, from: 0.85, to: 1.2, &layer) }
    if to > 1.5 { folds(strip, surface, count: 2, from: 1.6, to: 1.9, &layer) }
    let crotch = skeleton.trunk(0, 1)
    let inner: Float =
      (strip(1, 0.1) - crotch).length < (strip(-1, 0.1) - crotch).length ? 1 : -1
    for index in 0..<chance("crotch")(index).count("folds", 0, 3) {
      let v = 0.06 + 0.07 * Float(index)
      layer.stroke(
        smooth([strip(inner, v), strip(inner * 0.5, v - 0.01), strip(inner * 0.1, v - 0.05)]),
        .inner, weight: 0.7, tapers: (0.9, 0.1), surface, on: surface)
    }
  }

  mutating func drawSkirt() {
    let trunk = skeleton.trunk
    var layer = Sketch.Layer(depth: Depth.skirt)
    let waist: Float = outfit.bottom == .dress ? 0.62 : max(0.6, min(0.78, outfit.hem - 0.12))
    let strip = skirtStrip(waist)
    let surface = sketch.newSurface()
    let folds = character.chance.count("hem folds", 3, 9)
    let hem = (0...folds * 4).map { step -> Vector in
      let t = Float(step) / Float(folds * 4)
      let wave =
        outfit.bottom == .pleated
        ? abs(sine(t * Float(folds) * .pi))
        : sine(t * Float(folds) * .pi * 2 + chance.value("hem", 0, 3))
      return Vector(1 - 2 * t, 1 + wave * 0.035 + (1 - (2 * t - 1) * (2 * t - 1)) * 0.03)
    }
    let outline = strip.edge(1, 0, 1) + strip(hem) + strip.edge(-1, 0, 1).reversed()
    layer.surface(
      outline, .skirt, bottomPaint, surface,
      frame: .ribbon(strip, 0...1, isBack: pose.isFromBehind), isOutlined: false,
      gradient: clothGradient(strip(0, 0.2), strip(0, 1)))
    layer.form(outline, surface, light: light, build.hip * 0.3)
    // Folds fall from the waist, dark beside their lines.
    let count = folds + 1
    for index in 0..<count {
      let own = chance("skirt fold")(index)
      let u = ((Float(index) + 0.5) / Float(count) * 2 - 1) * 0.95 + own.bell("u", -0.06, 0.06)
      let from = outfit.bottom == .pleated ? 0.02 : own.value("from", 0.05, 0.6)
      let line = (0...5).map {
        strip(u * mix(0.9, 1, Float($0) / 5), mix(from, 1.02, Float($0) / 5))
      }
      if own.happens("dark", 0.6) {
        layer.shade(line + [strip(u + 0.14, 1.08)], 1, on: surface)
      }
      layer.stroke(
        line, own.happens("wrinkle", 0.3) ? .wrinkle : .inner, weight: 0.8, tapers: (0.1, 0.8),
        surface)
    }
    pattern(outfit.bottomPattern, strip, surface, 0.04, 1.03, 1, paint: colours.cloth[3], &layer)
    if character.chance.happens("frill", 0.15) { drawFrill(strip, hem, &layer) }
    layer.stroke(strip.edge(1, 0, 1), .outline, tapers: (0.7, 0.9), surface)
    layer.stroke(strip.edge(-1, 0, 1), .outline, tapers: (0.7, 0.9), surface)
    layer.stroke(strip(hem), .outline, tapers: (0.9, 0.9), surface)
    if outfit.bottom != .dress {
      layer.stroke(
        [trunk(1.05, waist), trunk(0, waist + 0.02), trunk(-1.05, waist)], .outline, surface)
    }
    sketch.add(layer)
  }

  private mutating func drawFrill(_ strip: Ribbon, _ hem: [Vector], _ layer: inout Sketch.Layer) {
    let frill = sketch.newSurface()
    let lower = hem.enumerated().map { index, place in
      Vector(place.x * 1.03, place.y + 0.06 + 0.025 * (index % 2 == 0 ? 1 : 0))
    }
    layer.surface(
      strip(hem + lower.reversed()), .skirtTrim, colours.white, frill,
      frame: .ribbon(strip, 0.8...1.2))
  }

  /// From the waist over the legs: as wide as they stand apart, and flared.
  private func skirtStrip(_ waist: Float) -> Ribbon {
    let trunk = skeleton.trunk
    let isLong = outfit.bottom == .longSkirt
    let long = (isLong ? 1.55 : outfit.bottom == .dress ? 0.95 : 0.72) * outfit.skirtLength
    let reach = min(long, 1.85)
    let rows = 8
    var v: [Float] = []
    var left: [Vector] = []
    var middle: [Vector] = []
    var right: [Vector] = []
    let hips = trunk(0, 0.88)
    let flare = outfit.flare * (outfit.bottom == .pleated ? 0.8 : 1)
    for row in 0...rows {
      let t = Float(row) / Float(rows)
      v.append(t)
      if t < 0.2 {
        let place = mix(waist, 0.9, t / 0.2)
        let ease = 1.04 + flare * 0.1 * t / 0.2
        left.append(trunk(-ease, place))
        middle.append(trunk(0, place))
        right.append(trunk(ease, place))
        continue
      }
      let s = (t - 0.2) / 0.8 * reach
      let a = skeleton.legs[0].place(s).seen
      let b = skeleton.legs[1].place(s).seen
      let radius = max(skeleton.legs[0].radius(s), skeleton.legs[1].radius(s))
      let drop = hips.y + s * build.leg * 0.5
      let y = mix((a.y + b.y) / 2, drop, 0.5)
      let low = min(min(a.x, b.x), mix((a.x + b.x) / 2, hips.x, 0.5)) - radius
      let high = max(max(a.x, b.x), mix((a.x + b.x) / 2, hips.x, 0.5)) + radius
      let half = max((high - low) / 2, build.hip * 0.9)
      let centre = (low + high) / 2 + pose.wind * 0.15 * t * build.hip
      let wide = half * 1.03 + build.hip * flare * t * 0.9
      left.append(Vector(centre - wide, y))
      right.append(Vector(centre + wide, y))
      middle.append(Vector(centre + sine(skeleton.turn) * wide * 0.5, y + 0.02))
    }
    return Ribbon(v: v, left: left, middle: middle, right: right)
  }
}
