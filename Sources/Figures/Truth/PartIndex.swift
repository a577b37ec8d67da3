import Regions

/// The indices in `Part.standard` of the parts that figures are made of.
enum PartIndex {
  static let background = index("background")
  static let hair = index("hair")
  static let skin = index("skin")
  static let eyeWhite = index("eye-white")
  static let iris = index("iris")
  static let brow = index("brow")
  static let mouth = index("mouth")
  static let upperCloth = index("upper-cloth")
  static let lowerCloth = index("lower-cloth")
  static let outerCloth = index("outer-cloth")
  static let accessory = index("accessory")
  static let footwear = index("footwear")
  static let prop = index("prop")
  static let other = index("other")

  private static func index(_ id: String) -> UInt8 {
    guard let index = Part.standard.firstIndex(where: { $0.id == id }) else {
      preconditionFailure("no standard part is called \(id)")
    }
    return UInt8(index)
  }
}
