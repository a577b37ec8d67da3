/// Bytes from a terminal in, what they mean out.
///
/// A sequence may arrive in pieces; a piece is kept until the rest comes. One that is not known is swallowed
/// whole, so that no part of it is taken for keys: a stray digit would relabel a region. Only an ESC that
/// nothing follows is ambiguous, and time alone tells: after `patience` milliseconds of silence call `giveUp()`.
/// An ESC right before a character comes as Alt with it; whoever knows what Alt means there can take it for two keys.
/// Bytes that come soon after an ESC that was given up on may still be the rest of a sequence (`SequenceRest`).
///
/// It keeps no clock and reads nothing itself. It does not tell a key's release from its press.
public struct InputDecoder: Sendable {
  public enum Output: Hashable, Sendable {
    case event(TerminalEvent)
    case reply(TerminalReply)
  }

  private enum Mode: Sendable {
    case ground
    /// Between the marks of a bracketed paste.
    case paste
    /// The same, after a silence that had what came so far given out.
    case stalledPaste
    /// In a string for or from the terminal; what opened it.
    case string(UInt8)
    /// In a sequence that is longer than any.
    case overlong
  }

  /// Longer than any sequence that means something here.
  private static let longestSequence = 128
  private static let longestString = 4096
  /// Bytes of a paste; what is beyond is left out.
  private static let longestPaste = 4 << 20
  private static let escape: UInt8 = 0x1b
  private static let pasteEnd = Array("\u{1b}[201~".utf8)

  /// The terminal's own description of its keys.
  private let keys: [[UInt8]: Key]
  private var mode = Mode.ground
  /// The bytes that have come and are not understood yet.
  private var pending: [UInt8] = []
  /// The inside of a paste or a string so far.
  private var body: [UInt8] = []
  private var mouse = MouseDecoder()
  /// The last bytes, where they may be the start of a sequence that has come apart.
  private var start = SequenceRest.Start.nothing
  /// When the last bytes came.
  private var lastTime = 0
  /// Whether what is pending may be the rest of a sequence, and is typed text where nothing follows.
  private var restIsTyped: Bool?
  /// Milliseconds that the parts of a sequence may lie apart once its ESC was given up on; a hand is rarely as quick.
  private static let gap = 250

  /// - Parameter keys: sequences that mean a key on this terminal; they go before what is known of all.
  public init(keys: [[UInt8]: Key] = [:]) { self.keys = keys }

  /// The milliseconds of silence that end the wait for the rest of what has begun; nil where nothing has.
  ///
  /// A sequence that has surely begun is waited for longer than an ESC that may be the key.
  public var patience: Int? {
    switch mode {
    case .paste: 2000
    case .stalledPaste: nil
    case .string, .overlong: 1000
    case .ground:
      if pending.isEmpty {
        nil
      } else if restIsTyped != nil {
        Self.gap
      } else {
        pending.allSatisfy { $0 == Self.escape } ? 50 : 1000
      }
    }
  }

  /// Takes the bytes that came.
  ///
  /// - Parameter now: milliseconds of a clock that only goes forward.
  /// - Returns: what they and the bytes before mean, in order.
  /// - Complexity: O(bytes).
  public mutating func decode(_ bytes: some Sequence<UInt8>, at now: Int = 0) -> [Output] {
    if restIsTyped == nil && now - lastTime > Self.gap { start = .nothing }
    restIsTyped = nil
    lastTime = now
    pending += bytes
    if case .stalledPaste = mode, !pending.isEmpty {
      mode = Self.isOneKey(pending) ? .ground : .paste
    }
    var outputs: [Output] = []
    var position = 0
    loop: while position < pending.count {
      switch mode {
      case .ground:
        switch rest(pending[position...]) ?? step(pending[position...]) {
        case .incomplete: break loop
        case .skipped(let count): position += count
        case .decoded(let count, let output):
          position += count
          outputs.append(output)
        case .entered(let count, let next):
          position += count
          mode = next
          body = []
        }
      case .paste, .stalledPaste:
        guard let end = pasteBytes(from: position) else { break loop }
        position = end.next
        if let text = end.text { outputs.append(.event(.paste(text))) }
      case .string(let opener):
        guard let end = stringBytes(from: position) else { break loop }
        position = end.next
        if end.isWhole {
          mode = .ground
          if let reply = TerminalReply(string: body, opener: opener) {
            outputs.append(.reply(reply))
          }
        }
      case .overlong:
        if (0x40...0x7e).contains(pending[position]) { mode = .ground }
        position += 1
      }
    }
    pending.removeFirst(position)
    return outputs
  }

