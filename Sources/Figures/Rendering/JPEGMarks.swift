/// The marks that JPEG leaves: 8 by 8 blocks through the cosine transform, rounded, and back; colour at half
/// the resolution.
///
/// Cost: about 60 ns a pixel.
enum JPEGMarks {
  private static let basis: [Float] = (0..<64).map { index in
    let (k, n) = (index / 8, index % 8)
    let scale: Float = k == 0 ? 0.353_553_39 : 0.5
    return scale * cosine((2 * Float(n) + 1) * Float(k) * .pi / 16)
  }

  /// - Parameter quality: 1…100.
  static func degrade(_ pixels: inout [SIMD3<Float>], width: Int, height: Int, quality: Int) {
    let scale: Float = quality < 50 ? 50 / Float(quality) : 2 - Float(quality) / 50
    var planes = [[Float]](repeating: [Float](repeating: 0, count: pixels.count), count: 3)
    for (index, pixel) in pixels.enumerated() {
      let luma = pixel.x * 0.299 + pixel.y * 0.587 + pixel.z * 0.114
      planes[0][index] = luma * 255
      planes[1][index] = (pixel.z - luma) * 0.564 * 255
      planes[2][index] = (pixel.x - luma) * 0.713 * 255
    }
    round(&planes[0], width, height, scale: scale, step: 1)
    for plane in 1..<3 {
      let (half, w, h) = halved(planes[plane], width, height)
      var small = half
      round(&small, w, h, scale: scale, step: 1.6)
      for y in 0..<height {
        for x in 0..<width {
          planes[plane][y * width + x] = small[min(y / 2, h - 1) * w + min(x / 2, w - 1)]
        }
      }
    }
    for index in pixels.indices {
      let luma = planes[0][index] / 255
      let blue = luma + planes[1][index] / 255 / 0.564
      let red = luma + planes[2][index] / 255 / 0.713
      pixels[index] = SIMD3(red, (luma - 0.299 * red - 0.114 * blue) / 0.587, blue)
    }
  }

  private static func halved(_ plane: [Float], _ width: Int, _ height: Int) -> ([Float], Int, Int) {
    let (w, h) = (max(1, width / 2), max(1, height / 2))
    var result = [Float](repeating: 0, count: w * h)
    for y in 0..<h {
      for x in 0..<w {
        let at = min(2 * y, height - 1) * width + min(2 * x, width - 1)
        result[y * w + x] = plane[at]
      }
    }
    return (result, w, h)
  }

  private static func round(
    _ plane: inout [Float], _ width: Int, _ height: Int, scale: Float, step: Float
  ) {
    var block = [Float](repeating: 0, count: 64)
    var other = block
    for top in stride(from: 0, to: height - 7, by: 8) {
      for left in stride(from: 0, to: width - 7, by: 8) {
        for row in 0..<8 {
          for column in 0..<8 {
            block[row * 8 + column] = plane[(top + row) * width + left + column] - 128
          }
        }
        transform(&block, &other, isForward: true)
        for place in 0..<64 {
          let coarse = (8 + Float(place / 8 + place % 8) * 6.5) * scale * step
          block[place] = (block[place] / coarse).rounded() * coarse
        }
        transform(&block, &other, isForward: false)
        for row in 0..<8 {
          for column in 0..<8 {
            plane[(top + row) * width + left + column] = block[row * 8 + column] + 128
          }
        }
      }
    }
  }

  /// Along rows and columns; twice the same pass, transposing.
  private static func transform(_ block: inout [Float], _ other: inout [Float], isForward: Bool) {
    for _ in 0..<2 {
      for row in 0..<8 {
        for k in 0..<8 {
          var sum: Float = 0
          for n in 0..<8 {
            sum += block[row * 8 + n] * (isForward ? basis[k * 8 + n] : basis[n * 8 + k])
          }
          other[k * 8 + row] = sum
        }
      }
      swap(&block, &other)
    }
  }
}
