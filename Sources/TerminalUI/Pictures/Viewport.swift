public import Raster

/// The part of a picture that is seen, whatever the size of the pane it is seen in.
///
/// Points are in picture pixels, continuous: pixel (0, 0) covers 0…1 both ways. An *aspect* is a pane's
/// width over its height in squares, where a cell is one square wide and two high; nil takes
/// the picture's own, which is right but for pans towards an edge.
public struct Viewport: Hashable, Sendable {
  /// The picture's sides in pixels; at least 1.
  public let width: Int
  public let height: Int
  /// The picture's point in the middle of the pane.
  public private(set) var center: SIMD2<Double>
  /// 1 shows the whole picture, 2 half of its width and height; 1 … `largestMagnification`.
  public private(set) var magnification: Double

  /// The whole picture.
  ///
  /// - Precondition: both sides are at least 1.
  public init(width: Int, height: Int) {
    precondition(width >= 1 && height >= 1, "a view of a picture of \(width)×\(height)")
    self.width = width
    self.height = height
    center = SIMD2(Double(width), Double(height)) / 2
    magnification = 1
  }

  /// About eight pixels across: there each pixel is a block, and more shows nothing new.
  public var largestMagnification: Double { max(1, Double(max(width, height)) / 8) }

  public var showsWholePicture: Bool { magnification == 1 }

  /// The extent of the picture's plane that a pane shows, in pixels; at a magnification of 1 more than the
  /// picture in one direction.
  public func extent(aspect: Double? = nil) -> SIMD2<Double> {
    let (width, height) = (Double(width), Double(height))
    let aspect = aspect ?? width / height
    let extent =
      aspect > width / height ? SIMD2(height * aspect, height) : SIMD2(width, width / aspect)
    return extent / magnification
  }

  /// Nearer by `factor` (farther below 1), the picture's `point` staying where it is on the screen.
  public func zoomed(by factor: Double, about point: SIMD2<Double>? = nil, aspect: Double? = nil)
    -> Viewport
  {
    let point = point ?? center
    var result = self
    result.magnification = min(largestMagnification, max(1, magnification * factor))
    result.center = point + (center - point) * (magnification / result.magnification)
    return result.settled(aspect: aspect)
  }

  /// Moved by shares of what is seen, right and down.
  public func panned(by share: SIMD2<Double>, aspect: Double? = nil) -> Viewport {
    centered(at: settled(aspect: aspect).center + share * extent(aspect: aspect), aspect: aspect)
  }

  /// Moved so that `point` comes to the middle, or as near to it as the picture's edges allow.
  public func centered(at point: SIMD2<Double>, aspect: Double? = nil) -> Viewport {
    var result = self
    result.center = point
    return result.settled(aspect: aspect)
  }

  /// As near as shows all of `box`, and around it a margin of `margin` times its longer side.
  public func zoomed(to box: Box, margin: Double = 0.5, aspect: Double? = nil) -> Viewport {
    let room = 1 + 2 * margin
    let side = Double(max(box.width, box.height, 1))
    let wanted = SIMD2(
      Double(box.width) + side * (room - 1), Double(box.height) + side * (room - 1))
    var result = Viewport(width: width, height: height)
    let whole = result.extent(aspect: aspect)
    result.magnification = min(
      largestMagnification, max(1, min(whole.x / wanted.x, whole.y / wanted.y)))
    let middle = SIMD2(
      Double(box.x) + Double(box.width) / 2, Double(box.y) + Double(box.height) / 2)
    return result.centered(at: middle, aspect: aspect)
  }

  /// The same view, its centre moved so that nothing outside of the picture is seen that need not be.
  public func settled(aspect: Double? = nil) -> Viewport {
    let half = extent(aspect: aspect) / 2
    let size = SIMD2(Double(width), Double(height))
    var result = self
    for axis in 0..<2 {
      result.center[axis] =
        2 * half[axis] >= size[axis]
        ? size[axis] / 2
        : min(size[axis] - half[axis], max(half[axis], center[axis]))
    }
    return result
  }
}
