/// The JSON that a safetensors header may hold, and no more: objects, strings, lists of whole
/// numbers.
struct HeaderScanner {
  private let bytes: [UInt8]
  private var position = 0

  /// The fault, and at which byte of the header.
  struct Failure: Error {
    let message: String
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Calls `field` with each key of an object, in order; it must scan the key's value.
  ///
  /// A key that comes twice is refused.
  mutating func object(
    _ field: (inout HeaderScanner, String) throws(Failure) -> Void
  ) throws(Failure) {
    var keys: Set<String> = []
    try expect(UInt8(ascii: "{"))
    if take(UInt8(ascii: "}")) { return }
    repeat {
      let key = try string()
      if !keys.insert(key).inserted { throw failure("the key \(quoted(key)) comes twice") }
      try expect(UInt8(ascii: ":"))
      try field(&self, key)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  mutating func numbers() throws(Failure) -> [Int] {
    var found: [Int] = []
    try expect(UInt8(ascii: "["))
    if take(UInt8(ascii: "]")) { return [] }
    repeat { found.append(try number()) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return found
  }

  mutating func string() throws(Failure) -> String {
    try expect(UInt8(ascii: "\""))
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw failure("a text is not UTF-8")
        }
        return string
      case UInt8(ascii: "\\"): text += Array(String(try escaped()).utf8)
      case 0..<0x20: throw failure("a text has a control character")
      default: text.append(byte)
      }
    }
    throw failure("a text does not end")
  }

  /// Only space may follow.
  mutating func end() throws(Failure) {
    skipSpace()
    if position < bytes.count { throw failure("something follows the end") }
  }

  func failure(_ message: String) -> Failure { Failure(message: "\(message) (byte \(position))") }

  private mutating func number() throws(Failure) -> Int {
    skipSpace()
    var value = 0
    let start = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      let (tens, isLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) = tens.addingReportingOverflow(Int(bytes[position] - UInt8(ascii: "0")))
      if isLarge || isLarger { throw failure("a number is too large") }
      value = sum
      position += 1
    }
    if position == start { throw failure("a whole number was expected") }
    return value
  }

  /// The character after a backslash.
  private mutating func escaped() throws(Failure) -> Unicode.Scalar {
    guard position < bytes.count else { throw failure("a text does not end") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let high = try hexadecimal()
      guard (0xD800..<0xDC00).contains(high) else {
        if let scalar = Unicode.Scalar(high) { return scalar }
        throw failure("a text has half a character")
      }
      guard bytes[position...].starts(with: Array("\\u".utf8)) else {
        throw failure("a text has half a character")
      }
      position += 2
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw failure("a text has half a character") }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))!
    default: throw failure("a text has an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue
      else { throw failure("a text has an unknown escape") }
      value = value << 4 + UInt32(digit)
      position += 1
    }
    return value
  }

  private mutating func expect(_ byte: UInt8) throws(Failure) {
    if !take(byte) { throw failure("\(Character(Unicode.Scalar(byte))) was expected") }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) {
      position += 1
    }
  }
}

/// `text` as JSON; control characters and quotes escaped, so that it is safe in messages too.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\0"..." ", "\u{7f}"..."\u{9f}":
      if scalar == " " { result += " " } else { result += escape(scalar.value) }
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

private func escape(_ value: UInt32) -> String {
  let digits = String(value, radix: 16)
  return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}
