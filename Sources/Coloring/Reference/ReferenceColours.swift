import Raster

/// A colour of a reference while it is being read: Oklab, its darks drawn together, in thousandths (`x` lightness
/// 0…1000, `y` green to red and `z` blue to yellow, about −400…400), and `w` opacity, 0 or 1000.
///
/// Sixteen bits a channel keep a pixel in eight bytes, and lane-wise minimum and maximum make the
/// median filter quick. One thousandth is finer than a step of sRGB.
typealias Shade = SIMD4<Int16>

/// The distance of two colours in thousandths of Oklab; about 20 is just noticeable side by side.
@inline(__always)
func distance(_ a: Shade, _ b: Shade) -> Float {
  let d = SIMD4<Float>(a) - SIMD4<Float>(b)
  return (d * d).sum().squareRoot()
}

/// A reference's colours at the size at which it is divided into regions: the longer side at most
/// `longestSide`, JPEG's crumbs and single stray pixels smoothed away, edges kept.
///
/// A 3×3 median, twice. It keeps straight edges where they are, and takes off what 8×8 blocks leave
/// beside them; it also rounds corners of under two pixels. Cost: 8 bytes a pixel three times over.
struct ReferenceColours {
  /// How many of the picture's pixels one pixel here stands for, across and down.
  let scale: Int
  var shades: Plane<Shade>

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
    -> Plane<Shade>
  {
    var shades = Plane<Shade>(
      width: (image.width + scale - 1) / scale, height: (image.height + scale - 1) / scale,
      repeating: .zero)
    try work.forEachRow(of: &shades) { y, row in
      let pixels = image.elements.span
      var previous = RGBA.clear
      var previousShade = Shade(RGBA.clear)
      for x in row.indices {
        if scale == 1 {
          let pixel = pixels[y * image.width + x]
          if pixel != previous {
            previous = pixel
            previousShade = Shade(pixel)
          }
          row[x] = previousShade
          continue
        }
        var sum = SIMD4<Int32>.zero
        var count: Int32 = 0
        for v in y * scale..<min((y + 1) * scale, image.height) {
          for u in x * scale..<min((x + 1) * scale, image.width) {
            let pixel = pixels[v * image.width + u]
            if pixel != previous {
              previous = pixel
              previousShade = Shade(pixel)
            }
            sum &+= SIMD4<Int32>(truncatingIfNeeded: previousShade)
            count += 1
          }
        }
        row[x] = Shade(truncatingIfNeeded: sum / count)
      }
    }
    return shades
  }

  /// The median of each pixel and its eight neighbours, channel by channel; the border repeats.
  static func median(of shades: Plane<Shade>, work: Work) throws(Cancelled) -> Plane<Shade> {
    var result = shades
    let width = shades.width
    let height = shades.height
    try work.forEachRow(of: &result) { y, row in
      let source = shades.elements.span
      let above = max(0, y - 1) * width
      let here = y * width
      let below = min(height - 1, y + 1) * width
      for x in 0..<width {
        let left = max(0, x - 1)
        let right = min(width - 1, x + 1)
        let (a0, a1, a2) = sorted(source[above + left], source[here + left], source[below + left])
        let (b0, b1, b2) = sorted(source[above + x], source[here + x], source[below + x])
        let (c0, c1, c2) = sorted(
          source[above + right], source[here + right], source[below + right])
        // The median of nine is the median of: the greatest of the least, the middle of the middle,
        // the least of the greatest.
        let low = pointwiseMax(pointwiseMax(a0, b0), c0)
        let (_, middle, _) = sorted(a1, b1, c1)
        let high = pointwiseMin(pointwiseMin(a2, b2), c2)
        row[x] = sorted(low, middle, high).1
      }
    }
    return result
  }

  @inline(__always)
  private static func sorted(_ a: Shade, _ b: Shade, _ c: Shade) -> (Shade, Shade, Shade) {
    let low = pointwiseMin(a, b)
    let high = pointwiseMax(a, b)
    let rest = pointwiseMin(high, c)
    return (pointwiseMin(low, rest), pointwiseMax(low, rest), pointwiseMax(high, c))
  }
}

extension Shade {
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

extension Plane {
  /// The plane `scale` times as large, each value repeated, cut to `width`×`height`.
  func enlarged(by scale: Int, width: Int, height: Int, work: Work) throws(Cancelled) -> Plane {
    if scale == 1 { return self }
    var result = Plane(width: width, height: height, repeating: elements[0])
    try work.forEachRow(of: &result) { y, row in
      let source = elements.span
      for x in row.indices { row[x] = source[y / scale * self.width + x / scale] }
    }
    return result
  }
}
