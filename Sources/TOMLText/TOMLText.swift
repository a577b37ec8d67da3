public import TOMLKit

/// A text that is no TOML.
public struct TOMLTextError: Error, Hashable, Sendable {
  /// From 1; 0 where none is known.
  public let line: Int
  /// The fault, in the parser's words.
  public let detail: String
}

extension TOMLTable {
  /// Reads a text in TOML.
  ///
  /// toml++ ends the whole program at the header of a table whose name begins with a character that no name may begin with;
  /// so headers are looked at before it sees them.
  ///
  /// - Complexity: O(bytes).
  public convenience init(text: String) throws(TOMLTextError) {
    if let line = lineOfNamelessHeader(in: text) {
      throw TOMLTextError(line: line, detail: "the name of a table is expected after [")
    }
    do {
      try self.init(string: text)
    } catch let error as TOMLParseError {
      throw TOMLTextError(line: Int(error.source.begin.line), detail: error.description)
    } catch {
      throw TOMLTextError(line: 0, detail: "\(error)")
    }
  }
}

/// The first line, from 1, with the header of a table that begins no name; nil where there is none.
///
/// Follows strings, comments and brackets as far as a valid text has them: at the first other fault the parser stops by itself.
func lineOfNamelessHeader(in text: String) -> Int? {
  let bytes = Array(text.utf8)
  var line = 1
  var depth = 0
  var isLineEmpty = true
  var place = 0

  func isThere(_ mark: String, at place: Int) -> Bool {
    bytes[place...].starts(with: mark.utf8)
  }

  /// The place after a string that begins with `mark`.
  func end(ofString mark: String, escapes: Bool) -> Int {
    var place = place + mark.utf8.count
    while place < bytes.count, !isThere(mark, at: place) {
      if mark.utf8.count == 1, bytes[place] == UInt8(ascii: "\n") { return place }
      if bytes[place] == UInt8(ascii: "\n") { line += 1 }
      place += escapes && bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(bytes.count, place + mark.utf8.count)
  }

  while place < bytes.count {
    let isAtStart = isLineEmpty && depth == 0
    let byte = bytes[place]
    if byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") { isLineEmpty = false }
    switch byte {
    case UInt8(ascii: "\n"):
      line += 1
      isLineEmpty = true
      place += 1
    case UInt8(ascii: "#"):
      place = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let mark = byte == UInt8(ascii: "'") ? "'" : "\""
      let long = String(repeating: mark, count: 3)
      place = end(ofString: isThere(long, at: place) ? long : mark, escapes: mark == "\"")
    case UInt8(ascii: "[") where isAtStart:
      if !beginsName(bytes[(place + 1)...]) { return line }
      depth += 1
      place += 1
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      depth += 1
      place += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth -= 1
      place += 1
    default: place += 1
    }
  }
  return nil
}

/// Whether a name follows the first bracket of a header, the second one of a table in an array being passed.
private func beginsName(_ bytes: ArraySlice<UInt8>) -> Bool {
  func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
  var rest = bytes
  if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst() }
  guard let first = rest.first(where: { !isBlank($0) }) else { return false }
  switch first {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
    UInt8(ascii: "\""), UInt8(ascii: "'"):
    return true
  default: return false
  }
}
