import Raster
import Regions

extension LineArt {
  /// The outline of a square from 80 to 220, 3 pixels wide, on a sheet of 300 × 300.
  ///
  /// - Parameter gap: the columns where its lower side is open.
  static func square(openBelow gap: Range<Int>) -> LineArt {
    var strokes = Plane(width: 300, height: 300, repeating: Stroke.paper)
    for at in 80...220 {
      for pen in 0..<3 {
        strokes[at, 80 + pen] = .ink
        strokes[80 + pen, at] = .ink
        strokes[220 - pen, at] = .ink
        if !gap.contains(at) { strokes[at, 220 - pen] = .ink }
      }
    }
    return LineArt(
      darkness: strokes.map { $0 == .ink ? 255 : 0 }, strokes: strokes, strokeWidth: 3)
  }
}
