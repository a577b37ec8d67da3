extension Drafter {
  /// The bare trunk and neck; clothes go over it.
  mutating func drawTrunk() {
    let surface = sketch.newSurface()
    let trunk = skeleton.trunk
    var layer = Sketch.Layer(depth: Depth.trunk)
    let body = trunk.outline(0, 1, endIsRound: true)
    layer.surface(
      body, .trunk, colours.skin, surface, frame: .ribbon(trunk, 0...1, isBack: pose.isFromBehind),
      isOutlined: false)
    layer.form(body, surface, light: light, build.waist * 0.22)
    let neck = neckRibbon
    let throat = neck.outline(0, 1)
    layer.surface(
      throat, .neck, colours.skin, surface, frame: .ribbon(neck, 0...1), isOutlined: false)
    // The head's shadow on the neck.
    layer.shade(
      neck.outline(-0.2, chance.value("neck shadow", 0.4, 0.8)), 1, on: surface)
    layer.stroke(trunk.edge(1, 0.04, 1), .outline, weight: 1, tapers: (0.8, 0.8), surface)
    layer.stroke(trunk.edge(-1, 0.04, 1), .outline, weight: 1, tapers: (0.8, 0.8), surface)
    layer.stroke(neck.edge(1, 0.2, 1), .outline, tapers: (0.8, 0.8), surface)
    layer.stroke(neck.edge(-1, 0.2, 1), .outline, tapers: (0.8, 0.8), surface)
    if build.isMascot {
      let belly = smooth(
        trunk([
          Vector(0, 0.25), Vector(0.62, 0.45), Vector(0.66, 0.8), Vector(0, 0.97),
          Vector(-0.66, 0.8), Vector(-0.62, 0.45),
        ]),
        isClosed: true)
      if !pose.isFromBehind && character.chance.happens("belly", 0.6) {
        layer.mark(belly, colours.skin.mixed(colours.white, 0.65), on: surface)
      }
    } else if !pose.isFromBehind {
      drawBareDetails(trunk, surface, &layer)
    }
    sketch.add(layer)
  }

  private func drawBareDetails(_ trunk: Ribbon, _ surface: Int, _ layer: inout Sketch.Layer) {
    for side in [Float(-1), 1] {
      layer.stroke(
        smooth(
          trunk([Vector(side * 0.12, 0.1), Vector(side * 0.4, 0.09), Vector(side * 0.62, 0.075)])),
        .inner, weight: 0.6, tapers: (0.4, 0.1), surface)
    }
    layer.stroke(
      trunk([Vector(0, 0.66), Vector(0.01, 0.7)]), .inner, weight: 0.7, tapers: (0.6, 0.4), surface)
    if build.bust > 0.3 {
      layer.stroke(
        smooth(trunk([Vector(0.02, 0.2), Vector(-0.01, 0.28), Vector(0.02, 0.33)])), .inner,
        weight: 0.7, tapers: (0.2, 0.6), surface)
    }
  }

  var neckRibbon: Ribbon {
    let start = skeleton.head.flat(0, 0.5)
    let end = skeleton.trunk(0, 0.04)
    let radius = skeleton.neckRadius
    return Ribbon(spine: [start, mix(start, end, 0.5), end], v: [0, 0.5, 1]) { v in
      radius * mix(0.92, 1.06, v)
    }
  }
}
