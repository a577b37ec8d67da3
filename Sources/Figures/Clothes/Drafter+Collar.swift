extension Drafter {
  mutating func drawCollar() {
    let trunk = skeleton.trunk
    var layer = Sketch.Layer(depth: Depth.collar)
    let paint = colours.cloth[3]
    if outfit.neckline == .shirt || outfit.neckline == .sailor {
      let isSailor = outfit.neckline == .sailor
      let frame = PieceFrame.ribbon(trunk, -0.05...0.35, isBack: pose.isFromBehind)
      if pose.isFromBehind {
        let surface = sketch.newSurface()
        let flap: [Vector] =
          isSailor
          ? [Vector(-0.9, 0.0), Vector(0.9, 0.0), Vector(0.8, 0.32), Vector(-0.8, 0.32)]
          : [Vector(-0.9, -0.03), Vector(0.9, -0.03), Vector(0.8, 0.07), Vector(-0.8, 0.07)]
        layer.surface(
          trunk(flap), .collar, paint, surface, frame: frame, part: PartIndex.upperCloth)
      } else {
        for side in [Float(-1), 1] {
          let surface = sketch.newSurface()
          let flap: [Vector] =
            isSailor
            ? [
              Vector(side * 0.95, -0.01), Vector(0, 0.27), Vector(side * 0.2, 0.29),
              Vector(side * 0.72, 0.17), Vector(side * 0.8, 0.06),
            ]
            : [
              Vector(side * 1.0, -0.05), Vector(side * 0.02, 0.11), Vector(side * 0.3, 0.2),
              Vector(side * 0.68, 0.07),
            ]
          layer.surface(
            trunk(flap), .collar, paint, surface, frame: frame, part: PartIndex.upperCloth)
          layer.form(trunk(flap), surface, light: light, 0.03)
          if isSailor {
            layer.stroke(
              trunk([
                Vector(side * 0.72, 0.07), Vector(side * 0.62, 0.16), Vector(side * 0.1, 0.26),
              ]), .inner, weight: 0.6, tapers: (0.8, 0.8), surface, on: surface)
          }
        }
      }
    }
    if outfit.tie > 0 && !pose.isFromBehind && !isMissing("tie") { drawNecktie(trunk, &layer) }
    sketch.add(layer)
  }

  private mutating func drawNecktie(_ trunk: Ribbon, _ layer: inout Sketch.Layer) {
    let v: Float = outfit.neckline == .sailor ? 0.26 : outfit.neckline == .high ? 0.05 : 0.14
    let paint = colours.cloth[4]
    let scale = (trunk(0, 0.3) - trunk(0, 0.1)).length
    switch outfit.tie {
    case 1:
      drawBow(
        trunk(0, v), size: scale * character.chance.value("bow tie", 0.4, 1.1), angle: pose.lean,
        .tie, paint, &layer)
    case 2:
      let surface = sketch.newSurface()
      let end: Float = character.chance.value("tie end", 0.5, 0.66)
      let frame = PieceFrame.ribbon(trunk, v...end, isBack: pose.isFromBehind)
      let outline = trunk([
        Vector(-0.1, v + 0.05), Vector(-0.2, end - 0.06), Vector(0, end), Vector(0.2, end - 0.06),
        Vector(0.1, v + 0.05),
      ])
      layer.surface(outline, .tie, paint, surface, frame: frame)
      layer.form(outline, surface, light: light, 0.02)
      if character.chance.happens("tie bars", 0.35) {
        for t in [Float(0.3), 0.55, 0.8] {
          let y = mix(v, end, t)
          layer.mark(
            trunk([
              Vector(-0.3, y), Vector(0.3, y + 0.05), Vector(0.3, y + 0.08), Vector(-0.3, y + 0.03),
            ]), colours.cloth[5], on: surface)
        }
      }
      let knot = sketch.newSurface()
      layer.surface(
        trunk([
          Vector(-0.15, v - 0.01), Vector(0.15, v - 0.01), Vector(0.1, v + 0.06),
          Vector(-0.1, v + 0.06),
        ]), .tie, paint, knot, frame: frame)
    default:
      let surface = sketch.newSurface()
      layer.surface(
        trunk([
          Vector(-0.5, v - 0.06), Vector(0, v + 0.04), Vector(0.5, v - 0.06),
          Vector(0.25, v + 0.08), Vector(0.1, v + 0.22), Vector(0, v + 0.1), Vector(-0.1, v + 0.2),
          Vector(-0.25, v + 0.08),
        ]), .tie, paint, surface, frame: .ribbon(trunk, v...v + 0.3, isBack: pose.isFromBehind))
    }
  }
}
