extension Drafter {
  mutating func drawEyes(_ layer: inout Sketch.Layer) {
    let design = character.face
    for (index, side) in [Float(-1), 1].enumerated() {
      let longitude = side * design.eyeLongitude
      guard isSeen(longitude, design.eyeLatitude, 0.07) else { continue }
      if outfit.faceThing == .patch && index == 1 && !isMissing("patch") { continue }
      let lid = expression.lids[index]
      if design.eye == .dot {
        drawDotEye(side, lid, &layer)
      } else if lid < 0.15 {
        drawClosedEye(side, &layer)
      } else {
        drawOpenEye(side, lid, &layer)
      }
      drawBrow(side, &layer)
    }
  }

  /// A point of an eye: −1…1 from its inner to its outer corner, −1…1 from top to bottom.
  private func eye(_ side: Float, _ x: Float, _ y: Float) -> Vector {
    let design = character.face
    return onFace(
      side * design.eyeLongitude, design.eyeLatitude, side * x * design.eyeWidth / 2,
      y * design.eyeHeight / 2 - x * design.slant * design.eyeHeight * 0.25)
  }

  private mutating func drawDotEye(_ side: Float, _ lid: Float, _ layer: inout Sketch.Layer) {
    guard lid > 0.15 else { return drawClosedEye(side, &layer) }
    let surface = sketch.newSurface()
    let outline = (0..<16).map { step -> Vector in
      let t = Float(step) / 16 * 2 * .pi
      return eye(side, cosine(t), sine(t))
    }
    layer.surface(outline, .iris, colours.black, surface, on: face, weight: 0.7)
    if character.face.highlights > 0 {
      layer.mark(
        ellipse(eye(side, -0.25, -0.35), Vector(repeating: character.face.eyeWidth * 0.14)),
        colours.white, on: surface, line: .pupil)
    }
  }

  private mutating func drawClosedEye(_ side: Float, _ layer: inout Sketch.Layer) {
    let rise: Float = expression.smiles ? -0.7 : 0.5
    let arc = smooth([
      eye(side, -1, 0.25), eye(side, -0.4, 0.25 + rise * 0.75), eye(side, 0.3, 0.25 + rise * 0.85),
      eye(side, 1.05, 0.2),
    ])
    let surface = sketch.newSurface()
    let thick = 0.014 + 0.012 * character.face.lash
    let width = arc.count - 1
    let lash = Ribbon(spine: arc, v: arc.indices.map { Float($0) / Float(width) }) { v in
      thick * (0.25 + 0.75 * sine(v * .pi))
    }
    layer.surface(
      lash.outline(0, 1), .lash, colours.lash, surface, frame: .ribbon(lash, 0...1), weight: 0.5)
    for step in 0..<(character.face.hasLowerLash ? 2 : 0) {
      let from = lash(0, 0.8 + Float(step) * 0.15)
      layer.stroke(
        [from, from + (eye(side, 1.4, 0.5) - eye(side, 0.9, 0)) * 0.4], .feature, weight: 0.7,
        surface)
    }
  }

  private mutating func drawOpenEye(_ side: Float, _ lid: Float, _ layer: inout Sketch.Layer) {
    let design = character.face
    let open = lid * (design.eye == .bulging ? 1 : 0.98)
    let round = design.roundness
    let upper: [Vector]
    let lower: [Vector]
    if design.eye == .bulging {
      upper = (0...10).map { step in
        let t = Float(step) / 10 * .pi
        return eye(side, -cosine(t), -sine(t) * min(open, 1))
      }
      lower = (1..<10).map { step in
        let t = Float(step) / 10 * .pi
        return eye(side, cosine(t), sine(t))
      }
    } else {
      upper = smooth(
        [
          eye(side, -1, 0.2), eye(side, -0.62, mix(-0.2, -0.7, round) * open), eye(side, 0, -open),
          eye(side, 0.6, mix(-0.55, -0.85, round) * open), eye(side, 1, -0.05),
        ], steps: 4)
      lower = smooth(
        [
          eye(side, 1, -0.05), eye(side, 0.68, mix(0.4, 0.8, round)),
          eye(side, 0, mix(0.75, 1, round)), eye(side, -0.65, mix(0.55, 0.8, round)),
          eye(side, -1, 0.2),
        ], steps: 4)
    }
    let white = sketch.newSurface()
    let frame = PieceFrame.ribbon(
      Ribbon(
        v: [-1, 1], left: [eye(side, -side, -1), eye(side, -side, 1)],
        middle: [eye(side, 0, -1), eye(side, 0, 1)],
        right: [eye(side, side, -1), eye(side, side, 1)]), -1...1)
    let outline = upper + lower
    layer.surface(
      outline, .eyeWhite, colours.white, white, frame: frame, on: face, isOutlined: false)
    let lidShadow =
      upper + upper.reversed().map { $0 + (eye(side, 0, 1) - eye(side, 0, -1)) * 0.16 }
    layer.shade(lidShadow, 1, on: white, isTraced: false)
    drawIris(side, white, &layer)
    layer.stroke(
      lower, .feature, weight: design.eye == .bulging ? 1 : 0.7, tapers: (0.7, 0.4), white)
    if design.eye == .bulging {
      layer.stroke(upper, .feature, tapers: (1, 1), white)
      return
    }
    drawLash(side, upper, &layer)
    if design.hasLid {
      let up = (eye(side, 0, -1) - eye(side, 0, 1)) * (0.14 / max(0.5, lid))
      layer.stroke(
        section(upper, 0.2, 0.95).map { $0 + up }, .feature, weight: 0.6, tapers: (0.1, 0.3), face)
    }
  }

