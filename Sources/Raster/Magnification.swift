/// A scale at which the values of a plane stand for the pixels of a larger picture: each for a square block of them, those at the
/// right and the lower edge for what is left of one.
///
/// A finding in a picture made smaller by whole numbers can so be told in the picture's own pixels, exactly, without
/// a plane of its size.
public struct Magnification: Sendable {
  /// The side of a block in pixels; at least 1.
  public let scale: Int
  /// The picture's columns and rows.
  public let width: Int
  public let height: Int

  /// - Precondition: `scale` is at least 1.
  public init(scale: Int, width: Int, height: Int) {
    precondition(scale >= 1, "a block of \(scale) pixels")
    self.scale = scale
    self.width = width
    self.height = height
  }

  /// The picture's columns that the plane's column `x` stands for.
  @inlinable
  public func columns(of x: Int) -> Range<Int> { x * scale..<min(width, (x + 1) * scale) }

  /// The picture's rows that the plane's row `y` stands for.
  @inlinable
  public func rows(of y: Int) -> Range<Int> { y * scale..<min(height, (y + 1) * scale) }

  /// Stops where a plane does not stand for the picture.
  public func check<Element>(_ plane: Plane<Element>) {
    precondition(
      plane.width == (width + scale - 1) / scale && plane.height == (height + scale - 1) / scale,
      "\(plane.width)×\(plane.height) blocks of \(scale) pixels for a picture of \(width)×\(height)"
    )
  }
}

extension Plane {
  /// The plane in the picture's own size, each value repeated.
  ///
  /// - Complexity: O(the picture's pixels), shared between the threads.
  @inlinable
  public func enlarged(to pixels: Magnification, work: Work) throws(Cancelled) -> Plane {
    pixels.check(self)
    if pixels.scale == 1 { return self }
    return try Plane(
      width: pixels.width, height: pixels.height, repeating: elements[0], work: work
    ) { y, row in
      let source = y / pixels.scale * width
      let values = elements.span.extracting(source..<source + width)
      row.withUnsafeMutableBufferPointer { row in
        for x in 0..<values.count { row[pixels.columns(of: x)].update(repeating: values[x]) }
      }
    }
  }
}
