extension Drafter {
  /// The hair over the forehead: one piece with teeth, and locks over it.
  mutating func drawBangs() {
    let hair = character.hair
    guard hair.bangs != .slick else { return }
    var layer = Sketch.Layer(depth: Depth.bangs)
    let surface = sketch.newSurface()
    let teeth = self.teeth()
    var bottom: [Vector] = []
    var valleys: [Vector] = []
    for (index, tooth) in teeth.enumerated() {
      let start = overSkull(tooth.from, tooth.valley)
      let tip = overSkull(tooth.tip.x, tooth.tip.y)
      let end = overSkull(tooth.to, tooth.next)
      if index == 0 { bottom.append(start) }
      let round: Float = hair.bangs == .bowl ? 0.9 : 0.35
      let side = mix(start, tip, 0.55) + (start - end) * -0.12 * (1 - round) + Vector(0, 0.02)
      bottom += bow(start, mix(side, Vector(start.x, tip.y), round * 0.4), tip, steps: 5)
      bottom += bow(tip, mix(mix(tip, end, 0.5), Vector(end.x, tip.y), round * 0.4), end, steps: 5)
      valleys.append(end)
    }
    let roof = (0...8).map { step in
      overSkull(mix(teeth[teeth.count - 1].to, teeth[0].from, Float(step) / 8), -1.15)
    }
    let first = teeth[0].from
    let last = teeth[teeth.count - 1].to
    let left = [overSkull(first, -0.7)]
    let right = [overSkull(last, -0.7)]
    layer.surface(
      bottom + right + roof + left, .hairBangs, colours.hair, surface, frame: .globe(skeleton.head),
      isOutlined: false, gradient: hairGradient(overSkull(0, -1.2), overSkull(0, 0.4)))
    layer.form(bottom + roof, surface, light: light, 0.035)
    if hair.hasTips {
      let line = bottom.map { $0 + Vector(0, -0.07) }
      layer.mark(
        line + bottom.reversed().map { $0 + Vector(0, 0.2) }, colours.hairSecond, on: surface)
    }
    if hair.hasStreak {
      layer.mark(
        [
          overSkull(0.3, -1.2), overSkull(0.42, -0.5), overSkull(0.55, 0.6), overSkull(0.75, 0.6),
          overSkull(0.62, -0.5), overSkull(0.38, -1.2),
        ], colours.hairSecond, on: surface)
    }
    layer.stroke(bottom, .outline, weight: 1, tapers: (0.5, 0.5), surface)
    layer.stroke(
      left + [overSkull(first, teeth[0].valley)], .outline, weight: 0.8, tapers: (0.1, 0.8), surface
    )
    layer.stroke(
      right + [overSkull(last, teeth[teeth.count - 1].next)], .outline, weight: 0.8,
      tapers: (0.1, 0.8), surface)
    let root = overSkull(hair.parting * 0.4, -1.25)
    for (index, valley) in valleys.dropLast().enumerated()
    where chance("strand")(index).happens("drawn", 0.75) {
      let reach = chance("strand")(index).value("reach", 0.25, 0.7)
      layer.stroke(
        bow(
          valley, mix(valley, root, 0.5) + (valley - root).quarter * 0.05, mix(valley, root, reach)),
        .inner, weight: 0.7, tapers: (0.9, 0.1), surface)
    }
    for tooth in teeth {
      let own = chance("lock strand")(Int((tooth.from + 2) * 1000))
      let tip = overSkull(tooth.tip.x, tooth.tip.y)
      if own.happens("from the tip", strandiness * 0.8) {
        layer.stroke(
          bow(
            mix(tip, root, 0.1), mix(tip, root, 0.3) + (tip - root).quarter * 0.04,
            mix(tip, root, own.value("up", 0.35, 0.6)), steps: 4), .inner, weight: 0.6,
          tapers: (0.2, 0.1), surface, on: surface)
      }
      if own.happens("from the root", strandiness * 0.7) {
        let from = own.value("below", 0.08, 0.3)
        layer.stroke(
          bow(
            mix(root, tip, from), mix(root, tip, from + 0.15) + (root - tip).quarter * 0.04,
            mix(root, tip, from + own.value("down", 0.2, 0.4)), steps: 4), .inner, weight: 0.6,
          tapers: (0.2, 0.1), surface, on: surface)
      }
    }
    if hair.gloss > 0 && chance.happens("gloss", 0.8) {
      let upper = (0...12).map { overSkull((Float($0) / 12 - 0.5) * 2, -0.68) }
      let lower = (0...12).map {
        overSkull(
          (Float($0) / 12 - 0.5) * 2, -0.6 + ($0 % 2 == 0 ? 0.12 : 0) * (hair.gloss == 1 ? 0 : 1))
      }
      layer.shade(upper + lower.reversed(), 2, on: surface)
    }
    drawForelocks(&layer)
    sketch.add(layer)
  }

