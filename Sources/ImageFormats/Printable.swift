/// `text` as it may be shown on a terminal or in a log: everything from a file or the file system
/// (names, metadata, messages) goes through here first.
///
/// Control characters, line separators, bidirectional overrides and other invisible characters
/// become visible escapes (`\n`, `\u{1b}`); all else stays, joiners of scripts and emoji included.
///
/// - Complexity: O(length).
public func printable(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars { append(scalar, to: &result) }
  return result
}

/// As `printable(_:)` for text that may not be UTF-8; a byte that is not becomes `\x` and two digits.
public func printable(bytes: some Sequence<UInt8>) -> String {
  var result = ""
  var rest = Array(bytes)[...]
  while let first = rest.first {
    let length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    if let scalars = String(validating: rest.prefix(length), as: UTF8.self)?.unicodeScalars,
      scalars.count == 1
    {
      append(scalars.first!, to: &result)
      rest = rest.dropFirst(length)
    } else {
      result += "\\x" + hexadecimal(UInt32(first), digits: 2)
      rest = rest.dropFirst()
    }
  }
  return result
}

private func append(_ scalar: Unicode.Scalar, to text: inout String) {
  switch scalar {
  case "\n": text += "\\n"
  case "\r": text += "\\r"
  case "\t": text += "\\t"
  case "\u{200c}", "\u{200d}": text.unicodeScalars.append(scalar)
  default:
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      text += "\\u{" + hexadecimal(scalar.value, digits: 1) + "}"
    default: text.unicodeScalars.append(scalar)
    }
  }
}

private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
