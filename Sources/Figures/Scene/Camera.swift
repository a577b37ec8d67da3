/// The way of a sketch into a picture: scaled, turned, mirrored, moved, and bent by a smooth warp.
struct Camera: Sendable {
  /// Pixels for a unit of the sketch.
  var scale: Float = 1
  var angle: Float = 0
  var isMirrored = false
  /// The place of the sketch's origin, pixels.
  var offset: Vector = .zero
  var warp = Warp.none
  /// The share by which all is smaller a pixel below `centre`: a view from above, or from below where it is negative.
  var taper: Float = 0
  var centre: Vector = .zero

  func callAsFunction(_ point: Vector) -> Vector {
    var turned = point.turned(angle) * scale
    if isMirrored { turned.x = -turned.x }
    let place = warp(turned + offset)
    guard taper != 0 else { return place }
    let below = place - centre
    return centre + below / (1 + taper * below.y).clamped(0.5, 2)
  }
}

/// A field of two sines each way, as a hand's drawing differs from a ruler's.
struct Warp: Sendable {
  /// Pixels.
  var amplitude: Vector
  /// Radians a pixel.
  var frequency: Vector
  var phase: Vector

  static let none = Warp(amplitude: .zero, frequency: .zero, phase: .zero)

  func callAsFunction(_ point: Vector) -> Vector {
    guard amplitude != .zero else { return point }
    let a = sine(point.y * frequency.x + phase.x) + 0.5 * sine(point.x * frequency.y + phase.y)
    let b = sine(point.x * frequency.x + phase.y) + 0.5 * sine(point.y * frequency.y - phase.x)
    return point + amplitude * Vector(a, b)
  }
}
