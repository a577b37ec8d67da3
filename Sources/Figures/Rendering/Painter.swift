import Raster

/// Colours a scene: paints, gradients, shades, a ground behind, lines over it.
struct Painter {
  let scene: Scene
  let cover: Cover
  let style: ColourStyle
  let chance: Chance

  /// Colours, 0…1, row by row.
  ///
  /// - Cost: about 60 ns a pixel.
  func painted(ground: PictureGround, inking: Inking, inkColour: SIMD3<Float>) -> [SIMD3<Float>] {
    let (width, height) = (scene.width, scene.height)
    let unit = Float(min(width, height)) / 256
    let owners = [-1] + scene.pieces.map { Int32($0.surface) }
    let softness = style.isSoft ? max(1, Int(3 * unit)) : 0
    let shades = Shades(cover, owners: owners, softness: softness)
    let paints = scene.pieces.map(\.paint)
    let gradients = scene.pieces.map(\.gradient)
    let hasShading = style.shading != .flat
    let texture = Texture(style, chance("texture"), unit: unit)
    let rim = style.rim > 0 ? Int((style.rim * unit).rounded(.up)) : 0
    let rimSide = chance.sign("rim side") > 0 ? 1 : -1
    var result = [SIMD3<Float>](repeating: .zero, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        let index = y * width + x
        let at = 2 * y * cover.width + 2 * x
        let pixel = Vector(Float(x) + 0.5, Float(y) + 0.5)
        let dark = hasShading ? shades.shadow[index] * style.shadow : 0
        let bright = hasShading ? shades.light[index] * style.light : 0
        func colour(_ paint: UInt16) -> SIMD3<Float> {
          guard paint > 0 else { return ground.colour(x, y) }
          var own = paints[Int(paint) - 1]
          if let gradient = gradients[Int(paint) - 1] {
            let axis = gradient.end - gradient.start
            let t = ((pixel - gradient.start).dot(axis) / max(axis.dot(axis), 1e-6)).clamped(0, 1)
            own = own.mixed(gradient.paint, t)
          }
          var value = own.base
          if dark > 0 { value += (own.shadow - value) * dark }
          if bright > 0 { value += (own.light - value) * bright }
          return value
        }
        let (a, b) = (cover.paint[at], cover.paint[at + 1])
        let (c, d) = (cover.paint[at + cover.width], cover.paint[at + cover.width + 1])
        var value: SIMD3<Float>
        if a == b && c == d && a == c {
          value = colour(a)
        } else {
          value = (colour(a) + colour(b) + colour(c) + colour(d)) * 0.25
        }
        if a > 0 {
          if rim > 0 && isRim(x, y, rim, rimSide) { value += (style.rimColour - value) * 0.6 }
          texture.apply(&value, x, y)
        }
        let ink = Float(inking.ink[index]) / 255
        if ink > 0 && style.lines != .none {
          let line = style.lines == .coloured ? value * 0.35 * (1 - 0.5 * ink) : inkColour
          value += (line - value) * ink
        }
        result[index] = value
      }
    }
    return result
  }

  /// Whether the ground begins a few pixels to that side, on the same height or above.
  private func isRim(_ x: Int, _ y: Int, _ reach: Int, _ side: Int) -> Bool {
    let other = x + side * reach
    let above = y - reach
    guard other >= 0, other < scene.width, above >= 0 else { return false }
    return cover.surface[2 * above * cover.width + 2 * other] == 0
  }
}
