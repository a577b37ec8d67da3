import Raster

/// A colour of a reference while it is being read: Oklab, its darks drawn together, in thousandths (`x` lightness
/// 0…1000, `y` green to red and `z` blue to yellow, about −400…400), and `w` opacity, 0 or 1000.
///
/// Sixteen bits a channel keep a pixel in eight bytes, and lane-wise minimum and maximum make the
/// median filter quick. One thousandth is finer than a step of sRGB.
typealias ReferenceColour = SIMD4<Int16>

/// The distance of two colours in thousandths of Oklab; about 20 is just noticeable side by side.
@inline(__always)
func distance(_ a: ReferenceColour, _ b: ReferenceColour) -> Float {
  squaredDistance(a, b).squareRoot()
}

/// The square of their distance: a whole number, so exact.
@inline(__always)
func squaredDistance(_ a: ReferenceColour, _ b: ReferenceColour) -> Float {
  let d = SIMD4<Float>(a) - SIMD4<Float>(b)
  return (d * d).sum()
}

/// A reference's colours at the size at which it is divided into regions: the longer side at most
/// `longestSide`, JPEG's crumbs and single stray pixels smoothed away, edges kept.
///
/// A 3×3 median, twice. It keeps straight edges where they are, and takes off what 8×8 blocks leave
/// beside them; it also rounds corners of under two pixels. Cost: 8 bytes a pixel three times over.
struct ReferenceColours {
  /// The number of the picture's pixels, across and down, that one pixel here stands for.
  let scale: Int
  var shades: Plane<ReferenceColour>

  static let longestSide = 2048

  var width: Int { shades.width }
  var height: Int { shades.height }

  init(_ image: Image, work: Work) throws(Cancelled) {
    let longest = max(image.width, image.height)
    scale = max(1, (longest + Self.longestSide - 1) / Self.longestSide)
    shades = try Self.reduced(image, by: scale, work: work)
    for _ in 0..<2 { shades = try Self.median(of: shades, work: work) }
  }

  /// The mean colour of each `scale`×`scale` block, on white where the picture is transparent.
  private static func reduced(_ image: Image, by scale: Int, work: Work) throws(Cancelled)
    -> Plane<ReferenceColour>
  {
    let pixels = Magnification(scale: scale, width: image.width, height: image.height)
    var shades = Plane<ReferenceColour>(
      width: (image.width + scale - 1) / scale, height: (image.height + scale - 1) / scale,
      repeating: .zero)
    let width = shades.width
    shades.elements.withUnsafeMutableBufferPointer { shades in
      // Bands of rows are disjoint.
      nonisolated(unsafe) let shades = shades
      work.forEachBand(of: shades.count / width) { rows in
        var memo = ColourMemo(ReferenceColour.init(_:))
        for y in rows where !work.isCancelled {
          for x in 0..<width {
            let columns = pixels.columns(of: x)
            var sum = SIMD4<Int32>.zero
            for v in pixels.rows(of: y) {
              let row = image.elements.span.extracting(v * image.width..<(v + 1) * image.width)
              for u in columns {
                sum &+= SIMD4<Int32>(truncatingIfNeeded: memo.value(of: row[u]))
              }
            }
            let count = Int32(columns.count * pixels.rows(of: y).count)
            shades[y * width + x] = ReferenceColour(
              truncatingIfNeeded: count == 1 ? sum : sum / count)
          }
        }
      }
    }
    try work.checkCancelled()
    return shades
  }

  /// The median of each pixel and its eight neighbours, channel by channel; the border repeats.
  static func median(of shades: Plane<ReferenceColour>, work: Work) throws(Cancelled) -> Plane<
    ReferenceColour
  > {
    let width = shades.width
    let height = shades.height
    return try Plane(width: width, height: height, repeating: .zero, work: work) { y, row in
      let source = shades.elements.span
      let above = max(0, y - 1) * width
      let here = y * width
      let below = min(height - 1, y + 1) * width
      func column(_ x: Int) -> (ReferenceColour, ReferenceColour, ReferenceColour) {
        sorted(source[above + x], source[here + x], source[below + x])
      }
      var (a0, a1, a2) = column(0)
      var (b0, b1, b2) = (a0, a1, a2)
      for x in 0..<width {
        let (c0, c1, c2) = column(min(width - 1, x + 1))
        // The median of nine is the median of: the greatest of the least, the middle of the middle,
        // the least of the greatest.
        let low = pointwiseMax(pointwiseMax(a0, b0), c0)
        let (_, middle, _) = sorted(a1, b1, c1)
        let high = pointwiseMin(pointwiseMin(a2, b2), c2)
        row[x] = sorted(low, middle, high).1
        (a0, a1, a2) = (b0, b1, b2)
        (b0, b1, b2) = (c0, c1, c2)
      }
    }
  }

  @inline(__always)
  private static func sorted(_ a: ReferenceColour, _ b: ReferenceColour, _ c: ReferenceColour) -> (
    ReferenceColour, ReferenceColour, ReferenceColour
  ) {
    let low = pointwiseMin(a, b)
    let high = pointwiseMax(a, b)
    let rest = pointwiseMin(high, c)
    return (pointwiseMin(low, rest), pointwiseMax(low, rest), pointwiseMax(high, c))
  }
}

extension ReferenceColour {
  /// Light added to every pixel before its colour is taken. Oklab's cube root makes a step of sRGB near black ten
  /// times as long as one in the middle, and JPEG's noise on a black line into an edge; this evens it out.
  private static let veil: Float = 0.005

  /// The colour of a pixel laid on white; opaque from half alpha on.
  init(_ pixel: RGBA) {
    var light = LinearRGB(pixel)
    if pixel.a < 255 {
      let alpha = Float(pixel.a) / 255
      light = LinearRGB(
        r: light.r * alpha + 1 - alpha, g: light.g * alpha + 1 - alpha,
        b: light.b * alpha + 1 - alpha)
    }
    self.init(light, isOpaque: pixel.a >= 128)
  }

  private init(_ light: LinearRGB, isOpaque: Bool) {
    let lab = Oklab(
      LinearRGB(r: light.r + Self.veil, g: light.g + Self.veil, b: light.b + Self.veil))
    // Black is 0 and white 1000 again; the cube roots of 0.005 and 1.005.
    let black: Float = 0.170_997_6
    let scale = 1000 / (1.001_663_9 - black)
    self.init(
      Int16(((lab.l - black) * scale).rounded()), Int16((lab.a * scale).rounded()),
      Int16((lab.b * scale).rounded()), isOpaque ? 1000 : 0)
  }
}
