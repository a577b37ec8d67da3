/// The paints of a character.
struct Colours: Sendable {
  var skin: Paint
  var lips: Paint
  var blush: Paint
  var hair: Paint
  /// Tips, streaks, the inside of long hair.
  var hairSecond: Paint
  var iris: Paint
  var irisDark: Paint
  var lash: Paint
  var brow: Paint
  var white: Paint
  var black: Paint
  var mouth: Paint
  var tongue: Paint
  var metal: Paint
  var leather: Paint
  /// Clothes: the first covers most of the body.
  var cloth: [Paint]
  var beast: Paint
  var beastSecond: Paint

  init(_ chance: Chance, isMascot: Bool) {
    let depth = chance.bell("depth", 0.12, 0.45)
    func paint(_ hue: Float, _ saturation: Float, _ value: Float) -> Paint {
      Paint(hue: hue, saturation: saturation, value: value, depth: depth)
    }
    skin = Colours.skin(chance("skin"), depth: depth * 0.7, isMascot: isMascot)
    hair = Colours.hair(chance("hair"), depth: depth)
    hairSecond =
      chance.happens("near second", 0.4)
      ? hair.mixed(chance.happens("pale", 0.5) ? paint(0.1, 0.1, 0.97) : paint(0.7, 0.5, 0.2), 0.5)
      : Colours.hair(chance("hair second"), depth: depth)
    let hue = chance.happens("brown eyes", 0.4) ? 0.07 : chance.unit("iris")
    iris = paint(
      hue, chance.value("iris strong", 0.25, 0.85), chance.value("iris light", 0.35, 0.95))
    irisDark = Paint(
      hue: hue, saturation: min(1, chance.value("iris dark", 0.5, 0.9)), value: 0.22, depth: 0.3)
    black = paint(0.68, chance.value("tint of black", 0, 0.35), chance.value("black", 0.06, 0.2))
    white = paint(chance.unit("tint of white"), chance.value("white", 0, 0.05), 0.99)
    lash = chance.happens("lash of hair", 0.35) ? hair.mixed(black, 0.6) : black
    brow = chance.happens("dark brow", 0.35) ? black : hair.mixed(black, 0.35)
    lips = skin.mixed(paint(0.97, 0.65, 0.75), chance.value("lips", 0.5, 0.9))
    blush = skin.mixed(paint(0.98, 0.55, 0.98), chance.value("blush", 0.3, 0.7))
    mouth = paint(chance.value("mouth", 0.95, 1.02), 0.7, chance.value("mouth dark", 0.25, 0.75))
    tongue = paint(0.98, 0.45, 0.92)
    metal =
      chance.happens("gold", 0.5)
      ? paint(0.13, chance.value("gold", 0.5, 0.85), 0.9) : paint(0.6, 0.08, 0.78)
    leather = paint(
      0.07, chance.value("leather", 0.2, 0.7), chance.value("leather light", 0.2, 0.6))
    beast =
      chance.happens("beast of hair", 0.6) ? hair : Colours.hair(chance("beast"), depth: depth)
    beastSecond =
      chance.happens("pink inside", 0.5) ? paint(0.98, 0.3, 0.95) : beast.mixed(white, 0.7)
    cloth = Colours.cloth(chance("cloth"), depth: depth)
  }

  private static func skin(_ chance: Chance, depth: Float, isMascot: Bool) -> Paint {
    if isMascot || chance.happens("strange", 0.03) {
      return Paint(
        hue: chance.unit("hue"), saturation: chance.value("saturation", 0.05, 0.7),
        value: chance.value("value", 0.4, 0.98), depth: depth + 0.1)
    }
    let dark = power(chance.unit("dark"), 2.8)
    return Paint(
      hue: chance.bell("hue", 0.03, 0.105),
      saturation: mix(chance.value("fair", 0.06, 0.32), 0.58, dark),
      value: mix(chance.value("fair value", 0.93, 1), 0.34, dark), depth: depth)
  }

  private static func hair(_ chance: Chance, depth: Float) -> Paint {
    func paint(_ hue: Float, _ saturation: Float, _ value: Float) -> Paint {
      Paint(hue: hue, saturation: saturation, value: value, depth: depth)
    }
    switch chance.weighted(
      "colour",
      [(0, 0.26), (1, 0.28), (2, 0.16), (3, 0.09), (4, 0.06), (5, 0.1), (6, 0.05)])
    {
    case 0: return paint(0.66, chance.value("tint", 0, 0.4), chance.value("black", 0.06, 0.26))
    case 1:
      return paint(
        chance.value("brown", 0.02, 0.09), chance.value("s", 0.3, 0.75),
        chance.value("v", 0.25, 0.65))
    case 2:
      return paint(
        chance.value("blond", 0.09, 0.15), chance.value("s", 0.25, 0.7), chance.value("v", 0.8, 1))
    case 3:
      return paint(chance.unit("white"), chance.value("s", 0, 0.12), chance.value("v", 0.7, 1))
    case 4:
      return paint(
        chance.value("red", 0.98, 1.05), chance.value("s", 0.6, 0.9), chance.value("v", 0.55, 0.95))
    case 5:
      return paint(chance.unit("pastel"), chance.value("s", 0.15, 0.45), chance.value("v", 0.7, 1))
    default:
      return paint(chance.unit("bright"), chance.value("s", 0.45, 0.8), chance.value("v", 0.4, 1))
    }
  }

  private static func cloth(_ chance: Chance, depth: Float) -> [Paint] {
    let first = chance.unit("hue")
    let step = chance.pick("scheme", [0.5, 0.33, 0.05, 0.42, 0.1, 0.02] as [Float])
    let isLoud = chance.happens("loud", 0.14)
    var paints: [Paint] = []
    for index in 0..<6 {
      let one = chance(index)
      // A wardrobe has few colours: what trims a garment often has another one's.
      if index > 2, one.happens("again", 0.4) {
        paints.append(one.pick("which", paints))
        continue
      }
      let hue = first + Float(index) * step + one.value("drift", -0.05, 0.05)
      func paint(_ saturation: ClosedRange<Float>, _ value: ClosedRange<Float>) -> Paint {
        Paint(
          hue: hue, saturation: one.value("s", saturation.lowerBound, saturation.upperBound),
          value: one.value("v", value.lowerBound, value.upperBound), depth: depth)
      }
      let kind = one.weighted("kind", [(0, 0.16), (1, 0.24), (2, 0.2), (3, 0.28), (4, 0.12)])
      switch isLoud ? 0 : kind {
      case 0: paints.append(paint(0.4...0.85, 0.4...0.98))
      case 1: paints.append(paint(0...0.06, 0.92...1))
      case 2: paints.append(paint(0...0.45, 0.08...0.32))
      case 3: paints.append(paint(0.08...0.42, 0.35...0.85))
      default: paints.append(paint(0.1...0.32, 0.86...1))
      }
    }
    return paints
  }
}
