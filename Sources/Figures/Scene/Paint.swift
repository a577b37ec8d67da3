/// A paint of a character: its colour in neither shadow nor light, in shadow, and in light; sRGB, 0…1.
struct Paint: Hashable, Sendable {
  var base: SIMD3<Float>
  var shadow: SIMD3<Float>
  var light: SIMD3<Float>
}

extension Paint {
  /// A paint whose shadow is darker and turned towards violet, as painters do.
  ///
  /// - Parameters:
  ///   - hue: 0…1 round the circle, red at 0.
  ///   - depth: how much darker its shadow is, 0…1.
  init(hue: Float, saturation: Float, value: Float, depth: Float = 0.3) {
    base = rgb(hue, saturation, value)
    let cool = hue > 0.17 && hue < 0.67 ? hue + 0.03 : hue - 0.03
    shadow = rgb(cool, min(1, saturation * 1.15 + 0.06), value * (1 - depth))
    light = rgb(hue, saturation * 0.55, min(1, value * 1.12 + 0.1))
  }

  func mixed(_ other: Paint, _ share: Float) -> Paint {
    var result = self
    result.base += (other.base - base) * share
    result.shadow += (other.shadow - shadow) * share
    result.light += (other.light - light) * share
    return result
  }

  /// Luma, 0…1.
  var lightness: Float { base.x * 0.3 + base.y * 0.59 + base.z * 0.11 }
}

/// A colour from hue, saturation and value, each 0…1; the hue goes round.
func rgb(_ hue: Float, _ saturation: Float, _ value: Float) -> SIMD3<Float> {
  let turn = (hue - hue.rounded(.down)) * 6
  func channel(_ offset: Float) -> Float {
    var k = turn + offset
    if k >= 6 { k -= 6 }
    return value - value * saturation * max(0, min(min(k, 4 - k), 1))
  }
  return SIMD3(channel(5), channel(3), channel(1))
}
