import Raster
import TerminalUI

extension Viewport {
  /// The same view, or one with `pixel` in its middle where it is not seen well inside.
  func revealing(_ pixel: Point) -> Viewport {
    let half = extent() / 2
    let place = SIMD2(Double(pixel.x), Double(pixel.y))
    let distance = place - center
    let isSeen = abs(distance.x) <= half.x * 0.9 && abs(distance.y) <= half.y * 0.9
    return isSeen ? self : centered(at: place)
  }
}
