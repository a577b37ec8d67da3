// Framing of data sets: the same measures in every picture.

extension Framing {
  /// The camera that brings a head into a square: upright, its face as wide as others', its eyes at one height.
  func headCamera(_ head: Globe, _ face: FaceDesign, side: Int) -> Camera {
    let size = Float(side)
    var camera = Camera()
    camera.isMirrored = chance.happens("mirrored", 0.5)
    camera.angle = -head.roll
    camera.scale = FigurePortrait.faceWidth * size / (2 * head.radii.x)
    let eyes = camera(head(0, face.eyeLatitude))
    let middle = camera(head.centre)
    camera.offset = Vector(
      size / 2 - mix(eyes.x, middle.x, 0.6), FigurePortrait.eyeHeight * size - eyes.y)
    camera.warp = warp(height: size)
    camera.warp.amplitude *= 0.5
    return camera
  }

  /// The camera that brings a whole figure into a square.
  func bodyCamera(_ sketch: Sketch, _ skeleton: FigureSkeleton, side: Int) -> Camera {
    let size = Float(side)
    let (left, top, right, low) = extent(sketch, skeleton.head)
    var camera = Camera()
    camera.isMirrored = chance.happens("mirrored", 0.5)
    camera.scale = FigurePortrait.bodyHeight * size / max(low - top, right - left)
    camera.offset =
      Vector(repeating: size / 2) - camera(Vector((left + right) / 2, (top + low) / 2))
    camera.warp = warp(height: size)
    return camera
  }
}
