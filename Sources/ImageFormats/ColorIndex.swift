import Raster

/// The colours of a picture that has at most 256, in the order they first appear.
struct ColorIndex: Sendable {
  private(set) var colors: [RGBA] = []
  private var indices: [RGBA: UInt8] = [:]

  /// - Returns: nil for a picture of more colours.
  /// - Complexity: O(pixels); a run of one colour costs one look-up.
  init?(_ image: Image) {
    var last: RGBA?
    for pixel in image.elements where pixel != last {
      last = pixel
      if indices[pixel] != nil { continue }
      if colors.count == 256 { return nil }
      indices[pixel] = UInt8(colors.count)
      colors.append(pixel)
    }
  }

  /// The number of each pixel's colour.
  func indices(of image: Image) -> Plane<UInt8> {
    var last: (color: RGBA, index: UInt8)?
    return image.map { pixel in
      if let last, last.color == pixel { return last.index }
      let index = indices[pixel]!
      last = (pixel, index)
      return index
    }
  }
}
