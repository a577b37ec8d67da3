public import Raster

extension Image {
  /// A picture drawn in letters, each a square of pixels.
  ///
  /// - Parameters:
  ///   - rows: all of one length, from the top.
  ///   - scale: pixels a letter is wide and high.
  ///   - colours: of the letters; what has none is white, and `#`, the ink, is black.
  public static func letters(
    _ rows: [String], scale: Int, _ colours: [Character: RGBA] = [:]
  ) -> Image {
    let rows = rows.map(Array.init)
    var image = Image(width: rows[0].count * scale, height: rows.count * scale, repeating: .white)
    for y in 0..<image.height {
      for x in 0..<image.width {
        let letter = rows[y / scale][x / scale]
        image[x, y] = colours[letter] ?? (letter == "#" ? .black : .white)
      }
    }
    return image
  }
}
