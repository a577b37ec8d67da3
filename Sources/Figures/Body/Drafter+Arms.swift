extension Drafter {
  mutating func drawArms() {
    // The farther arm first, so that crossed arms lie one over the other.
    let order = skeleton.arms.indices.sorted {
      armHeight($0) < armHeight($1)
    }
    for index in order {
      var layer = Sketch.Layer(depth: armDepth(index))
      drawArm(index, &layer)
      sketch.add(layer)
    }
  }

  /// An arm's distance towards the viewer.
  private func armHeight(_ index: Int) -> Float {
    let arm = skeleton.arms[index]
    return arm.root.z * 0.6 + arm.joint.z * 0.5 + arm.end.z * 0.7
  }

  func armDepth(_ index: Int) -> Float {
    let isBehind =
      armHeight(index) < -0.12 * build.shoulder - 0.02
      || pose.arms[index] == .head && !pose.isFromBehind
        && chance(index).happens("behind head", 0.5)
    return isBehind
      ? Depth.armsBehind + Float(index) * 0.1 : Depth.arms + armHeight(index).clamped(-1, 1)
  }

  private mutating func drawArm(_ index: Int, _ layer: inout Sketch.Layer) {
    let limb = skeleton.arms[index]
    let skin = sketch.newSurface()
    let tube = limb.ribbon()
    let whole = tube.outline(-0.05, 2.02, startIsRound: true)
    layer.surface(
      tube.outline(-0.05, 1, startIsRound: true), .upperArm, colours.skin, skin,
      frame: .ribbon(tube, 0...1), isOutlined: false)
    layer.surface(
      tube.outline(1, 2.02), .forearm, colours.skin, skin, frame: .ribbon(tube, 1...2),
      isOutlined: false)
    layer.form(whole, skin, light: light, limb.radius(1) * 0.5)
    layer.stroke(tube.edge(1, 0.12, 2, steps: 18), .outline, weight: 1, tapers: (0.4, 0.8), skin)
    layer.stroke(tube.edge(-1, 0.12, 2, steps: 18), .outline, weight: 1, tapers: (0.4, 0.8), skin)
    let long = outfit.glove
    let isGloved = long > 0 && !isMissing("gloves")
    drawHand(index, isGloved ? glovePaint : colours.skin, isGloved ? .glove : .hand, &layer)
    if isGloved {
      let glove = sketch.newSurface()
      let wide = limb.ribbon(ease: 1.1)
      let start = max(0.4, 2 - long)
      let outline = wide.outline(start, 2.04)
      layer.surface(outline, .glove, glovePaint, glove, frame: .ribbon(tube, 0...2))
      layer.form(outline, glove, light: light, limb.radius(1.5) * 0.5)
    }
    drawSleeve(limb, index, &layer)
  }

  var glovePaint: Paint { colours.cloth[4] }

  /// Whether an item that can be left out is missing in this drawing.
  func isMissing(_ item: StaticString) -> Bool { chance("missing").happens(item, 0.12) }
}
