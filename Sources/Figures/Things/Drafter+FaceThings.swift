extension Drafter {
  /// Glasses, a mask, a patch.
  mutating func drawFaceThing() {
    guard outfit.faceThing != .none, !isMissing("face thing") else { return }
    var layer = Sketch.Layer(depth: Depth.head + 0.6)
    let design = character.face
    let surface = sketch.newSurface()
    let paint = colours.cloth[4]
    func around(_ lon: Float, _ lat: Float, _ rx: Float, _ ry: Float, square: Bool) -> [Vector] {
      (0..<20).map { step in
        let t = Float(step) / 20 * 2 * .pi
        let c = cosine(t)
        let s = sine(t)
        let k: Float = square ? 1 / max(abs(c), abs(s)) * 0.85 : 1
        return onFace(lon, lat, c * rx * k, s * ry * k, height: 1.04)
      }
    }
    switch outfit.faceThing {
    case .none: break
    case .patch:
      guard isSeen(design.eyeLongitude, design.eyeLatitude, 0.05) else { break }
      let outline = around(
        design.eyeLongitude, design.eyeLatitude, design.eyeWidth * 0.6,
        max(0.09, design.eyeHeight * 0.6), square: false)
      layer.surface(outline, .mask, colours.black, surface, frame: .globe(skeleton.head))
      layer.stroke(
        [onFace(-0.9, -0.7, 0, 0), onFace(design.eyeLongitude, design.eyeLatitude - 0.15, 0, 0)],
        .outline, surface)
    case .mask:
      let outline = smooth(
        [
          onFace(-1.2, 0.28, 0, 0), onFace(0, 0.34, 0, 0, height: 1.12), onFace(1.2, 0.28, 0, 0),
          onFace(0.95, 0.85, 0, 0), onFace(0, 1.2, 0, 0), onFace(-0.95, 0.85, 0, 0),
        ], isClosed: true)
      layer.surface(
        outline, .mask, character.chance.happens("white mask", 0.6) ? colours.white : paint,
        surface, frame: .globe(skeleton.head), on: face)
      layer.form(outline, surface, light: light, 0.03)
      layer.stroke(
        [onFace(-0.8, 0.6, 0, 0), onFace(0, 0.66, 0, 0, height: 1.1), onFace(0.8, 0.6, 0, 0)],
        .inner, weight: 0.6, surface)
    case .round, .square, .half, .goggles:
      let r = max(design.eyeWidth * 0.62, 0.11)
      let tall = outfit.faceThing == .half ? r * 0.6 : max(r * 0.8, design.eyeHeight * 0.6)
      for side in [Float(-1), 1] where isSeen(side * design.eyeLongitude, design.eyeLatitude, 0.06)
      {
        let outline = around(
          side * design.eyeLongitude, design.eyeLatitude + 0.04, r, tall,
          square: outfit.faceThing == .square)
        let isDark = outfit.faceThing == .goggles || character.chance.happens("sunglasses", 0.12)
        if isDark {
          let lens = sketch.newSurface()
          layer.surface(
            outline, .glasses,
            outfit.faceThing == .goggles ? paint.mixed(colours.white, 0.3) : colours.black, lens,
            frame: .globe(skeleton.head), weight: 1.4)
          layer.shade([outline[12], outline[13], outline[3], outline[2]], 2, on: lens)
        } else {
          // A frame alone: a ring, so that the eye shows.
          let ring =
            outline + [outline[0]]
            + around(
              side * design.eyeLongitude, design.eyeLatitude + 0.04, r - 0.016, tall - 0.016,
              square: outfit.faceThing == .square
            ).reversed()
          let each = sketch.newSurface()
          layer.surface(
            ring + [ring[21]], .glasses, colours.black.mixed(paint, 0.5), each, isOutlined: true,
            weight: 0.6)
        }
        layer.stroke(
          [
            onFace(
              side * (design.eyeLongitude + r / skeleton.head.radii.x), design.eyeLatitude, 0, 0),
            onFace(side * 1.5, 0.05, 0, 0),
          ], .outline, surface)
      }
      layer.stroke(
        [
          onFace(
            -design.eyeLongitude + r / skeleton.head.radii.x, design.eyeLatitude, 0, 0, height: 1.05
          ), onFace(0, design.eyeLatitude, 0, -0.01, height: 1.07),
          onFace(
            design.eyeLongitude - r / skeleton.head.radii.x, design.eyeLatitude, 0, 0, height: 1.05),
        ], .outline, surface)
    }
    sketch.add(layer)
  }
}
