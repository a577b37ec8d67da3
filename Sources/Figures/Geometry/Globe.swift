/// A head's ellipsoid, turned: places on it are angles, `longitude` from the middle of the face to its
/// left and right, `latitude` from the height of the ears down to the chin and up to the crown.
struct Globe: Sendable {
  var centre: Vector
  /// Half of its width, height and depth.
  var radii: Place
  /// Radians: the face to the viewer's right, up, and the whole tilted clockwise.
  var yaw: Float
  var pitch: Float
  var roll: Float

  /// The place where a point of the head's own space is seen, and its distance towards the viewer.
  func place(_ point: Place) -> Place {
    let turned = point.yawed(yaw)
    let (s, c) = (sine(pitch), cosine(pitch))
    let up = Place(turned.x, turned.y * c - turned.z * s, turned.y * s + turned.z * c)
    let flat = up.seen.turned(roll) + centre
    return Place(flat.x, flat.y, up.z)
  }

  /// The point at `longitude` and `latitude` (down > 0), `height` times as far out as the surface.
  func surface(_ longitude: Float, _ latitude: Float, height: Float = 1) -> Place {
    let c = cosine(latitude)
    let direction = Place(sine(longitude) * c, sine(latitude), cosine(longitude) * c)
    return place(direction * radii * height)
  }

  /// The same as it is seen.
  func callAsFunction(_ longitude: Float, _ latitude: Float, height: Float = 1) -> Vector {
    surface(longitude, latitude, height: height).seen
  }

  /// A point beside the head's middle, in its tilted axes: right and down, in half widths and heights.
  func flat(_ x: Float, _ y: Float) -> Vector {
    centre + (Vector(x, y) * Vector(radii.x, radii.y)).turned(roll)
  }
}