  /// Ends the wait: what is pending is all there is.
  ///
  /// A paste is given out as far as it came. A line may have stalled in its midst, so what comes next belongs
  /// to it too, unless it is a single key: then the end mark was lost.
  public mutating func giveUp() -> [Output] {
    let ended = mode
    mode = .ground
    defer {
      pending = []
      body = []
    }
    switch ended {
    case .paste:
      mode = .stalledPaste
      return [.event(.paste(Self.text(body + pending)))]
    case .stalledPaste, .string, .overlong: return []
    case .ground:
      if let restIsTyped {
        self.restIsTyped = nil
        start = .nothing
        return restIsTyped ? typedOutputs() : []
      }
      if pending.allSatisfy({ $0 == Self.escape }) {
        start = .escape
        return pending.map { _ in .event(.key(Key(.escape))) }
      }
      // ESC [ and its like were typed with Alt after all.
      guard pending.count == 2, pending[0] == Self.escape,
        let key = ControlSequence.typed(pending[1...]).key
      else { return [] }
      return [.event(.key(Key(key.code, key.modifiers.union(.alt))))]
    }
  }

  /// Whether the bytes are what one key sends, or one move of the mouse.
  private static func isOneKey(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == escape else {
      return ControlSequence.typed(bytes[...]).count == bytes.count
    }
    guard bytes.count > 2 else { return true }
    if case .whole(let sequence) = ControlSequence.read(bytes[...]) {
      return sequence.count == bytes.count && bytes != pasteEnd
    }
    return false
  }

  /// The pending bytes, each character a key.
  private func typedOutputs() -> [Output] {
    pending.compactMap { byte in
      ControlSequence.typed([byte]).key.map { .event(.key($0)) }
    }
  }

  // MARK: One thing at a time

  private enum Step {
    case incomplete
    case skipped(Int)
    case decoded(Int, Output)
    case entered(Int, Mode)

    init(_ count: Int, _ output: Output?) {
      self = output.map { .decoded(count, $0) } ?? .skipped(count)
    }

    /// The same without bytes that never came.
    func shortened(by lead: Int) -> Step {
      switch self {
      case .incomplete: .incomplete
      case .skipped(let count): .skipped(count - lead)
      case .decoded(let count, let output): .decoded(count - lead, output)
      case .entered(let count, let mode): .entered(count - lead, mode)
      }
    }
  }

  /// The event at the start of `bytes` where they may be the rest of a sequence that has come apart; else nil.
  private mutating func rest(_ bytes: ArraySlice<UInt8>) -> Step? {
    guard let first = bytes.first, first != Self.escape else {
      start = .nothing
      return nil
    }
    if let lead = start.lead(before: bytes) {
      let whole = lead + bytes
      switch SequenceRest(whole[1...], followsEscape: start == .escape) {
      case .none: break
      case .incomplete(let isTyped):
        restIsTyped = isTyped
        return .incomplete
      case .whole:
        start = .nothing
        return step(whole[...]).shortened(by: lead.count)
      }
    }
    start = SequenceRest.Start.openers.contains(first) ? .character(first) : .nothing
    return nil
  }

