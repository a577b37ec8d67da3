import Raster

/// A picture in letters, each `scale`×`scale` pixels of the colour that `colours` gives it.
func picture(_ rows: [String], scale: Int, _ colours: [Character: RGBA]) -> Image {
  let letters = rows.map(Array.init)
  var image = Image(
    width: letters[0].count * scale, height: letters.count * scale, repeating: .white)
  for y in 0..<image.height {
    for x in 0..<image.width {
      image[x, y] = colours[letters[y / scale][x / scale]] ?? .white
    }
  }
  return image
}

/// A face and a coat, as line art and coloured: what the tests of the flow colour.
enum SmallDrawings {
  static let skin = RGBA(250, 220, 200)
  static let coat = RGBA(40, 90, 160)

  private static let rows = [
    "................",
    "...##########...",
    "...#ssssssss#...",
    "...#ssssssss#...",
    "...#ssssssss#...",
    "...##########...",
    "...#cccccccc#...",
    "...#cccccccc#...",
    "...#cccccccc#...",
    "...#cccccccc#...",
    "...##########...",
    "................",
  ]

  static let line = picture(rows, scale: 6, ["#": .black])
  static let reference = picture(rows, scale: 6, ["#": .black, "s": skin, "c": coat])
  /// A pixel of paper in the face, in the coat, outside.
  static let face = Point(45, 20)
  static let body = Point(45, 50)
  static let outside = Point(3, 3)

  /// The line drawing with a red trace line down the coat; the narrow side is a shadow.
  static let traced = picture(
    rows.enumerated().map { y, row in
      (6...9).contains(y) ? String(row.prefix(9) + "r" + row.dropFirst(10)) : row
    }, scale: 6, ["#": .black, "r": RGBA(230, 30, 30)])
  static let shadow = Point(66, 50)
}
