extension Drafter {
  mutating func drawLegs() {
    let order = skeleton.legs.indices.sorted {
      skeleton.legs[$0].joint.z + skeleton.legs[$0].root.z < skeleton.legs[$1].joint.z
        + skeleton.legs[$1].root.z
    }
    for (place, index) in order.enumerated() {
      let limb = skeleton.legs[index]
      // A thigh that comes towards the viewer lies over trunk and skirt's back.
      let isLifted = pose.legs == .sit && !pose.isFromBehind && limb.joint.z > build.leg * 0.3
      var layer = Sketch.Layer(
        depth: (isLifted ? Depth.shirt + 1 : Depth.legs) + Float(place) * 0.2)
      drawLeg(limb, index, &layer)
      sketch.add(layer)
    }
  }

  private mutating func drawLeg(_ limb: FigureLimb, _ index: Int, _ layer: inout Sketch.Layer) {
    let skin = sketch.newSurface()
    let tube = limb.ribbon(from: -0.12)
    layer.surface(
      tube.outline(-0.12, 1, startIsRound: true), .thigh, colours.skin, skin,
      frame: .ribbon(tube, 0...1), isOutlined: false)
    layer.surface(
      tube.outline(1, 2.03, endIsRound: true), .shin, colours.skin, skin,
      frame: .ribbon(tube, 1...2),
      isOutlined: false)
    layer.form(tube.outline(-0.1, 2.03), skin, light: light, limb.radius(1) * 0.45)
    layer.stroke(tube.edge(1, 0, 2, steps: 18), .outline, weight: 1, tapers: (0.4, 0.8), skin)
    layer.stroke(tube.edge(-1, 0, 2, steps: 18), .outline, weight: 1, tapers: (0.4, 0.8), skin)
    if !build.isMascot {
      let knee = tube([Vector(-0.3, 1.08), Vector(0.05, 1.13), Vector(0.35, 1.06)])
      layer.stroke(smooth(knee), .wrinkle, weight: 0.6, tapers: (0.2, 0.2), skin)
    }
    if outfit.sock > 0 { drawSock(limb, index, &layer) }
    drawFoot(limb, index, &layer)
    drawTrouserLeg(limb, index, &layer)
  }

  private mutating func drawSock(_ limb: FigureLimb, _ index: Int, _ layer: inout Sketch.Layer) {
    let surface = sketch.newSurface()
    let tube = limb.ribbon(ease: 1.04)
    let start = 2 - outfit.sock
    let outline = tube.outline(start, 2.05, endIsRound: true)
    let paint = colours.cloth[3]
    layer.surface(
      outline, .sock, paint, surface, frame: .ribbon(tube, 0...2), part: PartIndex.footwear,
      isOutlined: false)
    layer.form(outline, surface, light: light, limb.radius(1.2) * 0.45)
    layer.stroke(tube.edge(1, start, 2), .outline, surface)
    layer.stroke(tube.edge(-1, start, 2), .outline, surface)
    layer.stroke(
      [tube(1, start), tube(0.4, start + 0.02), tube(-0.4, start + 0.02), tube(-1, start)], .border,
      tapers: (1, 1), surface)
    if character.chance.happens("sock band", 0.4) {
      layer.mark(tube.outline(start + 0.03, start + 0.12, ease: 1.1), colours.cloth[1], on: surface)
    }
  }

