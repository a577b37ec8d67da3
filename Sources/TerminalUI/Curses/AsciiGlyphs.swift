/// The stand-ins for characters on a terminal that has only ASCII.
enum AsciiGlyphs {
  private static let replacements: [UInt32: UInt8] = {
    let rows: [(String, Character)] = [
      ("─━┄┅┈┉╌╍═‐‑‒–—−", "-"), ("│┃┆┇┊┋╎╏║", "|"),
      ("┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬", "+"),
      ("←◀◂‹«", "<"), ("→▶▸›»", ">"), ("↑▲▴", "^"), ("↓▼▾", "v"), ("…·•∙", "."),
      ("█▓▒◆◼■", "#"), ("▀▄▌▐░◇◻□", ":"), ("●◉", "*"), ("○◌", "o"), ("✓✔", "v"), ("✗✘×∅", "x"),
      ("‘’′", "'"), ("“”″", "\""), ("⏎", "/"),
    ]
    var table: [UInt32: UInt8] = [:]
    for (characters, replacement) in rows {
      for scalar in characters.unicodeScalars { table[scalar.value] = replacement.asciiValue }
    }
    return table
  }()

  /// - Parameter value: a cell's scalar; 0, the right half of a wide character, becomes a blank.
  static func scalar(_ value: UInt32) -> UInt32 {
    switch value {
    case 0, 0xa0: 0x20
    case ..<0x7f: value
    default: UInt32(replacements[value] ?? UInt8(ascii: "?"))
    }
  }
}
