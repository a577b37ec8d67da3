public import TerminalUI

/// One line of text being typed, with the keys that every shell has.
public struct LineEditor: Hashable, Sendable {
  public private(set) var text: String
  /// Characters before the cursor.
  public private(set) var cursor: Int

  public init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// Replaces the whole text, the cursor at its end.
  public mutating func set(_ text: String) { self = LineEditor(text) }

  /// Puts text in at the cursor; line ends and other controls are left out.
  public mutating func insert(_ inserted: String) {
    let clean = inserted.filter { character in
      !character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    text.insert(contentsOf: clean, at: index(cursor))
    cursor += clean.count
  }

  /// Does what a key of an editor does.
  ///
  /// - Returns: whether it was one.
  public mutating func handle(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character(let character), let modifiers)
    where modifiers.subtracting(.shift).isEmpty:
      insert(String(character))
    case (.backspace, []), (.character("h"), .control):
      if cursor > 0 { remove(cursor - 1..<cursor) }
    case (.delete, []), (.character("d"), .control):
      if cursor < text.count { remove(cursor..<cursor + 1) }
    case (.left, []), (.character("b"), .control): cursor = max(0, cursor - 1)
    case (.right, []), (.character("f"), .control): cursor = min(text.count, cursor + 1)
    case (.home, []), (.character("a"), .control): cursor = 0
    case (.end, []), (.character("e"), .control): cursor = text.count
    case (.character("u"), .control): remove(0..<cursor)
    case (.character("k"), .control): remove(cursor..<text.count)
    case (.character("w"), .control), (.backspace, .alt): remove(wordStart..<cursor)
    default: return false
    }
    return true
  }

  private func index(_ offset: Int) -> String.Index {
    text.index(text.startIndex, offsetBy: offset)
  }

  private mutating func remove(_ range: Range<Int>) {
    text.removeSubrange(index(range.lowerBound)..<index(range.upperBound))
    cursor = range.lowerBound
  }

  /// The start of the word before the cursor; a path's parts are words.
  private var wordStart: Int {
    let before = Array(text.prefix(cursor))
    let isGap = { (character: Character) in character == " " || character == "/" }
    var start = before.count
    while start > 0 && isGap(before[start - 1]) { start -= 1 }
    while start > 0 && !isGap(before[start - 1]) { start -= 1 }
    return start
  }
}
