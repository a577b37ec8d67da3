internal import Coloring

// A colour that nobody named has a name that describes it (`PaletteNames`), which edits and files refer to. What is shown of it
// is in the artist's language; a name of the artist's own is shown as it is.

extension Phrase {
  /// A palette entry's name as it is shown.
  public init(colour name: String) {
    self.init(name, ColourName.japanese(of: name) ?? name)
  }
}

enum ColourName {
  /// "dark blue 2" → "暗い青 2"; nil for a name that no colour is given by itself.
  static func japanese(of name: String) -> String? {
    var words = name.split(separator: " ").map(String.init)
    let number = words.last.flatMap(Int.init) == nil ? nil : words.popLast()
    var shade = ""
    // A hue of two words comes before a shade of one.
    while hues[words.joined(separator: " ")] == nil, let first = words.first,
      let known = shades[first]
    {
      shade += known
      words.removeFirst()
    }
    guard let hue = hues[words.joined(separator: " ")] else { return nil }
    return shade + hue + (number.map { " \($0)" } ?? "")
  }

  private static let shades = [
    "dark": "暗い", "light": "明るい", "pale": "淡い", "dull": "くすんだ", "warm": "暖かい",
    "cool": "冷たい",
  ]

  private static let hues = [
    "white": "白", "black": "黒", "grey": "灰色", "off-white": "オフホワイト",
    "reddish brown": "赤茶", "warm brown": "茶", "olive brown": "オリーブ茶", "skin": "肌色",
    "cream": "クリーム", "pink": "ピンク", "crimson": "深紅", "salmon": "サーモン", "red": "赤",
    "orange": "橙", "gold": "山吹", "yellow": "黄", "lime": "黄緑", "green": "緑", "teal": "青緑",
    "cyan": "水色", "blue": "青", "indigo": "藍", "purple": "紫", "magenta": "赤紫",
  ]
}