  private struct Tooth {
    var from: Float
    var to: Float
    var valley: Float
    var next: Float
    var tip: Vector
  }

  /// The teeth from left to right: angles on the skull.
  private func teeth() -> [Tooth] {
    let hair = character.hair
    let count =
      hair.bangs == .single
      ? 2 : hair.bangs == .curtains || hair.bangs == .parted ? max(4, hair.strands) : hair.strands
    let reach: Float = hair.bangs == .wisps ? 0.7 : 1.28
    let edges = (0...count).map { index -> Float in
      let own = character.chance("tooth")(index)
      let t = Float(index) / Float(count)
      return (t * 2 - 1) * reach
        + (index > 0 && index < count ? own.bell("edge", -0.5, 0.5) * reach / Float(count) : 0)
    }
    func line(_ lon: Float) -> Float {
      let part = hair.parting * 0.6
      switch hair.bangs {
      case .straight, .bowl: return -0.2 + 0.04 * abs(lon)
      case .parted, .curtains:
        return -0.62 + min(1, abs(lon - part) * 1.15) * (hair.bangs == .curtains ? 0.85 : 0.68)
      case .swept: return -0.58 + (lon + 1.3) / 2.6 * 0.6
      case .spiky: return -0.22 + 0.06 * abs(lon)
      case .single: return -0.4
      case .wisps: return -0.32
      case .curly: return -0.34
      case .overEye: return -0.4 + (lon > 0.1 ? 0.6 : 0)
      case .slick: return -0.6
      }
    }
    let skew: Float = hair.bangs == .swept ? 0.28 : hair.bangs == .spiky ? 0.1 : 0
    let drift = pose.wind * 0.12
    return (0..<count).map { index in
      let (from, to) = (edges[index], edges[index + 1])
      let own = character.chance("tip")(index)
      let deep = hair.bangs == .straight || hair.bangs == .bowl ? 0.1 : own.value("deep", 0.14, 0.4)
      let middle = (from + to) / 2
      let away =
        hair.bangs == .parted || hair.bangs == .curtains
        ? (middle > hair.parting * 0.6 ? Float(1) : -1) * 0.12 : 0
      let tip = Vector(
        middle + skew + away + drift + own.bell("lean", -0.1, 0.1),
        line(middle) + deep * 0.6 + chance("tip")(index).bell("this time", -0.04, 0.04))
      return Tooth(
        from: from, to: to, valley: line(from) - (index > 0 ? deep * 0.4 : -0.1),
        next: line(to) - (index < count - 1 ? deep * 0.4 : -0.1), tip: tip)
    }
  }

  /// Single locks in front: between the eyes, over one eye.
  private mutating func drawForelocks(_ layer: inout Sketch.Layer) {
    let own = character.chance("forelock")
    let count = own.weighted("count", [(0, 0.55), (1, 0.3), (2, 0.15)])
    for index in 0..<count {
      let each = own(index)
      let lon = each.bell("place", -0.7, 0.7)
      let root = overSkull(lon * 0.6, -0.75)
      let tip = overSkull(
        lon + each.bell("lean", -0.3, 0.3) + pose.wind * 0.1, each.value("low", 0.1, 0.62))
      let surface = sketch.newSurface()
      let bend = mix(root, tip, 0.5) + (tip - root).quarter * each.bell("bend", -0.3, 0.3)
      drawLock(
        lock(root, bend, tip, each.value("wide", 0.06, 0.15)), .hairBangs, surface, &layer,
        strands: 1)
    }
  }
}
