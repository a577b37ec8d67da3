public import Raster

/// The smallest drawing that can be coloured: a framed square.
public enum FramedSquare {
  public static func image(_ colour: RGBA) -> Image {
    var image = Image(width: 64, height: 64, repeating: .white)
    for y in 10..<54 {
      for x in 10..<54 {
        image[x, y] = (14..<50).contains(x) && (14..<50).contains(y) ? colour : .black
      }
    }
    return image
  }
}
