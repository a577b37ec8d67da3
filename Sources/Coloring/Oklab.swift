/// A colour in Oklab: `l` 0…1, `a` and `b` about −0.4…0.4.
struct Oklab {
  var l: Float
  var a: Float
  var b: Float

  init(linearRed r: Float, green g: Float, blue b: Float) {
    let long = cubeRoot(0.412_221_47 * r + 0.536_332_54 * g + 0.051_445_993 * b)
    let medium = cubeRoot(0.211_903_5 * r + 0.680_699_55 * g + 0.107_396_96 * b)
    let short = cubeRoot(0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b)
    l = 0.210_454_26 * long + 0.793_617_8 * medium - 0.004_072_047 * short
    a = 1.977_998_5 * long - 2.428_592_2 * medium + 0.450_593_7 * short
    self.b = 0.025_904_037 * long + 0.782_771_77 * medium - 0.808_675_77 * short
  }

  static func linear(_ value: UInt8) -> Float {
    let v = Float(value) / 255
    return v <= 0.04045 ? v / 12.92 : power((v + 0.055) / 1.055)
  }

  /// v^2.4 = v² · v^(2/5), the fifth root by Newton.
  private static func power(_ v: Float) -> Float {
    var root: Float = 0.9
    for _ in 0..<40 { root = (4 * root + v / (root * root * root * root)) / 5 }
    return v * v * root * root
  }
}

/// The cube root of a value in 0…1, to a last bit or two.
func cubeRoot(_ value: Float) -> Float {
  guard value > 0 else { return 0 }
  var root = Float(bitPattern: value.bitPattern / 3 + 709_921_077)
  for _ in 0..<3 { root -= (root - value / (root * root)) / 3 }
  return root
}
