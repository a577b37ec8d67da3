public import Raster

/// A face and a coat of 96×72 pixels, as line art and coloured.
public enum SmallPictures {
  public static let skin = RGBA(250, 220, 200)
  public static let coat = RGBA(40, 90, 160)

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

  public static let line = Image.letters(rows, scale: 6)
  public static let reference = Image.letters(rows, scale: 6, ["s": skin, "c": coat])
  /// Another character of the same outline.
  public static let stranger = Image.letters(
    rows, scale: 6, ["s": RGBA(190, 140, 110), "c": RGBA(180, 40, 90)])

  /// A pixel of paper in the face, in the coat, outside.
  public static let face = Point(45, 20)
  public static let body = Point(45, 50)
  public static let outside = Point(3, 3)

  /// The line drawing with a red trace line down the coat; the narrow side is a shadow.
  public static let traced = Image.letters(
    rows.enumerated().map { y, row in
      (6...9).contains(y) ? String(row.prefix(9) + "r" + row.dropFirst(10)) : row
    }, scale: 6, ["r": RGBA(230, 30, 30)])
  public static let shadow = Point(66, 50)
}
