import Raster

/// Makes a line drawing of inking: paper, grain, traces in colour, what a scan leaves.
struct LineDrawing {
  let style: PenStyle
  let chance: Chance
  let width: Int
  let height: Int

  /// - Parameters:
  ///   - colour: the coloured picture, for styles that find their lines in it; its lines are drawn.
  ///   - fills: where the hand fills with black or with a tone.
  /// - Returns: colours 0…1.
  func picture(_ inking: Inking, colour: [SIMD3<Float>], fills: [LineFill]) -> [SIMD3<Float>] {
    let unit = Float(min(width, height)) / 256
    var found = style.extracted > 0 ? ridges(colour, unit: unit) : []
    var style = style
    if style.extracted >= 1 {
      // A picture without lines gives none: then the hand draws them.
      let drawn = inking.ink.reduce(0) { $0 + Int($1) }
      if found.reduce(0, +) * 255 < 0.4 * Float(drawn) { style.extracted = 0.5 }
    }
    if style.extracted == 0 { found = [] }
    let paper =
      chance.happens("white paper", 0.92)
      ? SIMD3<Float>(1, 1, 1)
      : rgb(
        chance.value("paper hue", 0.08, 0.16), chance.value("paper", 0, 0.12),
        chance.value("paper light", 0.85, 1))
    let pencil =
      chance.happens("coloured pencil", 0.015)
      ? rgb(chance.unit("pencil hue"), 0.7, 0.6)
      : SIMD3<Float>(repeating: chance.value("black", 0, 0.2))
    let traces: [SIMD3<Float>] =
      chance.happens("blue traces", 0.5)
      ? [pencil, SIMD3(0.2, 0.35, 0.95), SIMD3(0.95, 0.3, 0.2)]
      : [pencil, SIMD3(0.9, 0.15, 0.25), SIMD3(0.15, 0.6, 0.3)]
    let key = UInt32(chance.unit("grain") * 16_777_215)
    let stains = chance.happens("stained", 0.05) ? chance.value("stains", 0.02, 0.1) : 0
    let noise = chance.happens("noisy", 0.07) ? chance.value("noise", 0.01, 0.05) : 0
    let isHard = chance.happens("hard", 0.2)
    var result = [SIMD3<Float>](repeating: paper, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        let index = y * width + x
        var ink = style.extracted >= 1 ? 0 : Float(inking.ink[index]) / 255
        if style.extracted > 0 { ink = max(ink, found[index]) }
        switch fills[index] {
        case .none: break
        case .black: ink = max(ink, style.darkness)
        case .tone: ink = max(ink, tone(Float(x) / unit, Float(y) / unit) * style.darkness)
        }
        var value = paper
        if stains > 0 {
          value -= stains * smoothValue(Float(x) / unit * 0.02, Float(y) / unit * 0.02, key)
        }
        if ink > 0 {
          if style.grain > 0 {
            let grain = latticeValue(UInt32(Float(x) / unit), UInt32(Float(y) / unit) &+ key)
            ink *= 1 - style.grain * grain * 0.8
          }
          if isHard { ink = ink > 0.32 * style.darkness ? 1 : 0 }
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

  /// The ink of hatching or of dots at a place.
  private func tone(_ x: Float, _ y: Float) -> Float {
    if style.tone == .hatching {
      let along = (x * 0.7 + y) / 4
      return along - along.rounded(.down) < 0.3 ? 0.8 : 0
    }
    let (a, b) = ((x + y) / 4.5, (x - y) / 4.5)
    return Vector(a - a.rounded(), b - b.rounded()).length < 0.3 ? 0.9 : 0
  }
}

/// The fillings that a hand gives pixels of a line drawing.
enum LineFill: UInt8, Sendable { case none, black, tone }