  private mutating func drawFoot(_ limb: FigureLimb, _ index: Int, _ layer: inout Sketch.Layer) {
    let ankle = limb.place(2).seen
    let size = build.hand * (build.isMascot ? 1.9 : 1.25)
    let radius = limb.radius(2)
    // A foot points where its knee does, and down on the ground it is seen from a little above.
    let facing = Place(limb.side * 0.35, 0, 1).yawed(skeleton.turn)
    let isLoose = pose.legs == .jump || pose.legs == .kneel || pose.legs == .run
    let down = isLoose ? (limb.end - limb.joint).seen.unit : Vector(0, 1)
    let side = down.quarter * -1
    let forward = facing.x
    let length = size * (0.45 + 0.75 * abs(forward))
    let toe =
      ankle + side * (forward * length * 1.05) + down * (size * (0.42 + max(0, facing.z) * 0.3))
    let heel = ankle - side * (forward * size * 0.35) + down * (size * 0.42)
    let sense: Float = forward < 0 ? -1 : 1
    let half = side * (radius * 1.05 * sense)
    let bulge = side * (size * 0.34 * (1 - abs(forward) * 0.75) * sense)
    let upper = ankle - down * radius * 0.6
    let outline = smooth(
      [
        upper + half, mix(ankle, toe, 0.5) + bulge * 1.1 - down * size * 0.02,
        toe + bulge - down * size * 0.06, toe + down * (size * 0.06),
        toe - bulge + down * (size * 0.02), heel - bulge * 0.6 + down * (size * 0.03),
        heel - half * 0.6, upper - half,
      ], isClosed: true, steps: 4)
    let frame = PieceFrame.ribbon(
      Ribbon(spine: [upper, mix(upper, toe, 0.5), toe + down * size * 0.1], v: [0, 0.5, 1]) { _ in
        size * 0.4
      }, 0...1)
    let isShod = outfit.feet != .bare && !isMissing("shoes")
    let surface = sketch.newSurface()
    if !isShod || outfit.feet == .sandals {
      let bare = sketch.newSurface()
      let isSock = outfit.sock > 0
      layer.surface(
        outline, isSock ? .sock : .foot, isSock ? colours.cloth[3] : colours.skin, bare,
        frame: frame)
      layer.form(outline, bare, light: light, size * 0.1)
      for t in [Float(0.25), 0, -0.25] where !isSock {
        layer.stroke(
          [toe + bulge * t * 2, toe + bulge * t * 2 - down * size * 0.1], .inner, weight: 0.6, bare)
      }
      if isShod {
        layer.mark(
          [
            mix(upper, toe, 0.45) + bulge * 1.5, mix(upper, toe, 0.62) + bulge * 1.5,
            mix(upper, toe, 0.62) - bulge * 1.5, mix(upper, toe, 0.45) - bulge * 1.5,
          ], colours.leather, on: bare)
      }
      return
    }
    let paint = shoePaint
    layer.surface(outline, .shoe, paint, surface, frame: frame)
    layer.form(outline, surface, light: light, size * 0.14)
    let sole = [
      toe + bulge * 1.3 + down * (size * 0.02), toe + bulge * 1.4 + down * (size * 0.3),
      heel - bulge * 1.4 + down * (size * 0.3),
      heel - bulge * 1.2 - side * (forward * size * 0.2) + down * (size * 0.0), toe - bulge,
    ]
    layer.mark(
      sole, character.chance.happens("dark sole", 0.6) ? colours.black : colours.white, on: surface)
    if outfit.feet == .shoes || outfit.feet == .heels {
      if character.chance.happens("low shoe", 0.4) {
        layer.mark(
          ellipse(upper + down * radius * 0.4, Vector(radius * 1.1, size * 0.22)),
          outfit.sock > 0 ? colours.cloth[3] : colours.skin, on: surface)
      } else {
        layer.stroke(
          [mix(upper, toe, 0.35) + bulge, mix(upper, toe, 0.42), mix(upper, toe, 0.35) - bulge],
          .inner, surface)
      }
      return
    }
    // The shaft of a boot.
    let boot = sketch.newSurface()
    let start: Float = outfit.feet == .longBoots ? 1.15 : 1.6
    let tube = limb.ribbon(ease: 1.18, more: 0.01)
    let shaft = tube.outline(start, 2.08)
    layer.surface(shaft, .shoe, paint, boot, frame: .ribbon(tube, 1...2.1), isOutlined: false)
    layer.form(shaft, boot, light: light, limb.radius(1.5) * 0.5)
    layer.stroke(tube.edge(1, start, 2.05), .outline, boot)
    layer.stroke(tube.edge(-1, start, 2.05), .outline, boot)
    layer.stroke(
      smooth([tube(1, start), tube(0, start + 0.04), tube(-1, start)]), .outline, tapers: (1, 1),
      boot)
    if character.chance.happens("boot cuff", 0.4) {
      layer.mark(tube.outline(start - 0.02, start + 0.14, ease: 1.2), colours.cloth[2], on: boot)
    }
  }

  var shoePaint: Paint {
    character.chance.happens("cloth shoes", 0.5) ? colours.cloth[5] : colours.leather
  }
}
