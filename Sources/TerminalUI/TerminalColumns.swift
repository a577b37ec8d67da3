import Foundation

extension Character {
  /// The number of columns it takes on a terminal: two where it is Chinese, Japanese, Korean or an emoji, none
  /// where it shows nothing.
  public var terminalColumns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    // Most of what is written is ASCII.
    if scalar.value < 0x7f { return scalar.value < 0x20 ? 0 : 1 }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x007f...0x009f, 0x0300...0x036f, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f,
      0xfeff:
      return 0
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3,
      0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x20000...0x3fffd:
      return 2
    default: return 1
    }
  }
}

extension Character {
  /// The scalar that shows it best in one cell.
  var composed: Unicode.Scalar? {
    guard unicodeScalars.count > 1 else { return unicodeScalars.first }
    return String(self).precomposedStringWithCanonicalMapping.unicodeScalars.first
  }
}

extension StringProtocol {
  /// The number of columns it takes on a terminal.
  public var terminalColumns: Int { reduce(0) { $0 + $1.terminalColumns } }

  /// As much of it as fits into `room` columns, an ellipsis where something is left out.
  ///
  /// - Parameter ellipsis: one column wide.
  public func fitted(toColumns room: Int, ellipsis: Character = "…") -> String {
    if terminalColumns <= room { return String(self) }
    var text = ""
    var used = 1
    for character in self {
      used += character.terminalColumns
      if used > room { break }
      text.append(character)
    }
    return room > 0 ? text + String(ellipsis) : ""
  }
}
