import Raster

// The mean colour of rectangles of pixels, in linear light.
//
// Idea: a table turns each code into light of 16 bits, sums are whole numbers, and only the means go
// back to codes. Opaque pixels, nearly all, need three look-ups and adds; where a run holds others it is
// summed again, weighted by alpha. Cost: about 1 ns a pixel and thread. Not done: weights for pixels that
// an edge cuts; each belongs to one rectangle whole.

/// Sums over pixels, weighted by alpha.
private struct LightSum {
  /// Light of 16 bits times alpha, of 8.
  var r: UInt64 = 0
  var g: UInt64 = 0
  var b: UInt64 = 0
  var alpha: UInt64 = 0
}

extension Plane where Element == RGBA {
  /// The mean of each rectangle of `rows` × `columns`; clear where it is empty.
  ///
  /// - Complexity: O(pixels covered).
  func lightMeans(_ columns: SampleSpans, _ rows: SampleSpans, work: Work) -> Image {
    let curve = TransferCurve.sRGB
    let lights = (0..<256).map { UInt32((curve.light(UInt8($0)) * 65535).rounded()) }
    var means = Image(width: columns.count, height: rows.count, repeating: .clear)
    // Given up, they mean nothing: whoever cancelled does not show them.
    try? work.forEachRow(of: &means) { y, row in
      if rows.isEmpty(y) { return }
      var sums = [LightSum](repeating: LightSum(), count: columns.count)
      var target = sums.mutableSpan
      for line in rows.starts[y]..<rows.ends[y] {
        addLight(
          elements.span.extracting(line * width..<(line + 1) * width), columns.starts.span,
          columns.ends.span, lights.span, to: &target)
      }
      let lines = UInt64(rows.ends[y] - rows.starts[y])
      for x in sums.indices where sums[x].alpha > 0 {
        let sum = sums[x]
        let pixels = lines * UInt64(columns.ends[x] - columns.starts[x])
        let scale = 1 / (65535 * Float(sum.alpha))
        let light = LinearRGB(
          r: Float(sum.r) * scale, g: Float(sum.g) * scale, b: Float(sum.b) * scale)
        row[x] = RGBA(light, alpha: UInt8((sum.alpha + pixels / 2) / pixels))
      }
    }
    return means
  }
}

/// Adds one row of pixels, `[W]`, to the sums of its spans.
///
/// - Parameter lights: the light of each code in 16 bits, `[256]`.
private func addLight(
  _ row: Span<RGBA>, _ starts: Span<Int>, _ ends: Span<Int>, _ lights: Span<UInt32>,
  to sums: inout MutableSpan<LightSum>
) {
  precondition(starts.count == sums.count && ends.count == sums.count && lights.count == 256)
  for index in 0..<sums.count {
    let (start, end) = (starts[index], ends[index])
    var (r, g, b): (UInt32, UInt32, UInt32) = (0, 0, 0)
    var alphas: UInt8 = 255
    // A picture is at most 2^16 pixels wide here, so that 32 bits hold a run.
    var x = start
    while x < end {
      let pixel = row[x]
      r &+= lights[Int(pixel.r)]
      g &+= lights[Int(pixel.g)]
      b &+= lights[Int(pixel.b)]
      alphas &= pixel.a
      x &+= 1
    }
    if alphas == 255 {
      sums[index].r &+= UInt64(r) &* 255
      sums[index].g &+= UInt64(g) &* 255
      sums[index].b &+= UInt64(b) &* 255
      sums[index].alpha &+= UInt64(end - start) &* 255
    } else {
      for x in start..<end {
        let pixel = row[x]
        let alpha = UInt64(pixel.a)
        sums[index].r &+= UInt64(lights[Int(pixel.r)]) &* alpha
        sums[index].g &+= UInt64(lights[Int(pixel.g)]) &* alpha
        sums[index].b &+= UInt64(lights[Int(pixel.b)]) &* alpha
        sums[index].alpha &+= alpha
      }
    }
  }
}
