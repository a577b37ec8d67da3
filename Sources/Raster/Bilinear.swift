// Bilinear interpolation.
//
// Values stand at the nodes of a grid, `[H, W]`; a place in between has the mean of the four nodes around it, the nearer ones
// counting more. Places are in nodes: whole numbers at nodes, (0, 0) at the first. Beyond the outer nodes the border goes on:
// a place there has the value of the nearest place on it.
//
// A grid of cells has its nodes at the cells' middles. Where pixels' middles have whole coordinates and cell 0 begins at the
// picture's edge, pixel `x` lies at node `(x + ½) / cell − ½`.
// Cost: four reads and three mixtures a place.

/// Values that can be added in shares.
public protocol Mixable: BitwiseCopyable, Sendable {
  static func + (a: Self, b: Self) -> Self
  static func * (value: Self, share: Float) -> Self
}

extension Float: Mixable {}
extension SIMD2: Mixable where Scalar == Float {}

/// A place along one axis of a grid, between two nodes.
public struct AxisSample: Sendable {
  /// The node before the place, and the one after it: the same one at the last node.
  public let lower: Int
  public let upper: Int
  /// The share of the way from the one to the other, 0…1.
  public let share: Float

  /// A place in nodes; the first or last node beyond them.
  ///
  /// - Parameter count: of nodes along the axis, at least 1.
  @inlinable
  public init(_ place: Double, of count: Int) {
    let inside = min(max(place, 0), Double(count - 1))
    lower = Int(inside)
    upper = min(lower + 1, count - 1)
    share = Float(inside - Double(lower))
  }

  /// A place in nodes; the first or last node beyond them.
  ///
  /// - Parameter count: of nodes along the axis, at least 1.
  @inlinable
  public init(_ place: Float, of count: Int) {
    let inside = min(max(place, 0), Float(count - 1))
    lower = Int(inside)
    upper = min(lower + 1, count - 1)
    share = inside - Float(lower)
  }
}

/// The value of a grid between four of its nodes.
///
/// - Parameters:
///   - values: `[H, W]`, row by row.
///   - width: W.
@inlinable
public func bilinear<Value: Mixable>(
  _ values: Span<Value>, width: Int, _ x: AxisSample, _ y: AxisSample
) -> Value {
  let above = y.lower * width
  let below = y.upper * width
  let top = values[above + x.lower] * (1 - x.share) + values[above + x.upper] * x.share
  let bottom = values[below + x.lower] * (1 - x.share) + values[below + x.upper] * x.share
  return top * (1 - y.share) + bottom * y.share
}

extension Plane where Element: Mixable {
  /// The value at a place in nodes; the border's beyond it.
  @inlinable
  public func bilinear(x: Double, y: Double) -> Element {
    Raster.bilinear(
      elements.span, width: width, AxisSample(x, of: width), AxisSample(y, of: height))
  }

  /// The value at a place in nodes; the border's beyond it.
  @inlinable
  public func bilinear(x: Float, y: Float) -> Element {
    Raster.bilinear(
      elements.span, width: width, AxisSample(x, of: width), AxisSample(y, of: height))
  }
}
