// A layer's name as programs read it that know no Unicode names (SAI 1, OpenToonz, ImageMagick, Pillow). The format does not
// say in which encoding; on a Japanese system it always was Shift-JIS, and other systems' readers take the bytes as they are.

import Glibc

enum LegacyName {
  /// `name` in Shift-JIS (code page 932) where that knows every character, else in UTF-8; what is no text is a question mark.
  ///
  /// Where the C library has no table for Shift-JIS, UTF-8.
  ///
  /// - Parameter longest: of the bytes; a character that does not fit whole is left out with all that follow.
  static func bytes(of name: String, longest: Int) -> [UInt8] {
    let characters = name.unicodeScalars.map { scalar -> [UInt8] in
      let isText = scalar.properties.generalCategory != .control
      return isText ? Array(String(scalar).utf8) : [UInt8(ascii: "?")]
    }
    let encoded = shiftJIS(characters) ?? characters
    var bytes: [UInt8] = []
    for character in encoded {
      if bytes.count + character.count > longest { break }
      bytes += character
    }
    return bytes
  }

  /// Each character by itself; nil where one is not in Shift-JIS.
  private static func shiftJIS(_ characters: [[UInt8]]) -> [[UInt8]]? {
    if characters.allSatisfy({ $0.count == 1 }) { return characters }
    guard let converter = iconv_open("CP932", "UTF-8"),
      converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var encoded: [[UInt8]] = []
    for character in characters {
      var input = character.map { CChar(bitPattern: $0) }
      var output = [CChar](repeating: 0, count: 8)
      var (inputLeft, outputLeft) = (input.count, output.count)
      let isKnown = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          var (from, to) = (input.baseAddress, output.baseAddress)
          return iconv(converter, &from, &inputLeft, &to, &outputLeft) == 0
        }
      }
      guard isKnown, inputLeft == 0 else { return nil }
      encoded.append(output[..<(8 - outputLeft)].map { UInt8(bitPattern: $0) })
    }
    return encoded
  }
}
