public import Raster

extension Image {
  /// Whether a good part of it has a colour, as a reference has: a drawing in pencil or ink on yellowed paper has
  /// not, nor has one with a few trace lines.
  ///
  /// - Throws: `Cancelled`.
  /// - Complexity: O(pixels).
  public func isColoured(work: Work) throws -> Bool {
    let small = try thumbnail(longest: 256, work: work)
    let coloured = small.elements.count { pixel in
      let channels = [Int(pixel.r), Int(pixel.g), Int(pixel.b)]
      return pixel.a > 127 && channels.max()! - channels.min()! > 40
    }
    return coloured * 20 > small.elements.count
  }
}
