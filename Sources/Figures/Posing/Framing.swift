/// The part of a figure that a drawing shows, and its place.
struct Framing: Sendable {
  enum Cut: Sendable { case full, knees, half, bust, face, detail }

  var cut: Cut
  let chance: Chance

  init(_ chance: Chance) {
    self.chance = chance
    cut = chance.weighted(
      "cut",
      [(.full, 0.36), (.knees, 0.16), (.half, 0.19), (.bust, 0.17), (.face, 0.09), (.detail, 0.03)])
  }

  /// The camera that brings the figure into the picture.
  func camera(_ sketch: Sketch, _ skeleton: FigureSkeleton, width: Int, height: Int) -> Camera {
    let size = Vector(Float(width), Float(height))
    let head = skeleton.head
    let (left, top, right, low) = extent(sketch, head)
    let hips = skeleton.trunk(0, 0.95).y
    let bottom: Float
    switch cut {
    case .full: bottom = low
    case .knees: bottom = mix(hips, low, 0.45)
    case .half: bottom = hips + 0.1
    case .bust: bottom = skeleton.trunk(0, 0.45).y
    case .face: bottom = head.centre.y + 0.62
    case .detail: bottom = head.centre.y + 0.5
    }
    var camera = Camera()
    camera.angle = chance.bell("angle", -0.14, 0.14)
    if chance.happens("lies", 0.05) {
      camera.angle += chance.sign("side") * chance.value("lying", 0.7, 2.4)
    }
    camera.isMirrored = chance.happens("mirrored", 0.5)
    var centre = Vector((left + right) / 2, (top + bottom) / 2)
    var tall = max(bottom - top, 0.9)
    if cut == .full {
      tall = max(tall, (right - left) * size.y / size.x)
    } else {
      centre.x = mix(head.centre.x, centre.x, 0.4)
    }
    if cut == .detail {
      // Close, on one of the figure's joints.
      let places =
        [head.centre, skeleton.trunk(0, 0.2), skeleton.trunk(0, 0.8)]
        + (skeleton.arms + skeleton.legs).flatMap { [$0.place(0.9).seen, $0.place(1.7).seen] }
      centre = chance.pick("detail", places)
      tall = chance.value("detail size", 1.4, 2.8)
    }
    let share = cut == .full ? chance.value("share", 0.72, 0.97) : chance.value("close", 0.9, 1.1)
    camera.scale = size.y * share / tall
    if camera.angle.magnitude > 0.5 { camera.scale *= 0.8 }
    camera.offset = .zero
    let middle = camera(centre)
    let room = cut == .full ? Float(0.08) : 0.16
    let drift =
      Vector(chance.bell("drift x", -room, room), chance.bell("drift y", -room * 0.4, room * 0.4))
      * size
    camera.offset = size * 0.5 - middle + drift
    camera.centre = size * 0.5
    if chance.happens("from above or below", 0.3) {
      camera.taper = chance.bell("taper", -0.4, 0.4) / (size.y * 0.5)
    }
    camera.warp = warp(height: size.y)
    return camera
  }

  /// The box of a figure in its own units.
  func extent(_ sketch: Sketch, _ head: Globe) -> (
    left: Float, top: Float, right: Float, low: Float
  ) {
    var top = head.centre.y - 0.62
    var low = head.centre.y + 0.5
    var left = head.centre.x - 0.5
    var right = head.centre.x + 0.5
    for layer in sketch.layers {
      for piece in layer.pieces where piece.kind == .surface {
        for point in piece.outline {
          // Wings and long props do not decide how large a figure is drawn.
          if piece.group == .wing || piece.part == PartIndex.prop { continue }
          top = min(top, max(point.y, head.centre.y - 1.6))
          low = max(low, point.y)
          left = min(left, point.x)
          right = max(right, point.x)
        }
      }
    }
    return (left, top, right, low)
  }

  /// The bend of a drawing by hand.
  ///
  /// - Parameter height: of the picture, pixels.
  func warp(height: Float) -> Warp {
    let strength = chance.happens("unwarped", 0.3) ? 0 : chance.value("warp", 0.2, 1)
    return Warp(
      amplitude: Vector(chance.value("warp x", 1, 4), chance.value("warp y", 1, 4))
        * (strength * height / 256),
      frequency: Vector(chance.value("wave x", 1.5, 5), chance.value("wave y", 1.5, 5)) / height,
      phase: Vector(chance.value("phase x", 0, 6.28), chance.value("phase y", 0, 6.28)))
  }
}