  /// The event at the start of `bytes`, outside of pastes and strings.
  private mutating func step(_ bytes: ArraySlice<UInt8>) -> Step {
    guard bytes.first == Self.escape else { return typed(bytes, after: 0, []) }
    guard let second = bytes.dropFirst().first else { return .incomplete }
    let third = bytes.dropFirst(2).first
    switch second {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      return sequence(bytes)
    case Self.escape:
      // The Escape key, and what follows is another thing: nobody means Alt with an arrow.
      return third == nil ? .incomplete : .decoded(1, .event(.key(Key(.escape))))
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"):
      // A string for certain only if it goes on like one: these may be typed with Alt.
      guard let third else { return .incomplete }
      return TerminalReply.opens(second, third)
        ? .entered(2, .string(second)) : typed(bytes.dropFirst(), after: 1, .alt)
    default:
      if let key = keys[Array(bytes.prefix(2))] { return .decoded(2, .event(.key(key))) }
      return typed(bytes.dropFirst(), after: 1, .alt)
    }
  }

  /// A character or a control key; `before` bytes have been read of it already.
  private func typed(_ bytes: ArraySlice<UInt8>, after before: Int, _ modifiers: Key.Modifiers)
    -> Step
  {
    let (count, key) = ControlSequence.typed(bytes)
    guard count > 0 else { return .incomplete }
    return Step(
      before + count, key.map { .event(.key(Key($0.code, $0.modifiers.union(modifiers)))) })
  }

  /// A sequence that begins with ESC [ or ESC O.
  private mutating func sequence(_ bytes: ArraySlice<UInt8>) -> Step {
    switch ControlSequence.read(bytes) {
    case .incomplete:
      return bytes.count > Self.longestSequence ? .entered(bytes.count, .overlong) : .incomplete
    case .broken(let count): return .skipped(count)
    case .whole(let sequence):
      let count = sequence.count
      if sequence.isPasteStart { return .entered(count, .paste) }
      if let event = mouse.event(sequence) { return .decoded(count, .event(.mouse(event))) }
      if let reply = TerminalReply(sequence) { return .decoded(count, .reply(reply)) }
      if let isFocused = sequence.focus { return .decoded(count, .event(.focus(isFocused))) }
      guard let key = keys[Array(bytes.prefix(count))] ?? sequence.key else {
        return .skipped(count)
      }
      return .decoded(count, .event(.key(key)))
    }
  }

  // MARK: Pastes and strings

  /// Moves what belongs to the paste into `body`; nil where what is left may begin the end mark.
  private mutating func pasteBytes(from start: Int) -> (next: Int, text: String?)? {
    let next = pending[start...].firstIndex(of: Self.escape) ?? pending.count
    keep(start..<next, upTo: Self.longestPaste)
    if next > start { return (next, nil) }
    let mark = pending[next...].prefix(Self.pasteEnd.count)
    if mark.elementsEqual(Self.pasteEnd) {
      mode = .ground
      return (next + mark.count, Self.text(body))
    }
    if Self.pasteEnd.starts(with: mark) { return nil }
    return (next + 1, nil)
  }

  /// Moves what belongs to the string into `body`; nil where its end may have begun.
  private mutating func stringBytes(from start: Int) -> (next: Int, isWhole: Bool)? {
    let ends: Set<UInt8> = [Self.escape, 0x07, 0x18, 0x1a]
    let next = pending[start...].firstIndex(where: ends.contains) ?? pending.count
    keep(start..<next, upTo: Self.longestString)
    if next > start { return (next, false) }
    guard pending[next] == Self.escape else { return (next + 1, true) }
    guard next + 1 < pending.count else { return nil }
    // Another sequence begins: the string was cut off.
    return (pending[next + 1] == UInt8(ascii: "\\") ? next + 2 : next, true)
  }

  private mutating func keep(_ range: Range<Int>, upTo limit: Int) {
    body += pending[range].prefix(max(0, limit - body.count))
  }

  /// Pasted text with line ends of one kind and without control characters.
  private static func text(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    var kept = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": kept.append("\n")
      case "\n": if !wasReturn { kept.append("\n") }
      case "\t": kept.append(scalar)
      default: if scalar.properties.generalCategory != .control { kept.append(scalar) }
      }
      wasReturn = scalar == "\r"
    }
    return String(kept)
  }
}
