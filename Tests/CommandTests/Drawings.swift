import Raster

/// What the commands are given: a face over a coat, 96×72, as lines and in colour.
enum Drawings {
  static let skin = RGBA(250, 220, 200)
  static let coat = RGBA(40, 90, 160)
  static let face = Point(45, 20)
  static let body = Point(45, 50)

  static let line = drawn(face: .white, body: .white)
  static let reference = drawn(face: skin, body: coat)

  private static func drawn(face: RGBA, body: RGBA) -> Image {
    var image = Image(width: 96, height: 72, repeating: .white)
    for y in 6..<66 {
      for x in 18..<78 {
        let isInk = y < 12 || y >= 60 || (30..<36).contains(y) || x < 24 || x >= 72
        image[x, y] = isInk ? .black : y < 30 ? face : body
      }
    }
    return image
  }
}
