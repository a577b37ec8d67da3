/// A semantic class of a drawing's regions: hair, skin, iris …
///
/// Parts are data: a project may add its own after the ones every project has.
public struct Part: Hashable, Sendable, Codable {
  /// Lasting and machine-readable: `"eye-white"`.
  public let id: String
  /// English name.
  public let name: String
  /// Japanese name.
  public let japanese: String
  /// One letter for terminals without colour.
  public let letter: String
  /// The part's fixed colour in masks, whatever the theme: `#rrggbb`.
  public let hex: String

  /// A part as given; `clash(with:)` tells whether it can stand beside others.
  ///
  /// - Parameters:
  ///   - letter: one letter or digit of ASCII.
  ///   - hex: `#rrggbb`.
  public init(id: String, name: String, japanese: String, letter: String, hex: String) {
    self.id = id
    self.name = name
    self.japanese = japanese
    self.letter = letter
    self.hex = hex
  }
}

extension Part {
  /// The parts every project starts with, in their lasting order.
  public static let standard: [Part] = [
    Part(id: "background", name: "background", japanese: "背景", letter: "B", hex: "#dfe3e6"),
    Part(id: "hair", name: "hair", japanese: "髪", letter: "H", hex: "#7a4fbf"),
    Part(id: "skin", name: "skin", japanese: "肌", letter: "S", hex: "#f4b183"),
    Part(id: "eye-white", name: "eye white", japanese: "白目", letter: "W", hex: "#ffffff"),
    Part(id: "iris", name: "iris", japanese: "瞳", letter: "I", hex: "#1f77d0"),
    Part(id: "brow", name: "brow and lash", japanese: "眉・まつげ", letter: "L", hex: "#3b2f2f"),
    Part(id: "mouth", name: "mouth", japanese: "口", letter: "M", hex: "#d6336c"),
    Part(id: "upper-cloth", name: "upper cloth", japanese: "トップス", letter: "U", hex: "#2f9e44"),
    Part(id: "lower-cloth", name: "lower cloth", japanese: "ボトムス", letter: "D", hex: "#0b7285"),
    Part(id: "outer-cloth", name: "outer cloth", japanese: "アウター", letter: "O", hex: "#99b83c"),
    Part(id: "accessory", name: "accessory", japanese: "アクセサリー", letter: "A", hex: "#f2c744"),
    Part(id: "footwear", name: "footwear", japanese: "靴", letter: "F", hex: "#8a5a2b"),
    Part(id: "prop", name: "prop", japanese: "小物", letter: "P", hex: "#e8590c"),
    Part(id: "other", name: "other", japanese: "その他", letter: "X", hex: "#868e96"),
  ]
}
