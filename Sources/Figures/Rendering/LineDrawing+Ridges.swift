extension LineDrawing {
  /// The darkness of each pixel against its surroundings, 0…1: lines, and edges' dark sides where the style
  /// takes them for lines.
  func ridges(_ colour: [SIMD3<Float>], unit: Float) -> [Float] {
    let light = colour.map { $0.x * 0.3 + $0.y * 0.59 + $0.z * 0.11 }
    let near = means(light, radius: max(2, Int((2.5 * unit).rounded())))
    let threshold = chance.value("threshold", 0.01, 0.05)
    let gain = chance.value("gain", 6, 18)
    var result = [Float](repeating: 0, count: light.count)
    let reach = max(2, Int((2 * unit).rounded()))
    for y in 0..<height {
      for x in 0..<width {
        let index = y * width + x
        let dark = (near[index] - light[index]) / (near[index] + 0.15) - threshold
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
