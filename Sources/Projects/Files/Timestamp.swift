import Glibc

/// Times as files of a project have them: `2026-05-04T12:30:00Z`, always UTC.
package enum Timestamp {
  package static func text(_ seconds: Int) -> String {
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    func padded(_ number: Int32, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    return padded(parts.tm_year + 1900, 4) + "-" + padded(parts.tm_mon + 1, 2) + "-"
      + padded(parts.tm_mday, 2) + "T" + padded(parts.tm_hour, 2) + ":" + padded(parts.tm_min, 2)
      + ":" + padded(parts.tm_sec, 2) + "Z"
  }

  /// Seconds since the beginning of 1970; nil for anything else than a time as `text` writes it.
  static func seconds(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    let pattern = Array("0000-00-00T00:00:00Z".utf8)
    guard bytes.count == pattern.count else { return nil }
    for (byte, expected) in zip(bytes, pattern) {
      let fits = expected == UInt8(ascii: "0") ? (48...57).contains(byte) : byte == expected
      if !fits { return nil }
    }
    func number(_ range: Range<Int>) -> Int32 {
      range.reduce(0) { $0 * 10 + Int32(bytes[$1]) - 48 }
    }
    var parts = tm()
    parts.tm_year = number(0..<4) - 1900
    parts.tm_mon = number(5..<7) - 1
    parts.tm_mday = number(8..<10)
    parts.tm_hour = number(11..<13)
    parts.tm_min = number(14..<16)
    parts.tm_sec = number(17..<19)
    return Int(timegm(&parts))
  }

  /// Now, by the machine's clock.
  package static func now() -> Int { Int(time(nil)) }
}
