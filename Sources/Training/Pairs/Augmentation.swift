internal import Tensors

// The marks that hands, scanners and programs leave on a drawing, beside what the generator draws: so that nothing is learned that only
// the generator's own lines and colours have.

extension TrainingView {
  /// Lines thicker or thinner, softer, paler, partly rubbed out.
  mutating func redrawLines(side: Int, using random: inout RandomStream) {
    let plane = side * side
    var ink = (0..<plane).map { 1 - pixels[$0] }
    let kind = random.nextUniform()
    if kind < 0.2 {
      ink = neighbours(ink, side: side, share: 0.3 + 0.7 * random.nextUniform(), max)
    } else if kind < 0.35 {
      ink = neighbours(ink, side: side, share: 0.2 + 0.5 * random.nextUniform(), min)
    } else if kind < 0.5 {
      ink = blurred(ink, side: side, passes: random.nextUniform() < 0.5 ? 1 : 2)
    }
    if random.nextUniform() < 0.4 {
      let (strength, bend) = (
        0.45 + 0.7 * random.nextUniform(), power(2, random.nextUniform() * 2 - 1)
      )
      for i in ink.indices { ink[i] = min(1, strength * power(max(0, ink[i]), bend)) }
    }
    if random.nextUniform() < 0.35 {
      for _ in 0..<1 + Int(random.nextUniform() * 6) {
        erase(&ink, side: side, using: &random)
      }
    }
    if random.nextUniform() < 0.25 {
      let noise = 0.1 * random.nextUniform()
      for i in ink.indices { ink[i] += noise * (random.nextUniform() - 0.5) }
    }
    for i in 0..<plane {
      let value = min(1, max(0, 1 - ink[i]))
      pixels[i] = value
      pixels[plane + i] = value
      pixels[2 * plane + i] = value
    }
  }
}

/// Channels of `[3, side, side]` exchanged, lighter or darker, more or less saturated, noisier.
func recolour(_ pixels: inout [Float], side: Int, using random: inout RandomStream) {
  let plane = side * side
  var order = [0, 1, 2]
  if random.nextUniform() < 0.3 { order.shuffle(using: &random) }
  let bend = power(1.8, random.nextUniform() * 2 - 1)
  let saturation = random.nextUniform() < 0.15 ? 0.1 : 0.5 + random.nextUniform()
  let gains = (0..<3).map { _ in 0.85 + 0.3 * random.nextUniform() }
  let noise = random.nextUniform() < 0.3 ? 0.06 * random.nextUniform() : 0
  let isChanged = random.nextUniform() < 0.7
  for i in 0..<plane where isChanged {
    var values = SIMD3(
      pixels[order[0] * plane + i], pixels[order[1] * plane + i], pixels[order[2] * plane + i])
    let grey = values.sum() / 3
    values = (values - grey) * saturation + grey
    for channel in 0..<3 {
      var value = power(min(1, max(0, values[channel] * gains[channel])), bend)
      if noise > 0 { value += noise * (random.nextUniform() - 0.5) }
      pixels[channel * plane + i] = min(1, max(0, value))
    }
  }
}

/// Each value mixed with the extreme of it and its four neighbours.
private func neighbours(
  _ values: [Float], side: Int, share: Float, _ pick: (Float, Float) -> Float
) -> [Float] {
  var result = values
  for y in 1..<side - 1 {
    for x in 1..<side - 1 {
      let i = y * side + x
      let extreme = pick(
        values[i],
        pick(pick(values[i - 1], values[i + 1]), pick(values[i - side], values[i + side])))
      result[i] += share * (extreme - values[i])
    }
  }
  return result
}

/// Means of 3 by 3.
func blurred(_ values: [Float], side: Int, passes: Int) -> [Float] {
  var values = values
  for _ in 0..<passes {
    var rows = values
    for i in 1..<values.count - 1 { rows[i] = (values[i - 1] + values[i] + values[i + 1]) / 3 }
    for i in side..<values.count - side {
      values[i] = (rows[i - side] + rows[i] + rows[i + side]) / 3
    }
  }
  return values
}

/// A disc without ink.
private func erase(_ ink: inout [Float], side: Int, using random: inout RandomStream) {
  let radius = Float(side) * (0.01 + 0.05 * random.nextUniform())
  let (x, y) = (Float(side) * random.nextUniform(), Float(side) * random.nextUniform())
  for row in max(0, Int(y - radius))..<min(side, Int(y + radius) + 1) {
    for column in max(0, Int(x - radius))..<min(side, Int(x + radius) + 1) {
      let (across, down) = (Float(column) - x, Float(row) - y)
      if across * across + down * down < radius * radius { ink[row * side + column] *= 0.1 }
    }
  }
}
