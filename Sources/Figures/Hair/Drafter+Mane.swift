extension Drafter {
  /// Long hair that falls before shoulders, arms' roots and chest, in broad locks.
  mutating func drawMane() {
    let hair = character.hair
    guard hair.mane > 0 else { return }
    for (index, side) in [Float(-1), 1].enumerated() {
      // It is thrown back over one shoulder now and then.
      guard !chance("mane")(index).happens("thrown back", 0.25),
        skeleton.head.surface(side * 1.25, 0).z > -0.15
      else { continue }
      var layer = Sketch.Layer(depth: Depth.scarf + 0.5)
      let out = Vector(side * (skeleton.head.yaw.magnitude > 1.2 ? 0.3 : 1), 0)
      for number in 0..<character.chance("mane").count("locks", 1, 3) {
        let own = character.chance("mane")(number)
        let start = overSkull(side * (1.35 + 0.12 * Float(number)), 0.1 * Float(number))
        let long = hair.mane * own.value("long", 0.65, 1.1)
        let swing = chance("mane")(index)(number).bell("swing", -0.15, 0.25)
        let tip = start + hanging * long + out * (own.bell("out", -0.25, 0.55) + swing)
        let bend = mix(start, tip, own.value("where", 0.35, 0.65)) + out * own.value("bow", 0, 0.4)
        drawLock(
          lock(start, bend, tip, own.value("wide", 0.2, 0.48), belly: own.value("belly", 0.3, 0.6)),
          .hairSide, sketch.newSurface(), &layer, strands: own.count("strands", 0, 4))
      }
      sketch.add(layer)
    }
  }
}
