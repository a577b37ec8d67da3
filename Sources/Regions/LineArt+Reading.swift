public import Raster

extension LineArt {
  /// The smallest width and height of a picture that is read as line art.
  public static let smallestSide = 3

  /// Reads a picture as line art.
  ///
  /// - Throws: `LineArtError` where it holds no drawing, `Cancelled`.
  /// - Complexity: O(width · height).
  public init(_ image: Image, work: Work) throws {
    guard image.width >= LineArt.smallestSide, image.height >= LineArt.smallestSide else {
      throw LineArtError.tooSmall(width: image.width, height: image.height)
    }
    var darkness = Plane<UInt8>(width: image.width, height: image.height, repeating: 0)
    work.forEachRow(of: &darkness) { y, row in
      let pixels = image.elements.span
      for x in row.indices {
        let pixel = pixels[y * image.width + x]
        let luma = (54 * Int(pixel.r) + 183 * Int(pixel.g) + 19 * Int(pixel.b)) >> 8
        row[x] = UInt8((255 - luma) * Int(pixel.a) / 255)
      }
    }
    try work.checkCancelled()
    let strokes = darkness.map { $0 >= 80 ? Stroke.ink : .paper }
    let ink = strokes.elements.count { $0 == .ink }
    guard ink > 0 else { throw LineArtError.noLine }
    guard ink < strokes.elements.count else { throw LineArtError.noPaper }
    self.init(
      darkness: darkness, strokes: strokes,
      strokeWidth: LineArt.medianRun(of: strokes))
  }

  /// The median length of the horizontal runs of ink: an upper estimate of the strokes' width.
  private static func medianRun(of strokes: Plane<Stroke>) -> Double {
    var counts = [Int](repeating: 0, count: strokes.width + 1)
    let elements = strokes.elements.span
    for y in 0..<strokes.height {
      var run = 0
      for x in 0..<strokes.width {
        if elements[y * strokes.width + x] == .ink {
          run += 1
        } else if run > 0 {
          counts[run] += 1
          run = 0
        }
      }
      counts[run] += run > 0 ? 1 : 0
    }
    let half = (counts.reduce(0, +) + 1) / 2
    var seen = 0
    let median = counts.firstIndex { count in
      seen += count
      return seen >= half
    }
    return Double(max(1, median ?? 1))
  }
}
