extension Drafter {
  mutating func drawHair() {
    let hair = character.hair
    guard hair.crown != .bald else { return }
    drawBackHair()
    drawTails()
    drawCrown()
    if !isBackOfHead {
      if hair.crown != .buzz && hair.crown != .mohawk { drawBangs() }
      drawSideHair()
      drawMane()
    }
    drawAntenna()
  }

  /// A place over the skull; what lies round the corner is pressed against the edge.
  func overSkull(_ longitude: Float, _ latitude: Float, _ height: Float? = nil) -> Vector {
    let head = skeleton.head
    let lon = isBackOfHead ? longitude : (longitude + head.yaw).clamped(-1.5, 1.5) - head.yaw
    return head(lon, latitude, height: height ?? 1 + character.hair.volume)
  }

  /// The density of lines inside this drawing's hair, 0…1.
  var strandiness: Float { chance.unit("strandiness") }

  /// The head's near side: the one that the face is turned away from.
  var nearSide: Float { skeleton.head.yaw < 0 ? 1 : -1 }

  /// Down, as hair hangs: the head's own down and the ground's, with the wind.
  var hanging: Vector {
    (mix(Vector(0, 1).turned(skeleton.head.roll), Vector(0, 1), 0.65) + Vector(pose.wind * 0.22, 0))
      .unit
  }

  /// The colour towards the ends, along an axis.
  func hairGradient(_ start: Vector, _ end: Vector) -> Gradient? {
    character.hair.isGraded ? Gradient(start: start, end: end, paint: colours.hairSecond) : nil
  }

  /// A lock from `root` past `bend` to its point.
  ///
  /// - Returns: its strip, `v` 0 at the root and 1 at the point.
  func lock(_ root: Vector, _ bend: Vector, _ tip: Vector, _ width: Float, belly: Float = 0.35)
    -> Ribbon
  {
    let spine = [root] + bow(root, bend, tip, steps: 10)
    let wave = character.hair.waviness
    return Ribbon(
      spine: spine.enumerated().map { index, point in
        let t = Float(index) / 10
        return point + (tip - root).unit.quarter
          * (sine(t * 9 + width * 40) * wave * width * 0.3 * t)
      }, v: (0...10).map { Float($0) / 10 }
    ) { v in
      let swell = v < belly ? mix(0.75, 1, v / belly) : 1 - power((v - belly) / (1 - belly), 1.6)
      return width / 2 * max(swell, 0.012)
    }
  }

  /// Draws a lock with its strands.
  func drawLock(
    _ ribbon: Ribbon, _ group: PartGroup, _ surface: Int, _ layer: inout Sketch.Layer,
    paint: Paint? = nil,
    rootIsOpen: Bool = true, strands: Int = 2
  ) {
    let outline = ribbon.outline(0, 1)
    layer.surface(
      outline, group, paint ?? colours.hair, surface, frame: .ribbon(ribbon, 0...1),
      isOutlined: false,
      gradient: hairGradient(ribbon(0, 0.2), ribbon(0, 1)))
    layer.form(outline, surface, light: light, 0.05)
    if character.hair.hasTips { drawTips(ribbon, surface, &layer) }
    let from: Float = rootIsOpen ? 0.12 : 0
    layer.stroke(ribbon.edge(1, from, 1), .outline, weight: 1, tapers: (0.4, 0.5), surface)
    layer.stroke(ribbon.edge(-1, from, 1), .outline, weight: 1, tapers: (0.4, 0.5), surface)
    for index in 0..<strands {
      let u = (Float(index) + 0.5) / Float(strands) * 1.4 - 0.7
      layer.stroke(
        ribbon.edge(u, 0.1 + 0.15 * Float(index % 2), 0.85 - 0.1 * Float(index % 3)), .inner,
        weight: 0.65, tapers: (0.3, 0.1), surface)
    }
  }

  private func drawTips(_ ribbon: Ribbon, _ surface: Int, _ layer: inout Sketch.Layer) {
    let teeth: [Vector] = [
      Vector(-1.3, 0.72), Vector(-0.6, 0.8), Vector(-0.2, 0.7), Vector(0.2, 0.8), Vector(0.6, 0.7),
      Vector(1.3, 0.76), Vector(1.4, 1.1), Vector(-1.4, 1.1),
    ]
    layer.mark(ribbon(teeth), colours.hairSecond, on: surface)
  }

  private mutating func drawAntenna() {
    guard character.hair.hasAntenna else { return }
    let surface = sketch.newSurface()
    var layer = Sketch.Layer(depth: Depth.bangs + 0.5)
    let root = skeleton.head.flat(
      chance.value("antenna root", -0.1, 0.1), -1 - character.hair.volume)
    let side = character.chance.sign("antenna")
    let tip = root + Vector(side * 0.26, -0.12 + 0.1 * pose.wind)
    drawLock(
      lock(root + Vector(0, 0.04), root + Vector(side * 0.06, -0.26), tip, 0.06), .hairStrand,
      surface, &layer, strands: 0)
    sketch.add(layer)
  }
}
