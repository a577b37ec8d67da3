extension Drafter {
  /// Locks before the ears, over face's edge and shoulders.
  mutating func drawSideHair() {
    let hair = character.hair
    guard hair.side != .none else { return }
    for (index, side) in [Float(-1), 1].enumerated() {
      let root = skeleton.head.surface(side * 1.12, -0.5)
      guard root.z > -0.06 else { continue }
      var layer = Sketch.Layer(
        depth: chance("side")(index).happens("under cloth", 0.12)
          ? Depth.head + 0.5 : Depth.hairSide)
      let length: Float
      switch hair.side {
      case .none: length = 0
      case .short: length = 0.42
      case .chin, .hime: length = 0.62
      case .wavy: length = 0.95
      case .chest: length = 1.25
      }
      let down = hanging
      let out = Vector(root.seen.x < skeleton.head.centre.x ? -1 : 1, 0).turned(skeleton.head.roll)
      let count = hair.side == .hime ? 1 : character.chance("side locks").count("count", 1, 3)
      for number in 0..<count {
        let own = character.chance("side lock")(number)
        let start = overSkull(side * (1.05 + 0.16 * Float(number)), -0.55 + 0.05 * Float(number))
        let long = length * hair.length * own.value("long", 0.75, 1.1)
        let tip = start + down * long + out * (own.bell("out", -0.12, 0.12) + pose.wind * 0.05)
        let bend = mix(start, tip, 0.45) + out * own.value("bow", 0.02, 0.16)
        let surface = sketch.newSurface()
        let width = own.value("wide", 0.09, 0.2)
        if hair.side == .hime {
          let strip = Ribbon(
            spine: [start, mix(start, tip, 0.3), mix(start, tip, 0.6), tip], v: [0, 0.3, 0.6, 1]
          ) { v in width * mix(0.4, 0.62, v) }
          let outline = strip.outline(0, 1)
          layer.surface(
            outline, .hairSide, colours.hair, surface, frame: .ribbon(strip, 0...1),
            isOutlined: false, gradient: hairGradient(start, tip))
          layer.form(outline, surface, light: light, 0.04)
          layer.stroke(strip.edge(1, 0.2, 1) + strip.edge(-1, 0.2, 1).reversed(), .outline, surface)
          for u in [Float(-0.4), 0.2] {
            layer.stroke(strip.edge(u, 1, 0.45), .inner, weight: 0.6, surface)
          }
        } else {
          drawLock(lock(start, bend, tip, width), .hairSide, surface, &layer)
        }
      }
      sketch.add(layer)
    }
  }
}
