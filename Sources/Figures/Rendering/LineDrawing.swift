import Raster

/// Makes a line drawing of inking: paper, grain, traces in colour, what a scan leaves.
struct LineDrawing {
  let style: LineStyle
  let chance: Chance
  let width: Int
  let height: Int

  /// - Parameters:
  ///   - colour: the coloured picture, for styles that find their lines in it; its lines are drawn.
  ///   - blacks: where the artist fills with black.
  /// - Returns: colours 0…1.
  func picture(_ inking: Inking, colour: [SIMD3<Float>], blacks: [Bool]) -> [SIMD3<Float>] {
    let unit = Float(min(width, height)) / 256
    let found = style.extracted > 0 ? ridges(colour, unit: unit) : []
    let paper =
      chance.happens("white paper", 0.65)
      ? SIMD3<Float>(1, 1, 1)
      : rgb(
        chance.value("paper hue", 0.08, 0.16), chance.value("paper", 0, 0.12),
        chance.value("paper light", 0.85, 1))
    let pencil =
      chance.happens("coloured pencil", 0.08)
      ? rgb(chance.unit("pencil hue"), 0.7, 0.6)
      : SIMD3<Float>(repeating: chance.value("black", 0, 0.2))
    let traces: [SIMD3<Float>] =
      chance.happens("blue traces", 0.5)
      ? [pencil, SIMD3(0.2, 0.35, 0.95), SIMD3(0.95, 0.3, 0.2)]
      : [pencil, SIMD3(0.9, 0.15, 0.25), SIMD3(0.15, 0.6, 0.3)]
    let key = UInt32(chance.unit("grain") * 16_777_215)
    let stains = chance.happens("stained", 0.12) ? chance.value("stains", 0.02, 0.1) : 0
    let noise = chance.happens("noisy", 0.15) ? chance.value("noise", 0.01, 0.05) : 0
    let isHard = chance.happens("hard", 0.14)
    var result = [SIMD3<Float>](repeating: paper, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        let index = y * width + x
        var ink = style.extracted >= 1 ? 0 : Float(inking.ink[index]) / 255
        if style.extracted > 0 { ink = max(ink, found[index]) }
        if blacks[index] { ink = max(ink, style.darkness) }
        var value = paper
        if stains > 0 {
          value -= stains * smoothValue(Float(x) / unit * 0.02, Float(y) / unit * 0.02, key)
        }
        if ink > 0 {
          if style.grain > 0 {
            let grain = latticeValue(UInt32(Float(x) / unit), UInt32(Float(y) / unit) &+ key)
            ink *= 1 - style.grain * grain * 0.8
          }
          if isHard { ink = ink > 0.42 ? 1 : 0 }
          let line = traces[
            inking.ink[index] > 0 && style.extracted < 1 ? Int(inking.tint[index]) : 0]
          value += (line - value) * ink
        }
        if noise > 0 { value += (latticeValue(UInt32(x), UInt32(y) &* 31 &+ key) - 0.5) * noise }
        result[index] = value
      }
    }
    return result
  }

  /// How dark each pixel is against its surroundings, 0…1: lines, and edges' dark sides where the style
  /// takes them for lines.
  private func ridges(_ colour: [SIMD3<Float>], unit: Float) -> [Float] {
    let light = colour.map { $0.x * 0.3 + $0.y * 0.59 + $0.z * 0.11 }
    let near = means(light, radius: max(2, Int((2.5 * unit).rounded())))
    let threshold = chance.value("threshold", 0.01, 0.05)
    let gain = chance.value("gain", 6, 18)
    var result = [Float](repeating: 0, count: light.count)
    let reach = max(2, Int((2 * unit).rounded()))
    for y in 0..<height {
      for x in 0..<width {
        let index = y * width + x
        let dark = near[index] - light[index] - threshold
        guard dark > 0 else { continue }
        if !style.extractsEdges {
          // A line is darker than both sides, an edge than one.
          let across = min(
            light[y * width + max(0, x - reach)], light[y * width + min(width - 1, x + reach)])
          let along = min(
            light[max(0, y - reach) * width + x], light[min(height - 1, y + reach) * width + x])
          guard max(across, along) - light[index] > threshold else { continue }
        }
        result[index] = min(1, dark * gain) * style.darkness
      }
    }
    return result
  }

  private func means(_ values: [Float], radius: Int) -> [Float] {
    var rows = values
    var sums = [Float](repeating: 0, count: max(width, height) + 1)
    for y in 0..<height {
      for x in 0..<width { sums[x + 1] = sums[x] + values[y * width + x] }
      for x in 0..<width {
        let (low, high) = (max(0, x - radius), min(width, x + radius + 1))
        rows[y * width + x] = (sums[high] - sums[low]) / Float(high - low)
      }
    }
    var result = rows
    for x in 0..<width {
      for y in 0..<height { sums[y + 1] = sums[y] + rows[y * width + x] }
      for y in 0..<height {
        let (low, high) = (max(0, y - radius), min(height, y + radius + 1))
        result[y * width + x] = (sums[high] - sums[low]) / Float(high - low)
      }
    }
    return result
  }
}
