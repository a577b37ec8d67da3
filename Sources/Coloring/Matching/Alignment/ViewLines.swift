import Raster

/// The lines of a picture in the cells of a view.
///
/// A drawing's are its ink. A coloured picture has them twice over: strokes darker than both their
/// sides (a closing of the lightness shows them), and edges where one colour meets another; the stronger
/// counts. So the two kinds of picture become comparable.
enum ViewLines {
  /// The mean of `darkness` over each cell.
  ///
  /// - Parameter darkness: `[H, W]` of the picture, 0…255.
  static func ofInk(_ darkness: Plane<UInt8>, frame: MatchingFrame, work: Work) throws(Cancelled)
    -> Plane<Float>
  {
    try Plane<Float>(width: frame.width, height: frame.height, repeating: 0, work: work) { j, row in
      let rows = frame.rows(of: j, limit: darkness.height)
      for i in 0..<frame.width {
        let columns = frame.columns(of: i, limit: darkness.width)
        var sum = 0
        for y in rows {
          let start = y * darkness.width
          let values = darkness.elements.span.extracting(start..<start + darkness.width)
          for x in columns { sum += Int(values[x]) }
        }
        row[i] = min(1, Float(sum) / Float(200 * rows.count * columns.count))
      }
    }
  }

  /// Dark strokes and edges of colour.
  static func ofColours(_ image: Image, frame: MatchingFrame, work: Work) throws(Cancelled)
    -> Plane<Float>
  {
    let colours = try means(of: image, frame: frame, work: work)
    // The closing of the lightness is the opening of the darkness.
    let darkness = colours.map { -$0.x }
    let opened = try darkness.opened(reach: 3, work: work)
    return try Plane<Float>(
      width: frame.width, height: frame.height, repeating: 0, work: work
    ) { y, row in
      let above = max(0, y - 1) * frame.width
      let here = y * frame.width
      let below = min(frame.height - 1, y + 1) * frame.width
      for x in 0..<frame.width {
        let left = max(0, x - 1)
        let right = min(frame.width - 1, x + 1)
        let across = colours.elements[here + right] - colours.elements[here + left]
        let down = colours.elements[below + x] - colours.elements[above + x]
        let edge = ((across * across).sum() + (down * down).sum()).squareRoot()
        let stroke = darkness.elements[here + x] - opened.elements[here + x]
        row[x] = min(1, max(stroke / 0.25, 0.7 * (edge / 0.25 - 0.1), 0))
      }
    }
  }

  /// The mean Oklab colour of each cell, on white.
  private static func means(of image: Image, frame: MatchingFrame, work: Work) throws(Cancelled)
    -> Plane<SIMD4<Float>>
  {
    try Plane(
      width: frame.width, height: frame.height, repeating: SIMD4<Float>(repeating: 0), work: work
    ) { j, row in
      let rows = frame.rows(of: j, limit: image.height)
      for i in 0..<frame.width {
        let columns = frame.columns(of: i, limit: image.width)
        var sum = SIMD4<Int>(repeating: 0)
        for y in rows {
          let pixels = image.elements.span.extracting(y * image.width..<(y + 1) * image.width)
          for x in columns {
            let pixel = pixels[x]
            let alpha = Int(pixel.a)
            sum &+= SIMD4(Int(pixel.r) * alpha, Int(pixel.g) * alpha, Int(pixel.b) * alpha, alpha)
          }
        }
        let count = rows.count * columns.count
        let white = 255 * (255 * count - sum.w)
        let mean = (sum &+ white) / (255 * count)
        let colour = Oklab(RGBA(UInt8(mean.x), UInt8(mean.y), UInt8(mean.z)))
        row[i] = SIMD4(colour.l, colour.a, colour.b, 0)
      }
    }
  }
}
