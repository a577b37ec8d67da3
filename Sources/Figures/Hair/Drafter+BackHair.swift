extension Drafter {
  /// The hair behind head and shoulders; in front of them when seen from behind.
  mutating func drawBackHair() {
    let hair = character.hair
    guard hair.back != .none && hair.crown != .buzz && hair.crown != .mohawk && hair.crown != .afro
    else { return }
    let head = skeleton.head
    let length: Float
    switch hair.back {
    case .none: return
    case .short: length = 0.62
    case .bob, .flipped: length = 0.9
    case .spiky, .wolf: length = 1.0
    case .shoulder: length = 1.25
    case .curly: length = 1.3
    case .long: length = 1.9
    case .veryLong: length = 2.9
    }
    let long = length * (length > 0.8 ? hair.length : 1)
    let isInFront = isBackOfHead
    var layer = Sketch.Layer(depth: isInFront ? Depth.back + 0.2 : Depth.hairBack)
    let surface = sketch.newSurface()
    let s = sine(head.yaw)
    let back = Vector(-s * 0.2, 0).turned(head.roll)
    let top = head.flat(0, -0.75) + back
    let middle = head.flat(0, 0.2) + back * 1.2
    let end = middle + hanging * (long - 0.35)
    let sway = hanging.quarter * (pose.wind * 0.12 * long)
    let spine =
      [top, mix(top, middle, 0.12), mix(top, middle, 0.3), mix(top, middle, 0.6), middle]
      + bow(middle, mix(middle, end, 0.5) - sway, end + sway, steps: 8)
    let v = spine.indices.map { Float($0) / Float(spine.count - 1) }
    let base = mix(head.radii.x, head.radii.z * 0.8, s * s) + hair.volume
    let spread =
      character.chance.value("spread", 0.85, 1.35)
      * (hair.isFluffy ? 1.6 : hair.back == .flipped ? 1.25 : 1)
    let wave = hair.waviness + (hair.back == .curly ? 0.8 : 0)
    let strip = Ribbon(spine: spine, v: v) { v in
      let swell = v < 0.2 ? mix(0.3, 1, (v / 0.2).squareRoot()) : mix(1, spread, (v - 0.2) / 0.8)
      let curls = hair.isFluffy ? 0.08 * abs(sine(v * 11 * long)) : 0
      return base * swell * (1 + wave * 0.07 * sine(v * 6 * long) + curls)
    }
    // Ends: teeth, round for a bob, long points for spikes.
    let teeth = hair.back == .bob ? 5 : max(4, hair.strands)
    let deep: Float =
      hair.back == .bob ? 0.03 : hair.back == .spiky || hair.back == .wolf ? 0.28 : 0.14
    let right = strip.edge(1, 0, 0.92, steps: 14)
    let left = strip.edge(-1, 0, 0.92, steps: 14)
    var ends: [Vector] = []
    for tooth in 0..<teeth {
      let own = chance("end")(tooth)
      let u0 = 1 - 2 * Float(tooth) / Float(teeth)
      let u1 = 1 - 2 * Float(tooth + 1) / Float(teeth)
      let tip = strip(
        (u0 + u1) / 2 * 1.05 + own.bell("lean", -0.1, 0.1),
        1 + deep / long * own.value("deep", 0.2, 1))
      let a = strip(u0, 0.92)
      let b = strip(u1, 0.92 - deep / long * 0.4)
      ends +=
        bow(a, mix(a, tip, 0.6) + (a - b) * 0.1, tip, steps: 3)
        + bow(tip, mix(tip, b, 0.4), b, steps: 3)
    }
    let outline = right + ends + left.reversed()
    layer.surface(
      outline, .hairBack, colours.hair, surface, frame: .ribbon(strip, 0...1), isOutlined: false,
      gradient: hairGradient(strip(0, 0.4), strip(0, 1)))
    if !isInFront {
      // Under the head it is dark.
      layer.shade(
        strip.outline(0, min(1, 0.75 / long + 0.25), ease: 0.8), 1, on: surface, isTraced: false)
      if character.chance.happens("inside", 0.2) {
        layer.mark(strip.outline(0.3, 1.1, ease: 0.62), colours.hairSecond, on: surface)
      }
    }
    layer.form(outline, surface, light: light, 0.08)
    if hair.hasTips {
      layer.mark(
        strip([
          Vector(-1.4, 0.72), Vector(-0.7, 0.8), Vector(-0.3, 0.7), Vector(0.1, 0.82),
          Vector(0.5, 0.7), Vector(0.9, 0.8), Vector(1.4, 0.72), Vector(1.5, 1.3),
          Vector(-1.5, 1.3),
        ]), colours.hairSecond, on: surface)
    }
    layer.stroke(right + ends + left.reversed(), .outline, tapers: (0.5, 0.5), surface)
    for index in 0..<Int(Float(hair.strands) * mix(0.3, 2.2, strandiness)) {
      let own = chance("back strand")(index)
      let u = own.bell("u", -0.9, 0.9)
      layer.stroke(
        strip.edge(u, own.value("from", 0.3, 0.6), own.value("to", 0.75, 1)), .inner, weight: 0.7,
        tapers: (0.1, 0.2), surface)
    }
    sketch.add(layer)
  }
}
