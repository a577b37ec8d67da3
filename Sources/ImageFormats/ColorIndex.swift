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

  /// Packs row `y` of `image` with `bits` a pixel, the leftmost in the highest bits.
  func pack(_ image: Image, row y: Int, bits: Int, into row: inout [UInt8]) {
    for index in row.indices { row[index] = 0 }
    let start = y * image.width
    var last = image.elements[start]
    var index = indices[last]!
    for x in 0..<image.width {
      let pixel = image.elements[start + x]
      if pixel != last {
        last = pixel
        index = indices[pixel]!
      }
      let bit = x * bits
      row[bit / 8] |= index << (8 - bits - bit % 8)
    }
  }
}
