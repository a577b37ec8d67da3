/// The possible rest of a sequence whose ESC came too long before it, or never.
///
/// Over a slow link `ESC`, `O` and `A` arrive so far apart that the ESC was taken for the key, and a multiplexer may
/// swallow it. The rest must not be keys: letters are commands, and a digit labels a region. So what looks like one is
/// read as the sequence it was meant as. Right after an ESC that is any known one; elsewhere only mouse reports,
/// answers and what else no hand types: numbers with semicolons.
enum SequenceRest: Equatable {
  /// It is typed text.
  case none
  /// More must come. Where nothing does, `isTyped` says whether it was typed after all.
  case incomplete(isTyped: Bool)
  /// Read it with the start that it lacks.
  case whole

  /// The bytes before the rest.
  enum Start: Hashable, Sendable {
    case nothing
    /// An ESC that time made the key.
    case escape
    /// One of `openers`, taken for typed text.
    case character(UInt8)

    /// Characters that a sequence without its ESC may begin with.
    static let openers = Array("[P<;".utf8)

    /// The bytes that the rest lacks; nil where `bytes` cannot be the rest of anything.
    func lead(before bytes: ArraySlice<UInt8>) -> [UInt8]? {
      guard let first = bytes.first else { return nil }
      let second = bytes.dropFirst().first ?? 0
      switch self {
      case .escape: return [0x1b]
      case .character(UInt8(ascii: "[")) where "<?".utf8.contains(first):
        return Array("\u{1b}[".utf8)
      case .character(UInt8(ascii: "P")) where "01".utf8.contains(first):
        return Array("\u{1b}P".utf8)
      case .character(UInt8(ascii: "<")) where first.isDigit: return Array("\u{1b}[<".utf8)
      case .character(UInt8(ascii: ";")) where first.isDigit: return Array("\u{1b}[;".utf8)
      default: break
      }
      // All at once.
      switch first {
      case UInt8(ascii: "[") where second.isDigit || "<?".utf8.contains(second): return [0x1b]
      case UInt8(ascii: "P") where "01".utf8.contains(second): return [0x1b]
      case UInt8(ascii: "<") where second.isDigit: return Array("\u{1b}[".utf8)
      case UInt8(ascii: ";") where second.isDigit: return Array("\u{1b}[".utf8)
      case _ where first.isDigit:
        let rest = bytes.prefix(6).drop(while: \.isDigit)
        let goesOn = rest.first == UInt8(ascii: ";") && rest.dropFirst().first?.isDigit == true
        return goesOn ? Array("\u{1b}[".utf8) : nil
      default: return nil
      }
    }
  }

  /// - Parameters:
  ///   - text: a sequence without its ESC, as far as it has come; not empty.
  ///   - followsEscape: whether an ESC came right before.
  init(_ text: ArraySlice<UInt8>, followsEscape: Bool) {
    guard let second = text.dropFirst().first else {
      self =
        followsEscape && "[OP".utf8.contains(text[text.startIndex])
        ? .incomplete(isTyped: true) : .none
      return
    }
    let third = text.dropFirst(2).first
    switch text[text.startIndex] {
    case UInt8(ascii: "O"):
      self = followsEscape && Self.keypad.contains(second) ? .whole : .none
    case UInt8(ascii: "P"):
      if !"01".utf8.contains(second) {
        self = .none
      } else if let third {
        self = third == UInt8(ascii: "$") ? .whole : .none
      } else {
        self = .incomplete(isTyped: !followsEscape)
      }
    case UInt8(ascii: "[") where followsEscape && Self.letters.contains(second): self = .whole
    case UInt8(ascii: "[") where followsEscape && second == UInt8(ascii: "M"):
      self = text.count < 5 ? .incomplete(isTyped: false) : .whole
    case UInt8(ascii: "[") where followsEscape && second == UInt8(ascii: "["):
      if let third {
        self = "ABCDE".utf8.contains(third) ? .whole : .none
      } else {
        self = .incomplete(isTyped: true)
      }
    case UInt8(ascii: "["): self.init(parameters: text.dropFirst(), followsEscape)
    default: self = .none
    }
  }

  /// The character after ESC [ where that is no letter.
  private init(parameters text: ArraySlice<UInt8>, _ followsEscape: Bool) {
    let hasPrefix = "<?".utf8.contains(text.first ?? 0)
    let numbers = text.dropFirst(hasPrefix ? 1 : 0).prefix { $0.isDigit || $0 == UInt8(ascii: ";") }
    let hasSemicolon = numbers.contains(UInt8(ascii: ";"))
    let end = text[numbers.endIndex...].drop { (0x20...0x2f).contains($0) }
    guard !numbers.isEmpty || (hasPrefix && end.isEmpty) else {
      self = .none
      return
    }
    if numbers.count > Self.longest {
      self = .whole
      return
    }
    guard let final = end.first else {
      self = .incomplete(isTyped: numbers.isEmpty || !followsEscape && !hasSemicolon)
      return
    }
    self =
      followsEscape || hasSemicolon || final == UInt8(ascii: "~") || text.first == UInt8(ascii: "?")
      ? .whole : .none
  }

  /// Numbers longer than any, which the decoder swallows as such.
  private static let longest = 128
  /// Keys after ESC O: arrows, F1 to F4 and the keypad.
  private static let keypad = Set("ABCDFHIMPQRSXabcdjklmnopqrstuvwxy".utf8)
  /// Keys and the window's focus after ESC [.
  private static let letters = Set("ABCDFHPQSZIO".utf8)
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