  private mutating func drawIris(_ side: Float, _ white: Int, _ layer: inout Sketch.Layer) {
    let design = character.face
    let iris = sketch.newSurface()
    let height = design.irisSize * (design.eye == .anime ? 1.04 : 0.95)
    let tall = height * design.eyeHeight / 2
    let wide =
      design.eye == .bulging
      ? tall : min(tall * mix(0.78, 1, design.roundness), design.eyeWidth * 0.42)
    let rx = wide / (design.eyeWidth / 2)
    let centre = Vector(
      expression.gaze.x * side * (1 - rx) * 1.2,
      (expression.gaze.y * 0.3 + (design.eye == .anime ? -0.02 : -0.08)))
    func ring(_ share: Float, _ shift: Vector = .zero, flat: Float = 1) -> [Vector] {
      (0..<20).map { step in
        let t = Float(step) / 20 * 2 * .pi
        return eye(
          side, centre.x + shift.x + cosine(t) * rx * share * flat,
          centre.y + shift.y + sine(t) * height * share)
      }
    }
    let frame = PieceFrame.ribbon(
      Ribbon(
        v: [-1, 1],
        left: [
          eye(side, centre.x - rx * side, centre.y - height),
          eye(side, centre.x - rx * side, centre.y + height),
        ],
        middle: [eye(side, centre.x, centre.y - height), eye(side, centre.x, centre.y + height)],
        right: [
          eye(side, centre.x + rx * side, centre.y - height),
          eye(side, centre.x + rx * side, centre.y + height),
        ]), -1...1)
    let isBlack =
      design.eye == .bulging && design.pupil != .bright
      || design.eye == .plain && character.chance.happens("dark iris", 0.4)
    let graded: Gradient? =
      design.irisIsGraded && !isBlack
      ? Gradient(
        start: eye(side, 0, centre.y + height * 0.7), end: eye(side, 0, centre.y - height * 0.6),
        paint: colours.irisDark) : nil
    layer.surface(
      ring(1), .iris, isBlack ? colours.black : colours.iris, iris, frame: frame, on: white,
      isOutlined: false, gradient: graded)
    let outline = ring(1)
    // Artists leave a solid pupil out of their lines now and then.
    layer.stroke(
      outline + [outline[0]], isBlack && design.eye == .bulging ? .pupil : .feature, weight: 0.8,
      tapers: (1, 1), iris, on: nil)
    if !isBlack {
      switch design.pupil {
      case .round: layer.mark(ring(0.5), colours.irisDark, on: iris, line: .pupil)
      case .slit: layer.mark(ring(0.72, flat: 0.28), colours.irisDark, on: iris, line: .pupil)
      case .small: layer.mark(ring(0.28), colours.irisDark, on: iris, line: .pupil)
      case .bright:
        layer.mark(
          ring(0.45, Vector(0, 0.2)), colours.white.mixed(colours.iris, 0.5), on: iris, line: .pupil
        )
      case .none: break
      }
    }
    for index in 0..<design.highlights {
      let shift = [
        Vector(-0.3 * rx * side, -0.38 * height), Vector(0.32 * rx * side, 0.4 * height),
        Vector(0.3 * rx * side, -0.2 * height),
      ][index]
      layer.mark(ring([0.3, 0.18, 0.12][index], shift), colours.white, on: iris, line: .pupil)
    }
  }

  private mutating func drawLash(_ side: Float, _ upper: [Vector], _ layer: inout Sketch.Layer) {
    let design = character.face
    let surface = sketch.newSurface()
    let thick = design.lash * design.eyeHeight * 0.1 + 0.006
    let up = (eye(side, 0, -1) - eye(side, 0, 1)).unit
    let tail = eye(side, 1.22 + design.lash * 0.1, -0.28 - design.slant * 0.3)
    let count = upper.count
    let top = upper.enumerated().map { index, point in
      point + up * (thick * (0.35 + 0.9 * sine(Float(index) / Float(count) * .pi * 0.85)))
    }
    let outline = upper + [tail] + top.reversed()
    let frame = PieceFrame.ribbon(
      Ribbon(
        v: [-1, 1], left: [eye(side, -side, -1.4), eye(side, -side, 0.4)],
        middle: [eye(side, 0, -1.4), eye(side, 0, 0.4)],
        right: [eye(side, side, -1.4), eye(side, side, 0.4)]), -1...1)
    layer.surface(outline, .lash, colours.lash, surface, frame: frame, weight: 0.45)
    if design.hasLowerLash {
      let at = eye(side, 0.85, 0.45)
      layer.stroke([at, eye(side, 1.1, 0.62)], .feature, weight: 0.7, surface)
    }
  }

  private mutating func drawBrow(_ side: Float, _ layer: inout Sketch.Layer) {
    let design = character.face
    let rise = design.eyeHeight / 2 + 0.055 + expression.browRise * 0.025
    let tilt = (design.browTilt + expression.browTilt) * 0.1
    func at(_ x: Float, _ y: Float) -> Vector {
      onFace(
        side * design.eyeLongitude, design.eyeLatitude, side * x * design.eyeWidth * 0.55, -rise + y
      )
    }
    let spine = smooth([at(-0.95, tilt), at(-0.1, -0.025), at(1.05, 0.015 - tilt)])
    let thick = 0.004 + design.brow * 0.011
    let last = Float(spine.count - 1)
    let ribbon = Ribbon(spine: spine, v: spine.indices.map { Float($0) / last }) { v in
      thick * (1 - 0.75 * v)
    }
    if design.brow < 0.5 {
      layer.stroke(spine, .feature, weight: 0.8, tapers: (0.7, 0.1), face)
      return
    }
    let surface = sketch.newSurface()
    layer.surface(
      ribbon.outline(0, 1), .brow, colours.brow, surface, frame: .ribbon(ribbon, 0...1), weight: 0.5
    )
  }
}
