import Glibc
import Raster

/// Gives colours English names: "warm brown", "pale blue 2".
///
/// By hue, lightness and colourfulness in Oklab, after what painters' charts call the colours of hair, skin
/// and cloth. A name's second bearer gets a number. The same colours in the same order have the same names.
struct PaletteNames {
  private var taken: Set<String>
  /// The number to try next for a name.
  private var next: [String: Int] = [:]

  /// - Parameter names: in use already; not given again.
  init(taken names: [String] = []) { taken = Set(names) }

  mutating func name(for color: RGBA) -> String { unique(Self.description(of: color)) }

  /// `name`, or the first of "name 2", "name 3" … that nobody has; "name 2" itself goes on with "name 3".
  mutating func unique(_ wanted: String) -> String {
    if taken.insert(wanted).inserted { return wanted }
    let (name, first) = Self.numbered(wanted)
    var number = next[name, default: first]
    while !taken.insert("\(name) \(number)").inserted { number += 1 }
    next[name] = number + 1
    return "\(name) \(number)"
  }

  /// A name without its number, and the number that comes after it.
  private static func numbered(_ name: String) -> (name: String, next: Int) {
    guard let space = name.lastIndex(of: " "), let number = Int(name[name.index(after: space)...]),
      number >= 2, space != name.startIndex
    else { return (name, 2) }
    return (String(name[..<space]), number + 1)
  }

  /// A colour's name without a number.
  static func description(of color: RGBA) -> String {
    let oklab = Oklab(color)
    let chroma = (oklab.a * oklab.a + oklab.b * oklab.b).squareRoot()
    let degrees = atan2f(oklab.b, oklab.a) * 180 / .pi
    let hue = degrees < 0 ? degrees + 360 : degrees
    if chroma < 0.018 || oklab.l < 0.12 { return grey(oklab.l, hue: hue, chroma: chroma) }
    let isWarm = hue > 20 && hue < 115
    if isWarm && oklab.l < 0.62 && chroma < 0.14 {
      let kind = hue < 45 ? "reddish brown" : hue < 75 ? "warm brown" : "olive brown"
      return oklab.l < 0.38 ? "dark \(kind)" : kind
    }
    if isWarm && oklab.l > 0.78 && chroma < 0.09 {
      let kind = hue < 65 ? "skin" : "cream"
      return oklab.l > 0.92 ? "pale \(kind)" : kind
    }
    let kind = hueName(hue, lightness: oklab.l)
    switch oklab.l {
    case ..<0.4: return "dark \(kind)"
    case 0.85...: return chroma < 0.09 ? "pale \(kind)" : "light \(kind)"
    default: return chroma < 0.06 ? "dull \(kind)" : kind
    }
  }

  private static func grey(_ lightness: Float, hue: Float, chroma: Float) -> String {
    if lightness > 0.985 { return "white" }
    if lightness < 0.22 { return "black" }
    let tint = chroma < 0.006 ? "" : hue > 20 && hue < 115 ? "warm " : hue > 180 ? "cool " : ""
    switch lightness {
    case 0.93...: return "\(tint)off-white"
    case 0.78...: return "\(tint)light grey"
    case 0.48...: return "\(tint)grey"
    default: return "\(tint)dark grey"
    }
  }

  private static func hueName(_ hue: Float, lightness: Float) -> String {
    switch hue {
    case ..<12, 352...: lightness > 0.7 ? "pink" : "crimson"
    case ..<40: lightness > 0.72 ? "salmon" : "red"
    case ..<72: "orange"
    case ..<92: "gold"
    case ..<116: "yellow"
    case ..<132: "lime"
    case ..<165: "green"
    case ..<190: "teal"
    case ..<225: "cyan"
    case ..<270: "blue"
    case ..<290: "indigo"
    case ..<320: "purple"
    default: lightness > 0.7 ? "pink" : "magenta"
    }
  }
}
