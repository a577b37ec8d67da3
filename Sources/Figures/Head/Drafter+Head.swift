extension Drafter {
  var isBackOfHead: Bool { abs(skeleton.head.yaw) > 1.9 }

  mutating func drawHead() {
    var layer = Sketch.Layer(depth: Depth.head)
    let head = skeleton.head
    if outfit.beastEars == 0 || character.chance.happens("four ears", 0.15),
      character.face.ear != .beast
    {
      for side in [Float(-1), 1] { drawEar(side, &layer) }
    }
    face = sketch.newSurface()
    let outline = FaceOutline.points(character.face, head)
    layer.surface(outline, .face, colours.skin, face, frame: .globe(head), isOutlined: false)
    layer.form(outline, face, light: light, chance.value("face shadow", 0.02, 0.07))
    layer.stroke(visibleEdge(outline), .outline, tapers: (0.3, 0.3), face)
    if !isBackOfHead {
      drawFaceMarks(&layer)
      drawNose(&layer)
      drawMouth(&layer)
      drawEyes(&layer)
      drawBeard(&layer)
    }
    sketch.add(layer)
    if !isBackOfHead { drawFaceThing() }
  }

  /// The part of the head's outline that is a line: under hair there is none, and a mascot's head may go
  /// over into its body.
  private func visibleEdge(_ outline: [Vector]) -> [Vector] {
    if build.isMascot && character.chance.happens("one body", 0.6) {
      return Array(outline[58...] + outline[..<34])
    }
    let isBare = character.hair.crown == .bald
    return isBare || build.isMascot ? outline + [outline[0]] : Array(outline[8..<66])
  }

  /// The axes of a small area of the face: a point `across` and `down` from a place, in head heights.
  func onFace(
    _ longitude: Float, _ latitude: Float, _ across: Float, _ down: Float, height: Float = 1
  ) -> Vector {
    let head = skeleton.head
    var lon = longitude + across / head.radii.x
    // Points that would lie round the corner are pressed against the edge.
    lon = (lon + head.yaw).clamped(-1.42, 1.42) - head.yaw
    let lat = (latitude + down / head.radii.y).clamped(-1.4, 1.4)
    return head(lon, lat, height: height)
  }

  /// Whether a place of the face looks towards the viewer.
  func isSeen(_ longitude: Float, _ latitude: Float, _ least: Float = 0.05) -> Bool {
    skeleton.head.surface(longitude, latitude).z > least
  }

  private mutating func drawEar(_ side: Float, _ layer: inout Sketch.Layer) {
    let head = skeleton.head
    let place = head.surface(side * 1.62, 0.12)
    guard place.z > -0.17 else { return }
    // An ear seen from the side is broad; from the front it is narrow.
    let broad = 0.05 + 0.06 * max(0, place.z / head.radii.z)
    let base = place.seen
    let out = Vector(sine(side * 1.62 + head.yaw) > 0 ? 1 : -1, 0).turned(head.roll)
    let down = Vector(0, 1).turned(head.roll)
    let surface = sketch.newSurface()
    let length: Float = 0.115
    let isElf = character.face.ear == .pointed
    let tip =
      isElf ? base + out * 0.26 - down * 0.14 : base + out * (broad * 1.1) - down * length * 0.7
    let outline = smooth(
      [
        base - out * 0.05 - down * length, tip, base + out * broad * (isElf ? 1.4 : 1),
        base + out * broad * 0.5 + down * length, base - out * 0.04 + down * length * 0.9,
      ],
      isClosed: true)
    let frame = PieceFrame.ribbon(
      Ribbon(spine: [base - down * length, base, base + down * length], v: [0, 0.5, 1]) { _ in 0.12
      }, 0...1)
    layer.surface(outline, .ear, colours.skin, surface, frame: frame)
    layer.stroke(
      smooth([
        base + out * broad * 0.4 - down * length * 0.6, base + out * broad * 0.6,
        base + out * broad * 0.1 + down * length * 0.3,
      ]),
      .inner, weight: 0.7, surface)
    if outfit.hasEarrings && !isMissing("earrings") {
      let jewel = sketch.newSurface()
      layer.surface(
        ellipse(base + down * (length + 0.05) + out * 0.03, Vector(0.022, 0.045)), .jewel,
        colours.metal, jewel,
        weight: 0.7)
    }
  }

  private mutating func drawFaceMarks(_ layer: inout Sketch.Layer) {
    let design = character.face
    if design.hasMuzzle {
      let muzzle = (0..<16).map { step -> Vector in
        let t = Float(step) / 16 * 2 * .pi
        return onFace(0, 0.6, cosine(t) * 0.17, sine(t) * 0.13)
      }
      layer.mark(muzzle, colours.skin.mixed(colours.white, 0.7), on: face)
    }
    if design.hasBlush && expression.blush || expression.blush && chance.happens("blush too", 0.3) {
      for side in [Float(-1), 1] where isSeen(side * 0.66, 0.36) {
        let patch = (0..<12).map { step -> Vector in
          let t = Float(step) / 12 * 2 * .pi
          return onFace(side * 0.66, 0.4, cosine(t) * 0.065, sine(t) * 0.035)
        }
        layer.mark(patch, colours.blush, on: face)
        if chance.happens("blush lines", 0.35) {
          for step in -1...1 {
            let x = Float(step) * 0.03
            layer.stroke(
              [
                onFace(side * 0.66, 0.4, x + 0.01, -0.02), onFace(side * 0.66, 0.4, x - 0.01, 0.02),
              ], .wrinkle, weight: 0.6, face)
          }
        }
      }
    }
    if design.marks == 1 && isSeen(0.5, 0.3) {
      layer.stroke(
        [onFace(0.45, 0.05, 0, 0), onFace(0.5, 0.5, 0, 0)], .inner, weight: 0.9, tapers: (0.3, 0.2),
        face)
    }
    if design.marks == 2 {
      for side in [Float(-1), 1] where isSeen(side * 0.5, 0.3) {
        let stripe = [
          onFace(side * 0.5, 0.42, -0.03, 0), onFace(side * 0.5, 0.42, 0.05, -0.02),
          onFace(side * 0.5, 0.46, 0.05, 0.01), onFace(side * 0.5, 0.46, -0.03, 0.02),
        ]
        layer.mark(stripe, colours.cloth[0], on: face)
      }
    }
    // Hair throws a shadow on the forehead.
    if character.hair.bangs != .slick && chance.happens("hair shadow", 0.7) {
      let shadow = (0...10).map { step in
        onFace(Float(step) / 10 * 2.6 - 1.3, -0.16 + (step % 2 == 0 ? 0.07 : -0.04), 0, 0)
      }
      layer.shade(shadow + [onFace(1.4, -1.2, 0, 0), onFace(-1.4, -1.2, 0, 0)], 1, on: face)
    }
  }

  private mutating func drawBeard(_ layer: inout Sketch.Layer) {
    guard character.face.beard > 0 else { return }
    let surface = sketch.newSurface()
    let lower = character.face.beard == 3
    var outline: [Vector]
    if character.face.beard == 1 {
      outline = smooth(
        [
          onFace(0, 0.98, -0.09, 0), onFace(0, 0.86, -0.03, 0), onFace(0, 0.86, 0.03, 0),
          onFace(0, 0.98, 0.09, 0), skeleton.head.flat(0.1, 1.25), skeleton.head.flat(-0.1, 1.25),
        ].map { $0 }, isClosed: true)
    } else {
      let edge = FaceOutline.points(character.face, skeleton.head)
      outline = Array(edge[28..<68])
      let middle = [
        (-1.2, 0.5), (-0.7, 0.62), (-0.25, lower ? 0.5 : 0.92), (0, lower ? 0.54 : 0.95),
        (0.25, lower ? 0.5 : 0.92), (0.7, 0.62), (1.2, 0.5),
      ].map { onFace(Float($0.0), Float($0.1), 0, 0) }
      outline =
        outline.map { $0 + Vector(0, 0.03) } + (skeleton.head.yaw < 0 ? middle.reversed() : middle)
    }
    layer.surface(outline, .hairStrand, colours.hair, surface)
    if lower { drawMouth(&layer) }
  }
}
