/// A terminal's answer when it is asked about itself.
public enum TerminalReply: Hashable, Sendable {
  /// DA1: which class of terminal it is. All terminals answer this, so it ends a row of questions.
  case attributes
  /// DECRQSS for SGR: the rendition in force, such as `48:2:1:2:3`; nil where it does not say.
  case rendition(String?)
  /// DECRQM: the state of a private mode; 0 where it does not know the mode.
  case mode(Int, state: Int)

  init?(_ sequence: ControlSequence) {
    guard sequence.prefix == UInt8(ascii: "?"), !sequence.isShift3 else { return nil }
    switch (sequence.final, sequence.intermediates) {
    case (UInt8(ascii: "c"), []): self = .attributes
    case (UInt8(ascii: "y"), [UInt8(ascii: "$")]):
      self = .mode(sequence.parameter(0), state: sequence.parameter(1))
    default: return nil
    }
  }

  /// - Parameters:
  ///   - string: the inside of a string.
  ///   - opener: what followed the ESC that opened it.
  init?(string: [UInt8], opener: UInt8) {
    guard opener == UInt8(ascii: "P"), string.dropFirst().starts(with: Array("$r".utf8)) else {
      return nil
    }
    let text = String(decoding: string.dropFirst(3), as: UTF8.self)
    self = .rendition(
      string.first == UInt8(ascii: "1") && text.last == "m" ? String(text.dropLast()) : nil)
  }

  /// Whether what begins with ESC, `opener` and `next` is a string and not a key with Alt.
  static func opens(_ opener: UInt8, _ next: UInt8) -> Bool {
    let isDigit = (0x30...0x39).contains(next)
    return switch opener {
    case UInt8(ascii: "P"): isDigit || Array("$>!+".utf8).contains(next)
    case UInt8(ascii: "_"): next == UInt8(ascii: "G")
    default: isDigit
    }
  }
}
