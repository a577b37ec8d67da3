/// A hand's way of colouring: shading, light, medium.
struct ColourStyle: Sendable {
  enum Shading: Sendable { case flat, cel, soft, both }
  enum Medium: Sendable { case digital, crayon, watercolour, photograph }
  enum Lines: Sendable { case black, coloured, none }

  var shading: Shading
  var medium: Medium
  var lines: Lines
  /// The strength of shadows and lights, 0…1.
  var shadow: Float
  var light: Float
  /// The width of a rim of light, pixels at a side of 256; 0 none.
  var rim: Float
  var rimColour: SIMD3<Float>
  /// A wash of one colour over all, and how strong.
  var wash: SIMD3<Float>
  var washStrength: Float
  var noise: Float
  /// The quality of its JPEG, or nothing.
  var quality: Int?

  init(_ chance: Chance) {
    shading = chance.weighted("shading", [(.flat, 0.15), (.cel, 0.4), (.soft, 0.25), (.both, 0.2)])
    medium = chance.weighted(
      "medium", [(.digital, 0.76), (.crayon, 0.14), (.watercolour, 0.06), (.photograph, 0.04)])
    lines = chance.weighted("lines", [(.black, 0.6), (.coloured, 0.3), (.none, 0.1)])
    shadow = chance.value("shadow", 0.4, 1)
    light = chance.value("light", 0.3, 1)
    rim = chance.happens("rim", 0.12) ? chance.value("rim wide", 0.8, 2.5) : 0
    rimColour = rgb(chance.unit("rim hue"), chance.value("rim strong", 0, 0.4), 1)
    wash = rgb(chance.unit("wash"), 0.6, chance.value("wash light", 0.4, 1))
    washStrength = chance.happens("washed", 0.07) ? chance.value("wash strength", 0.05, 0.25) : 0
    noise = medium == .photograph ? chance.value("noise", 0.01, 0.05) : 0
    quality = chance.happens("jpeg", 0.14) ? chance.count("quality", 25, 85) : nil
  }

  var hasCel: Bool { shading == .cel || shading == .both }
  var isSoft: Bool { shading == .soft }
}
