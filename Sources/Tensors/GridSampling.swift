/// Images read at positions between their pixels, bilinearly; beyond the border they continue
/// with their outermost pixels.
///
/// Positions are `[N, 2, H', W']` in pixels: first x, then y, 0 the centre of the first pixel.
/// A position that is no number reads pixel 0.
public struct GridSampling: Sendable {
  /// The positions' four pixels and their weights.
  private struct Corner {
    let topLeft: Int
    let right: Int
    let down: Int
    let shareX: Float
    let shareY: Float
    /// Whether moving the position changes what is read.
    let isFreeX: Bool
    let isFreeY: Bool

    @inline(__always)
    init(_ x: Float, _ y: Float, _ width: Int, _ height: Int) {
      let limitX = Float(width - 1)
      let limitY = Float(height - 1)
      // In this order NaN becomes 0.
      let clampedX = x > 0 ? (x < limitX ? x : limitX) : 0
      let clampedY = y > 0 ? (y < limitY ? y : limitY) : 0
      let column = min(Int(clampedX), max(0, width - 2))
      let row = min(Int(clampedY), max(0, height - 2))
      topLeft = row * width + column
      right = width > 1 ? 1 : 0
      down = height > 1 ? width : 0
      shareX = clampedX - Float(column)
      shareY = clampedY - Float(row)
      isFreeX = x > 0 && x < limitX
      isFreeY = y > 0 && y < limitY
    }
  }

  private let n, c, height, width, points: Int
  private let image: [Int]
  private let result: [Int]
  private let positions: [Int]

  public init(image: [Int], positions: [Int]) {
    require(
      image.count == 4 && positions.count == 4 && positions[0] == image[0] && positions[1] == 2
        && image[2] > 0 && image[3] > 0,
      "grid sampling: image \(image), positions \(positions)")
    (n, c, height, width) = (image[0], image[1], image[2], image[3])
    points = positions[2] * positions[3]
    self.image = image
    self.positions = positions
    result = [n, c, positions[2], positions[3]]
  }

  /// - Returns: `[N, C, H', W']`.
  public func sample(_ image: Tensor, at positions: Tensor) -> Tensor {
    Tensor(result) { out in
      read(image, positions) { image, positions in
        forEachBand(of: n * c, cost: 16 * points) { planes in
          for plane in planes {
            let pixels = image + plane * height * width
            let x = positions + plane / c * 2 * points
            for i in 0..<points {
              let at = Corner(x[i], x[points + i], width, height)
              let p = pixels + at.topLeft
              let top = p[0] + (p[at.right] - p[0]) * at.shareX
              let bottom = p[at.down] + (p[at.down + at.right] - p[at.down]) * at.shareX
              out[plane * points + i] = top + (bottom - top) * at.shareY
            }
          }
        }
      }
    }
  }

  /// The products of what is read and of other vectors, added up over the channels: what `sample` reads is not kept.
  ///
  /// - Parameter vectors: `[N, C, P]`; P divides H' · W', and each run of P positions has them in order.
  /// - Returns: `[N, 1, H', W']`.
  public func products(_ image: Tensor, _ vectors: Tensor, at positions: Tensor) -> Tensor {
    let places = vectors.shape.last ?? 0
    require(
      vectors.shape == [n, c, places] && places > 0 && points % places == 0,
      "grid sampling: vectors \(vectors.shape) for \(result)")
    // The channels of a pixel lie together, so that a position reads four runs of memory, not four pixels of each plane.
    let image = image.permuted([0, 2, 3, 1])
    let vectors = vectors.permuted([0, 2, 1])
    return Tensor([n, 1, result[2], result[3]]) { out in
      read(image, vectors, positions) { image, vectors, positions in
        forEachBand(of: n * points, cost: 16 * c) { band in
          for index in band {
            let (first, i) = index.quotientAndRemainder(dividingBy: points)
            let x = positions + first * 2 * points
            let at = Corner(x[i], x[points + i], width, height)
            let vector = vectors + (first * places + i % places) * c
            let p = image + (first * height * width + at.topLeft) * c
            let top = (dot(p, vector), dot(p + at.right * c, vector))
            let bottom = (
              dot(p + at.down * c, vector), dot(p + (at.down + at.right) * c, vector)
            )
            let above = top.0 + (top.1 - top.0) * at.shareX
            let below = bottom.0 + (bottom.1 - bottom.0) * at.shareX
            out[index] = above + (below - above) * at.shareY
          }
        }
      }
    }
  }

  /// The product of two vectors of C numbers, eight at a time.
  @inline(__always)
  private func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>) -> Float {
    let (first, second) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    var sums = SIMD8<Float>.zero
    var i = 0
    while i + 8 <= c {
      sums +=
        first.loadUnaligned(fromByteOffset: 4 * i, as: SIMD8<Float>.self)
        * second.loadUnaligned(fromByteOffset: 4 * i, as: SIMD8<Float>.self)
      i += 8
    }
    var sum = sums.sum()
    while i < c {
      sum += a[i] * b[i]
      i += 1
    }
    return sum
  }

  /// The gradient of the image: each element of `gradient` shared out to the four pixels it was
  /// read from.
  public func splat(_ gradient: Tensor, at positions: Tensor) -> Tensor {
    require(gradient.shape == result, "grid sampling: gradient \(gradient.shape) for \(result)")
    return Tensor(image) { out in
      read(gradient, positions) { gradient, positions in
        forEachBand(of: n * c, cost: 16 * points) { planes in
          for plane in planes {
            let pixels = out + plane * height * width
            pixels.update(repeating: 0, count: height * width)
            let x = positions + plane / c * 2 * points
            for i in 0..<points {
              let at = Corner(x[i], x[points + i], width, height)
              let p = pixels + at.topLeft
              let g = gradient[plane * points + i]
              let bottom = g * at.shareY
              let top = g - bottom
              p[0] += top * (1 - at.shareX)
              p[at.right] += top * at.shareX
              p[at.down] += bottom * (1 - at.shareX)
              p[at.down + at.right] += bottom * at.shareX
            }
          }
        }
      }
    }
  }

  /// The gradient of the positions; 0 where the border holds them.
  public func gradientOfPositions(_ gradient: Tensor, _ image: Tensor, at positions: Tensor)
    -> Tensor
  {
    require(gradient.shape == result, "grid sampling: gradient \(gradient.shape) for \(result)")
    return Tensor(self.positions) { out in
      read(gradient, image, positions) { gradient, image, positions in
        forEachBand(of: n * points, cost: 16 * c) { band in
          for index in band {
            let i = index % points
            let first = index / points
            let x = positions + first * 2 * points
            let at = Corner(x[i], x[points + i], width, height)
            var alongX: Float = 0
            var alongY: Float = 0
            for channel in first * c..<(first + 1) * c {
              let p = image + channel * height * width + at.topLeft
              let g = gradient[channel * points + i]
              let top = p[at.right] - p[0]
              let bottom = p[at.down + at.right] - p[at.down]
              let left = p[at.down] - p[0]
              let right = p[at.down + at.right] - p[at.right]
              alongX += g * (top + (bottom - top) * at.shareY)
              alongY += g * (left + (right - left) * at.shareX)
            }
            out[first * 2 * points + i] = at.isFreeX ? alongX : 0
            out[(first * 2 + 1) * points + i] = at.isFreeY ? alongY : 0
          }
        }
      }
    }
  }
}
