extension Drafter {
  /// The shirt's sleeve, and the outer garment's over it.
  mutating func drawSleeve(_ limb: FigureLimb, _ index: Int, _ layer: inout Sketch.Layer) {
    guard !character.isUndressed || outfit.outer != .none else { return }
    if !character.isUndressed {
      drawSleeve(limb, outfit.sleeve, shirtPaint, .sleeve, PartIndex.upperCloth, &layer)
    }
    let hasOuter = outfit.outer != .none && !isMissing("outer")
    guard hasOuter else { return }
    switch outfit.outer {
    case .jacket, .coat, .hoodie:
      drawSleeve(limb, .long, outerPaint, .coatSleeve, PartIndex.outerCloth, &layer)
    case .robe: drawSleeve(limb, .wide, outerPaint, .coatSleeve, PartIndex.outerCloth, &layer)
    default: break
    }
  }

  private mutating func drawSleeve(
    _ limb: FigureLimb, _ kind: OutfitDesign.Sleeve, _ paint: Paint, _ group: PartGroup,
    _ part: UInt8,
    _ layer: inout Sketch.Layer
  ) {
    let range: (Float, Float)
    switch kind {
    case .none: return
    case .cap: range = (-0.06, 0.2)
    case .short: range = (-0.06, 0.55)
    case .puff: range = (-0.06, 0.5)
    case .elbow: range = (-0.06, 1.1)
    case .long: range = (-0.06, 1.96)
    case .wide: range = (-0.06, 1.85)
    case .loose: range = (0.6, 1.95)
    }
    let (from, to) = range
    let more = 0.012 + outfit.ease * 0.05 + (group == .coatSleeve ? 0.02 : 0)
    let flare: Float =
      kind == .wide ? 1.6 : kind == .loose ? 0.9 : kind == .short || kind == .elbow ? 0.25 : 0.12
    let (points, places) = limb.spine(from: -0.08)
    let strip = Ribbon(spine: points, v: places) { v in
      let t = ((v - from) / (to - from)).clamped(0, 1)
      let puff = kind == .puff ? sine(t * .pi) * 0.9 : 0
      return limb.radius(v) * (1.12 + flare * t * t + puff) + more
    }
    let surface = sketch.newSurface()
    let outline = strip.outline(from, to, startIsRound: from < 0)
    let colour = outfit.isSheer && group == .sleeve ? paint.mixed(colours.skin, 0.45) : paint
    layer.surface(
      outline, group, colour, surface, frame: .ribbon(strip, 0...2), part: part, isOutlined: false)
    layer.form(outline, surface, light: light, limb.radius(0.8) * 0.6)
    if group == .sleeve && outfit.pattern != .emblem {
      let bars = outfit.pattern == .stripes ? OutfitDesign.Pattern.plain : outfit.pattern
      pattern(bars, strip, surface, max(0, from), to, 1.1, &layer)
    }
    let start: Float = from < 0 ? 0.14 : from
    layer.stroke(strip.edge(1, start, to, steps: 18), .outline, tapers: (0.4, 0.9), surface)
    layer.stroke(strip.edge(-1, start, to, steps: 18), .outline, tapers: (0.4, 0.9), surface)
    layer.stroke(
      smooth([strip(1, to), strip(0, to + 0.04), strip(-1, to)]), .outline, tapers: (1, 1), surface)
    if from > 0 {
      layer.stroke(
        smooth([strip(1, from), strip(0, from - 0.03), strip(-1, from)]), .outline, surface)
    }
    if from < 0 && chance("seam")(surface).happens("seam", 0.4) {
      let inner: Float = limb.side < 0 ? -1 : 1
      layer.stroke(
        smooth([strip(inner, 0.1), strip(inner * 0.9, 0), strip(inner * 0.5, -0.06)]), .inner,
        weight: 0.7, surface)
    }
    if to > 0.9 { folds(strip, surface, count: 4, from: 0.75, to: 1.25, &layer) }
    folds(
      strip, surface, count: chance.count("sleeve folds", 0, 3), from: max(from, 0.1), to: to,
      &layer)
    guard outfit.hasCuffs, kind != .cap else { return }
    let cuff = sketch.newSurface()
    let long: Float = kind == .puff ? 0.1 : character.chance.value("cuff", 0.1, 0.3)
    let band = strip.outline(to - long, to + 0.01, ease: kind == .puff ? 0.85 : 1.06)
    layer.surface(
      band, group == .coatSleeve ? .coatCuff : .cuff,
      group == .coatSleeve ? colours.cloth[4] : colours.cloth[3], cuff,
      frame: .ribbon(strip, to - 0.4...to), part: part, isOutlined: false)
    layer.form(band, cuff, light: light, 0.02)
    layer.stroke(
      strip.edge(1.04, to - long, to) + strip.edge(-1.04, to - long, to).reversed(), .outline, cuff)
    layer.stroke(
      smooth([strip(1, to - long), strip(0, to - long + 0.03), strip(-1, to - long)]), .border,
      tapers: (1, 1), cuff)
  }
}
