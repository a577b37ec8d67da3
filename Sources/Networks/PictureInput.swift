public import Autograd
public import Tensors

// The input of networks beside a picture's plain values: what a small network would need many layers to find.

/// Line art for a network: how dark each pixel is, and how far the next line.
public enum LineInput {
  public static let channels = 2
  /// Distances end here, in pixels.
  static let farthest: Float = 32
  /// From this darkness on a pixel is a line for the distances.
  static let line: Float = 0.35

  /// - Parameter pictures: `[N, 3, H, W]`, sRGB, 0…1.
  /// - Returns: `[N, 2, H, W]`: darkness, 0…1; distances, 0…1.
  /// - Complexity: O(pixels).
  public static func of(_ pictures: Tensor) -> Tensor {
    precondition(pictures.shape.count == 4 && pictures.shape[1] == 3, "\(pictures.shape)")
    let (count, height, width) = (pictures.shape[0], pictures.shape[2], pictures.shape[3])
    let plane = height * width
    var result = [Float](repeating: 0, count: count * channels * plane)
    pictures.withValues { source in
      for image in 0..<count {
        let red = image * 3 * plane
        let out = image * channels * plane
        for i in 0..<plane {
          result[out + i] = 1 - lightness(source, at: red + i, plane)
        }
        appendDistances(to: &result, darkness: out, width: width, height: height)
      }
    }
    return Tensor(result, [count, channels, height, width])
  }

  /// Two sweeps with weights 1 and √2 (chamfer distances; Borgefors 1986), after the plane of darkness.
  static func appendDistances(to values: inout [Float], darkness: Int, width: Int, height: Int) {
    let plane = width * height
    values.withUnsafeMutableBufferPointer { values in
      let ink = values.baseAddress! + darkness
      let out = ink + plane
      let diagonal = Float(2).squareRoot()
      for i in 0..<plane { out[i] = ink[i] >= line ? 0 : farthest }
      for y in 0..<height {
        let row = out + y * width
        if y > 0 {
          let above = row - width
          for x in 0..<width {
            var best = min(row[x], above[x] + 1)
            if x > 0 { best = min(best, above[x - 1] + diagonal) }
            if x + 1 < width { best = min(best, above[x + 1] + diagonal) }
            row[x] = best
          }
        }
        for x in 1..<width { row[x] = min(row[x], row[x - 1] + 1) }
      }
      for y in stride(from: height - 1, through: 0, by: -1) {
        let row = out + y * width
        if y + 1 < height {
          let below = row + width
          for x in 0..<width {
            var best = min(row[x], below[x] + 1)
            if x > 0 { best = min(best, below[x - 1] + diagonal) }
            if x + 1 < width { best = min(best, below[x + 1] + diagonal) }
            row[x] = best
          }
        }
        for x in stride(from: width - 2, through: 0, by: -1) {
          row[x] = min(row[x], row[x + 1] + 1)
        }
      }
      for i in 0..<plane { out[i] /= farthest }
    }
  }
}

/// Coloured art for a network: its colours, and where thin dark lines are.
public enum ColourInput {
  public static let channels = 4
  /// Half the side of the window that a line must be thinner than, in pixels.
  static let reach = 2

  /// - Parameter pictures: `[N, 3, H, W]`, sRGB, 0…1.
  /// - Returns: `[N, 4, H, W]`: red, green, blue less ½; how much darker a pixel is than its lightness closed
  ///   (the largest, then the smallest of a window): 0…1.
  /// - Complexity: O(pixels).
  public static func of(_ pictures: Tensor) -> Tensor {
    precondition(pictures.shape.count == 4 && pictures.shape[1] == 3, "\(pictures.shape)")
    let (count, height, width) = (pictures.shape[0], pictures.shape[2], pictures.shape[3])
    let plane = height * width
    var result = [Float](repeating: 0, count: count * channels * plane)
    var light = [Float](repeating: 0, count: plane)
    pictures.withValues { source in
      for image in 0..<count {
        let red = image * 3 * plane
        let out = image * channels * plane
        for i in 0..<3 * plane { result[out + i] = source[red + i] - 0.5 }
        for i in 0..<plane { light[i] = lightness(source, at: red + i, plane) }
        let closed = extreme(
          extreme(light, width: width, height: height, max), width: width, height: height, min)
        for i in 0..<plane { result[out + 3 * plane + i] = closed[i] - light[i] }
      }
    }
    return Tensor(result, [count, channels, height, width])
  }

  /// The same with gradients; none go to the pixels that close a window, for which one they are changes at any step.
  public static func of(_ pictures: Variable) -> Variable {
    let whole = of(pictures.value)
    guard pictures.isTracked else { return Variable(whole) }
    let weights = Tensor([0.3, 0.59, 0.11], [1, 3, 1, 1])
    let lightness = (pictures * Variable(weights)).sum(over: 1)
    let darkness = Variable(whole.sliced(3..<4, axis: 1))
    return concatenated(pictures - 0.5, darkness + lightness.detached() - lightness)
  }

  /// The extreme of each pixel's window, rows first, then columns.
  private static func extreme(
    _ values: [Float], width: Int, height: Int, _ pick: (Float, Float) -> Float
  ) -> [Float] {
    var rows = values
    for y in 0..<height {
      for x in 0..<width {
        var best = values[y * width + x]
        for near in max(0, x - reach)...min(width - 1, x + reach) {
          best = pick(best, values[y * width + near])
        }
        rows[y * width + x] = best
      }
    }
    var result = rows
    for y in 0..<height {
      for near in max(0, y - reach)...min(height - 1, y + reach) where near != y {
        for x in 0..<width {
          result[y * width + x] = pick(result[y * width + x], rows[near * width + x])
        }
      }
    }
    return result
  }
}

/// Of a pixel whose red is at `red`, its green and blue a plane each further.
private func lightness(_ values: UnsafeBufferPointer<Float>, at red: Int, _ plane: Int) -> Float {
  0.3 * values[red] + 0.59 * values[red + plane] + 0.11 * values[red + 2 * plane]
}
