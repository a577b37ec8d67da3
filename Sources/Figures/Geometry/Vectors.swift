/// A place or a direction in a picture: x to the right, y down.
typealias Vector = SIMD2<Float>

/// A place in space: x to the right, y down, z towards the viewer.
typealias Place = SIMD3<Float>

extension SIMD2<Float> {
  var length: Float { (x * x + y * y).squareRoot() }

  /// The same direction with length 1; `(1, 0)` for a vector of no length.
  var unit: Vector {
    let length = length
    return length > 1e-6 ? self / length : Vector(1, 0)
  }

  /// Turned a quarter to the right, as seen with y down.
  var quarter: Vector { Vector(-y, x) }

  func turned(_ angle: Float) -> Vector {
    let (s, c) = (sine(angle), cosine(angle))
    return Vector(x * c - y * s, x * s + y * c)
  }

  func dot(_ other: Vector) -> Float { x * other.x + y * other.y }
}

extension SIMD3<Float> {
  var length: Float { dot(self).squareRoot() }
  var unit: Place {
    let length = length
    return length > 1e-6 ? self / length : Place(0, 1, 0)
  }
  func dot(_ other: Place) -> Float { x * other.x + y * other.y + z * other.z }

  /// Turned about the vertical: `angle` > 0 brings what faces the viewer to the right.
  func yawed(_ angle: Float) -> Place {
    let (s, c) = (sine(angle), cosine(angle))
    return Place(x * c + z * s, y, -x * s + z * c)
  }

  /// The two coordinates that the viewer sees.
  var seen: Vector { Vector(x, y) }
}

func mix(_ a: Float, _ b: Float, _ share: Float) -> Float { a + (b - a) * share }
func mix(_ a: Vector, _ b: Vector, _ share: Float) -> Vector { a + (b - a) * share }
func mix(_ a: Place, _ b: Place, _ share: Float) -> Place { a + (b - a) * share }

extension Float {
  func clamped(_ low: Float, _ high: Float) -> Float { Swift.min(Swift.max(self, low), high) }

  /// 0 below `low`, 1 above `high`, eased between.
  func eased(_ low: Float, _ high: Float) -> Float {
    let t = ((self - low) / (high - low)).clamped(0, 1)
    return t * t * (3 - 2 * t)
  }
}
