/// An affine map of the plane: `p ↦ x · p.x + y · p.y + origin`.
struct PlaneMap: Sendable, Hashable {
  var x: SIMD2<Float>
  var y: SIMD2<Float>
  var origin: SIMD2<Float>

  /// A map that turns by `angle`'s cosine and sine, after mirroring left and right if asked, scales, and
  /// brings `centre` to `target`.
  init(
    cosine: Float, sine: Float, isMirrored: Bool, scale: Float, centre: SIMD2<Float>,
    target: SIMD2<Float>
  ) {
    let side: Float = isMirrored ? -1 : 1
    x = SIMD2(side * cosine, sine) * scale
    y = SIMD2(-side * sine, cosine) * scale
    origin = target - x * centre.x - y * centre.y
  }

  func callAsFunction(_ place: SIMD2<Float>) -> SIMD2<Float> {
    x * place.x + y * place.y + origin
  }

  /// The factor by which lengths grow.
  var scale: Float { (x * x).sum().squareRoot() }

  /// The map back; nil where this one brings the plane together on a line.
  var inverse: PlaneMap? {
    let determinant = x.x * y.y - x.y * y.x
    guard determinant != 0 else { return nil }
    var map = self
    map.x = SIMD2(y.y, -x.y) / determinant
    map.y = SIMD2(-y.x, x.x) / determinant
    map.origin = -(map.x * origin.x + map.y * origin.y)
    return map
  }

  /// First `other`, then this one.
  func after(_ other: PlaneMap) -> PlaneMap {
    var map = self
    map.x = x * other.x.x + y * other.x.y
    map.y = x * other.y.x + y * other.y.y
    map.origin = self(other.origin)
    return map
  }
}
