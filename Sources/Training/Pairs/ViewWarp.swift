internal import Tensors

/// The cut of a view: a square of it, turned, scaled, perhaps mirrored.
struct ViewWarp: Sendable {
  /// The side of what is cut out.
  let side: Int
  /// From a pixel's middle of the cut to the view's: `a · x + b · y + c`, for x and for y.
  private let inverse: (SIMD3<Float>, SIMD3<Float>)
  private let forward: (SIMD3<Float>, SIMD3<Float>)

  /// Turned by up to 12°, scaled by 0.9 to 1.5, half of them mirrored; the middle stays within the view.
  ///
  /// - Parameter smallest: the least that it is scaled by; the most is 1.65 times that.
  init(
    from source: Int, to side: Int, smallest: Float = 0.9, using random: inout RandomStream
  ) {
    let angle = (random.nextUniform() - 0.5) * 0.42 * (random.nextUniform() < 0.5 ? 1 : 0.2)
    let scale = smallest * power(1.65, random.nextUniform())
    let squeeze = power(1.15, random.nextUniform() * 2 - 1)
    let mirror: Float = random.nextUniform() < 0.5 ? -1 : 1
    let slack = Float(source) - Float(side) / scale
    let centre = SIMD2(
      Float(source) / 2 + slack * (random.nextUniform() - 0.5),
      Float(source) / 2 + slack * (random.nextUniform() - 0.5))
    self.init(
      from: centre, to: side, angle: angle, across: mirror * scale * squeeze,
      down: scale / squeeze)
  }

  /// The whole view as it is.
  init(side: Int) {
    let middle = Float(side) / 2
    self.init(from: SIMD2(middle, middle), to: side, angle: 0, across: 1, down: 1)
  }

  private init(from centre: SIMD2<Float>, to side: Int, angle: Float, across: Float, down: Float) {
    self.side = side
    let half = Float(side) / 2
    let (c, s) = (cosine(angle), sine(angle))
    // Cut = turn(scale · (view − centre)) + half.
    let rows = (SIMD2(c * across, -s * down), SIMD2(s * across, c * down))
    forward = (
      SIMD3(rows.0.x, rows.0.y, half - rows.0.x * centre.x - rows.0.y * centre.y),
      SIMD3(rows.1.x, rows.1.y, half - rows.1.x * centre.x - rows.1.y * centre.y)
    )
    let columns = (SIMD2(c / across, s / across), SIMD2(-s / down, c / down))
    inverse = (
      SIMD3(columns.0.x, columns.0.y, centre.x - half * (columns.0.x + columns.0.y)),
      SIMD3(columns.1.x, columns.1.y, centre.y - half * (columns.1.x + columns.1.y))
    )
  }

  /// The place to which a pixel of the view comes; nil outside the cut.
  func place(x: Int32, y: Int32) -> (x: Int, y: Int)? {
    let at = SIMD3(Float(x) + 0.5, Float(y) + 0.5, 1)
    let (u, v) = ((forward.0 * at).sum(), (forward.1 * at).sum())
    guard u >= 0, v >= 0, u < Float(side), v < Float(side) else { return nil }
    return (Int(u), Int(v))
  }

  /// Calls `body` with each pixel's number and where its middle lies in the view, in pixels from its corner.
  @inline(__always)
  func forEachPixel(_ body: (_ index: Int, _ x: Float, _ y: Float) -> Void) {
    for y in 0..<side {
      let row = Float(y) + 0.5
      for x in 0..<side {
        let column = Float(x) + 0.5
        body(
          y * side + x, inverse.0.x * column + inverse.0.y * row + inverse.0.z,
          inverse.1.x * column + inverse.1.y * row + inverse.1.z)
      }
    }
  }

  /// Planes of 0…255 between their four nearest pixels, as 0…1; `beyond` past their edges.
  func sampled(_ planes: [[UInt8]], of source: Int, beyond: Float) -> [Float] {
    let plane = side * side
    let last = source - 1
    var result = [Float](repeating: beyond, count: planes.count * plane)
    result.withUnsafeMutableBufferPointer { result in
      forEachPixel { index, x, y in
        guard x >= 0, y >= 0, x < Float(source), y < Float(source) else { return }
        let (u, v) = (max(0, x - 0.5), max(0, y - 0.5))
        let (left, top) = (min(Int(u), last), min(Int(v), last))
        let (right, bottom) = (min(left + 1, last), min(top + 1, last))
        let (fx, fy) = (u - Float(left), v - Float(top))
        for (channel, values) in planes.enumerated() {
          let above =
            Float(values[top * source + left]) * (1 - fx) + Float(values[top * source + right])
            * fx
          let below =
            Float(values[bottom * source + left]) * (1 - fx)
            + Float(values[bottom * source + right]) * fx
          result[channel * plane + index] = (above * (1 - fy) + below * fy) / 255
        }
      }
    }
    return result
  }
}
