public import Raster

extension RGBA {
  /// Whether an opaque colour on white is more coloured than black.
  @inlinable
  public var isColoured: Bool {
    let highest = Swift.max(r, g, b)
    let spread = Int(highest - Swift.min(r, g, b))
    return spread >= 12 && 4 * spread > 3 * Int(255 - highest)
  }
}
