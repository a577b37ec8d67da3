/// A sequence that begins with ESC [ or ESC O, taken apart but not yet understood.
struct ControlSequence {
  enum Reading {
    case incomplete
    /// So many bytes are no sequence; what follows is another thing.
    case broken(Int)
    case whole(ControlSequence)
  }

  /// The number of its bytes, ESC included.
  var count: Int
  /// Whether it begins with ESC O.
  var isShift3: Bool
  /// `<`, `=`, `>` or `?` before the parameters.
  var prefix: UInt8?
  /// Numbers between semicolons, each with those that follow it after colons; absent ones are 0.
  var parameters: [[Int]]
  /// Between the parameters and the final byte, such as `$`.
  var intermediates: [UInt8]
  var final: UInt8
  /// The three bytes after ESC [ M, which is a mouse report of the first kind.
  var tail: [UInt8] = []

  /// Reads what begins with ESC [ or ESC O.
  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    var rest = bytes.dropFirst(2)
    let isShift3 = bytes.dropFirst().first == UInt8(ascii: "O")
    var sequence = ControlSequence(
      count: 0, isShift3: isShift3, prefix: nil, parameters: [], intermediates: [], final: 0)
    // Function keys of the Linux console: ESC [ [ A.
    if !isShift3, rest.first == UInt8(ascii: "[") {
      sequence.prefix = rest.removeFirst()
    } else if let first = rest.first, (0x3c...0x3f).contains(first) {
      sequence.prefix = rest.removeFirst()
    }
    let digits = rest.prefix { (0x30...0x3b).contains($0) }
    rest = rest.dropFirst(digits.count)
    sequence.parameters = digits.isEmpty ? [] : numbers(digits)
    while let byte = rest.popFirst() {
      sequence.count = rest.startIndex - bytes.startIndex
      switch byte {
      case UInt8(ascii: "$") where sequence.endsWithDollar:
        sequence.final = byte
        return .whole(sequence)
      case 0x20...0x2f: sequence.intermediates.append(byte)
      case 0x40...0x7e:
        sequence.final = byte
        guard sequence.isOldMouseReport else { return .whole(sequence) }
        guard rest.count >= 3 else { return .incomplete }
        sequence.tail = Array(rest.prefix(3))
        sequence.count += 3
        return .whole(sequence)
      default: return .broken(max(1, sequence.count - 1))
      }
    }
    return .incomplete
  }

  /// rxvt ends a key with Shift in `$`, which is no final byte by the standard.
  private var endsWithDollar: Bool {
    !isShift3 && prefix == nil && intermediates.isEmpty && parameters.count == 1
  }

  private var isOldMouseReport: Bool {
    !isShift3 && prefix == nil && parameters.isEmpty && intermediates.isEmpty
      && final == UInt8(ascii: "M")
  }

  private static func numbers(_ digits: ArraySlice<UInt8>) -> [[Int]] {
    digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
      field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { number in
        number.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1 << 30) }
      }
    }
  }

  /// The parameter at `index`, from 0; `absent` where it is not given or 0.
  func parameter(_ index: Int, absent: Int = 0) -> Int {
    guard index < parameters.count, let value = parameters[index].first, value != 0 else {
      return absent
    }
    return value
  }

  var isPasteStart: Bool { isPlain(final: "~") && parameter(0) == 200 }

  /// The window's focus, as it tells.
  var focus: Bool? {
    guard parameters.isEmpty else { return nil }
    if isPlain(final: "I") { return true }
    return isPlain(final: "O") ? false : nil
  }

  /// Whether it begins with ESC [, has no prefix and no intermediate byte, and ends so.
  func isPlain(final: Unicode.Scalar) -> Bool {
    !isShift3 && prefix == nil && intermediates.isEmpty && self.final == UInt8(ascii: final)
  }
}
