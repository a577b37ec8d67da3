/// A place or a direction in the plane: `x` to the right, `y` downwards.
public struct Vector: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  static let zero = Vector(0, 0)

  /// The unit vector that hangs straight down, turned by `degrees` towards +x.
  static func hanging(_ degrees: Double) -> Vector {
    Vector(0, 1).rotated(by: -degrees)
  }

  var length: Double { (x * x + y * y).squareRoot() }

  /// The same direction with length 1; zero stays zero.
  var unit: Vector { length > 0 ? self / length : self }

  /// A quarter turn clockwise on the page.
  var normal: Vector { Vector(-y, x) }

  /// Turned clockwise on the page.
  func rotated(by degrees: Double) -> Vector {
    let (sine, cosine) = Trigonometry.sineAndCosine(degrees: degrees)
    return Vector(x * cosine - y * sine, x * sine + y * cosine)
  }

  func mixed(with other: Vector, _ share: Double) -> Vector { self + (other - self) * share }

  static func + (a: Vector, b: Vector) -> Vector { Vector(a.x + b.x, a.y + b.y) }
  static func - (a: Vector, b: Vector) -> Vector { Vector(a.x - b.x, a.y - b.y) }
  static func * (a: Vector, k: Double) -> Vector { Vector(a.x * k, a.y * k) }
  static func / (a: Vector, k: Double) -> Vector { Vector(a.x / k, a.y / k) }
}

/// An affine map of the plane: where the origin and the two unit vectors go.
public struct AffineFrame: Hashable, Sendable {
  public var origin: Vector
  public var xAxis: Vector
  public var yAxis: Vector

  public init(origin: Vector, xAxis: Vector = Vector(1, 0), yAxis: Vector = Vector(0, 1)) {
    self.origin = origin
    self.xAxis = xAxis
    self.yAxis = yAxis
  }

  /// Turned clockwise by `degrees` and scaled.
  init(origin: Vector, degrees: Double, scale: Double = 1) {
    self.init(
      origin: origin, xAxis: Vector(scale, 0).rotated(by: degrees),
      yAxis: Vector(0, scale).rotated(by: degrees))
  }

  /// The place of local (x, y).
  public func callAsFunction(_ x: Double, _ y: Double) -> Vector {
    origin + xAxis * x + yAxis * y
  }

  public func callAsFunction(_ point: Vector) -> Vector { self(point.x, point.y) }

  /// The same frame looked at in a mirror: local x runs the other way.
  var mirrored: AffineFrame { AffineFrame(origin: origin, xAxis: xAxis * -1, yAxis: yAxis) }
}
