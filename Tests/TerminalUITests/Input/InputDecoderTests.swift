import Raster
import TestSupport
import Testing

@testable import TerminalUI

/// Bytes in, events out.
@Suite struct InputDecoderTests {
  /// Each sequence, and what it means; nil for nothing.
  private static let meanings: [(String, TerminalEvent?)] = [
    ("a", key("a")), ("A", key("A")), (" ", key("space")), ("塗", key("塗")), ("é", key("é")),
    ("\r", key("enter")), ("\t", key("tab")), ("\u{7f}", key("backspace")),
    ("\u{8}", key("backspace")),
    ("\u{12}", key("ctrl-r")), ("\u{0}", key("ctrl-space")), ("\u{1c}", key("ctrl-\\")),
    ("\u{1b}a", key("alt-a")), ("\u{1b}塗", key("alt-塗")), ("\u{1b}\r", key("alt-enter")),
    ("\u{1b}\u{7f}", key("alt-backspace")),
    // Arrows and their like, plain, in application mode and with modifiers.
    ("\u{1b}[A", key("up")), ("\u{1b}OB", key("down")), ("\u{1b}[1;5C", key("ctrl-right")),
    ("\u{1b}[1;2D", key("shift-left")), ("\u{1b}[1;3A", key("alt-up")),
    ("\u{1b}O5C", key("ctrl-right")), ("\u{1b}[H", key("home")),
    ("\u{1b}[1~", key("home")), ("\u{1b}[7~", key("home")), ("\u{1b}[4~", key("end")),
    ("\u{1b}OF", key("end")),
    ("\u{1b}[5~", key("pgup")), ("\u{1b}[6;5~", key("ctrl-pgdn")), ("\u{1b}[3~", key("delete")),
    ("\u{1b}[2;2~", key("shift-insert")), ("\u{1b}[Z", key("shift-tab")),
    // Function keys of xterm, VT220, the Linux console.
    ("\u{1b}OP", key("f1")), ("\u{1b}[11~", key("f1")), ("\u{1b}[[A", key("f1")),
    ("\u{1b}[[E", key("f5")),
    ("\u{1b}[15~", key("f5")), ("\u{1b}[17~", key("f6")), ("\u{1b}[24~", key("f12")),
    ("\u{1b}[1;2P", key("shift-f1")),
    ("\u{1b}[25~", key("f13")), ("\u{1b}[34~", key("f20")),
    // rxvt.
    ("\u{1b}[a", key("shift-up")), ("\u{1b}Oa", key("ctrl-up")), ("\u{1b}[3$", key("shift-delete")),
    ("\u{1b}[5^", key("ctrl-pgup")), ("\u{1b}[5@", key("ctrl-shift-pgup")),
    // modifyOtherKeys and kitty.
    ("\u{1b}[27;5;105~", key("ctrl-i")), ("\u{1b}[105;5u", key("ctrl-i")),
    ("\u{1b}[97;2u", key("A")),
    ("\u{1b}[27u", key("esc")), ("\u{1b}[13;2u", key("shift-enter")), ("\u{1b}[97;5:3u", nil),
    ("\u{1b}[57441u", nil),
    // The mouse, in three forms.
    ("\u{1b}[<0;1;1M", mouse(.press(.left), 0, 0)),
    ("\u{1b}[<2;300;100m", mouse(.release(.right), 299, 99)),
    ("\u{1b}[<32;5;6M", mouse(.drag(.left), 4, 5)), ("\u{1b}[<64;5;6M", mouse(.wheelUp, 4, 5)),
    ("\u{1b}[<65;5;6M", mouse(.wheelDown, 4, 5)), ("\u{1b}[<35;5;6M", nil),
    ("\u{1b}[<128;5;6M", nil),
    ("\u{1b}[<16;1;1M", .mouse(MouseEvent(.press(.left), at: Point(0, 0), modifiers: .control))),
    ("\u{1b}[M !!", mouse(.press(.left), 0, 0)), ("\u{1b}[M#!!", mouse(.release(.left), 0, 0)),
    ("\u{1b}[32;5;6M", mouse(.press(.left), 4, 5)), ("\u{1b}[<0;0;0M", nil),
    // The window, and pasted text.
    ("\u{1b}[I", .focus(true)), ("\u{1b}[O", .focus(false)),
    ("\u{1b}[200~1 hair\r\n2 skin\r\u{1b}[201~", .paste("1 hair\n2 skin\n")),
    ("\u{1b}[200~\u{1b}[31m1\u{7}\u{1b}[201~", .paste("[31m1")),
    ("\u{1b}[200~\u{1b}[201~", .paste("")),
    // What nurie does not know is nothing: no digit of it is a key.
    ("\u{1b}[12;34;56;78z", nil), ("\u{1b}[?1;2;3h", nil), ("\u{1b}[>41;370;0c", nil),
    ("\u{1b}[24;80R", nil),
    ("\u{1b}[8;24;80t", nil), ("\u{1b}[1;2 q", nil), ("\u{1b}]11;rgb:1212/3434/5656\u{7}", nil),
    ("\u{1b}]52;c;MTIz\u{1b}\\", nil), ("\u{1b}P>|XTerm(370)\u{1b}\\", nil),
    ("\u{1b}_Gi=31;OK\u{1b}\\", nil),
    ("\u{1b}[99~", nil), ("\u{1b}O9z", nil), ("\u{1b}[999999999999999999999~", nil),
    ("\u{1b}[" + String(repeating: "1;", count: 300) + "m", nil),
    ("\u{1b}P1$r" + String(repeating: "1", count: 9000) + "\u{1b}\\", nil),
  ]

  private static func key(_ name: String) -> TerminalEvent? { Key(name).map { .key($0) } }

  private static func mouse(_ kind: MouseEvent.Kind, _ x: Int, _ y: Int) -> TerminalEvent {
    .mouse(MouseEvent(kind, at: Point(x, y)))
  }

  private func events(_ outputs: [InputDecoder.Output]) -> [TerminalEvent] {
    outputs.compactMap { if case .event(let event) = $0 { event } else { nil } }
  }

  /// Each sequence is followed by a plain key, which shows that it was swallowed whole and no further.
  private let last = TerminalEvent.key(Key(.character("!")))

  @Test(arguments: meanings.indices)
  func aSequenceMeansOneThing(index: Int) {
    let (bytes, meaning) = Self.meanings[index]
    var decoder = InputDecoder()
    let expected = [meaning, last].compactMap { $0 }
    #expect(events(decoder.decode((bytes + "!").utf8)) == expected, "\(bytes.debugDescription)")
    #expect(decoder.patience == nil)
  }

  @Test(arguments: meanings.indices)
  func aSequenceThatIsSplitAnywhereMeansTheSame(index: Int) {
    let bytes = Array((Self.meanings[index].0 + "!").utf8)
    var whole = InputDecoder()
    let expected = events(whole.decode(bytes))
    for split in bytes.indices where bytes.count < 1000 {
      var decoder = InputDecoder()
      let parts = decoder.decode(bytes[..<split]) + decoder.decode(bytes[split...])
      #expect(events(parts) == expected, "\(bytes) at \(split)")
    }
    var decoder = InputDecoder()
    #expect(events(bytes.flatMap { decoder.decode([$0]) }) == expected)
  }

  @Test func allOfThemInARowMeanWhatEachDoes() {
    var decoder = InputDecoder()
    let known = Self.meanings
    let bytes = known.map(\.0).joined()
    #expect(events(decoder.decode(bytes.utf8)) == known.compactMap(\.1))
  }

  @Test func anEscapeAloneIsTheKeyOnceItsTimeIsOver() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1b]) == [])
    #expect(decoder.patience == 50)
    #expect(events(decoder.giveUp()) == [.key(Key(.escape))])
    #expect(decoder.patience == nil)
    #expect(decoder.decode([0x1b, 0x1b]) == [])
    #expect(events(decoder.giveUp()) == [.key(Key(.escape)), .key(Key(.escape))])
    #expect(
      events(decoder.decode("\u{1b}\u{1b}a".utf8)) == [.key(Key(.escape)), .key(Key("alt-a")!)])
  }

  @Test(arguments: ["\u{1b}[A", "\u{1b}OA"])
  func anEscapeBeforeASequenceIsAKeyOfItsOwn(sequence: String) {
    var decoder = InputDecoder()
    #expect(
      events(decoder.decode(("\u{1b}" + sequence).utf8)) == [.key(Key(.escape)), .key(Key(.up))])
  }

  @Test(arguments: ["[", "O", "P", "]", "_"])
  func whatOpensASequenceIsAKeyWithAltWhereNothingFollows(opener: String) {
    var decoder = InputDecoder()
    #expect(decoder.decode(("\u{1b}" + opener).utf8) == [])
    #expect(decoder.patience == 1000)
    #expect(events(decoder.giveUp()) == [.key(Key(.character(Character(opener)), .alt))])
  }

  @Test(arguments: ["\u{1b}[1;", "\u{1b}[<0;12", "\u{1b}P1$r48", "\u{1b}]11;rgb", "\u{1b}[M !"])
  func halfASequenceIsNothing(bytes: String) {
    var decoder = InputDecoder()
    #expect(decoder.decode(bytes.utf8) == [])
    #expect(decoder.giveUp() == [])
    #expect(events(decoder.decode("!".utf8)) == [last])
  }

  @Test func aSequenceThatAnotherCutsOffIsNothing() {
    var decoder = InputDecoder()
    #expect(events(decoder.decode("\u{1b}[1;2\u{1b}[A!".utf8)) == [.key(Key(.up)), last])
    #expect(events(decoder.decode("\u{1b}]11;rgb\u{1b}[A!".utf8)) == [.key(Key(.up)), last])
  }

  @Test func bytesThatAreNoTextAreNothing() {
    var decoder = InputDecoder()
    #expect(
      events(decoder.decode([0xff, 0xc3, 0x28, 0x80, 0xe5, 0xa1, 0x21])) == [
        .key(Key(.character("("))), last,
      ])
  }

  @Test func aLargePasteComesWholeHoweverItArrives() {
    let text = String(repeating: "塗り絵 1234567890 ", count: 5000)
    let bytes = Array("\u{1b}[200~\(text)\u{1b}[201~!".utf8)
    var decoder = InputDecoder()
    var found: [TerminalEvent] = []
    var position = 0
    while position < bytes.count {
      let end = min(bytes.count, position + 777)
      found += events(decoder.decode(bytes[position..<end]))
      position = end
    }
    #expect(found == [.paste(text), last])
  }

  @Test func aPasteWithoutAnEndEndsWithTheSilence() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\u{1b}[200~12".utf8) == [])
    #expect(decoder.patience == 2000)
    #expect(events(decoder.giveUp()) == [.paste("12")])
    #expect(events(decoder.decode("!".utf8)) == [last])
  }

  /// A line that stalls in the midst of a paste makes no keys of what is left.
  @Test func aPasteGoesOnAfterASilence() {
    var decoder = InputDecoder()
    _ = decoder.decode("\u{1b}[200~ab".utf8)
    #expect(events(decoder.giveUp()) == [.paste("ab")])
    #expect(decoder.patience == nil)
    #expect(decoder.decode("DRuQ\r".utf8) == [])
    #expect(events(decoder.decode("x\u{1b}[201~!".utf8)) == [.paste("DRuQ\nx"), last])

    // The end mark alone, and in two pieces.
    _ = decoder.decode("\u{1b}[200~ab".utf8)
    _ = decoder.giveUp()
    #expect(events(decoder.decode("\u{1b}[201~!".utf8)) == [.paste(""), last])
    _ = decoder.decode("\u{1b}[200~ab".utf8)
    _ = decoder.giveUp()
    #expect(decoder.decode("\u{1b}[20".utf8) == [])
    #expect(events(decoder.decode("1~!".utf8)) == [.paste(""), last])
  }

  @Test(arguments: ["!", "\u{1b}[A", "塗"])
  func afterAPasteWithoutAnEndAKeyIsAKey(sent: String) {
    var decoder = InputDecoder()
    _ = decoder.decode("\u{1b}[200~ab".utf8)
    _ = decoder.giveUp()
    let key = events(decoder.decode(sent.utf8))
    #expect(key.count == 1)
    #expect(!key.contains { if case .paste = $0 { true } else { false } })
    #expect(events(decoder.decode("!".utf8)) == [last])
  }

  @Test func aPasteWithoutAnEndTakesNoMoreThanItsLimit() {
    var decoder = InputDecoder()
    _ = decoder.decode("\u{1b}[200~".utf8)
    let megabyte = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
    for _ in 0..<6 { #expect(decoder.decode(megabyte) == []) }
    guard case .event(.paste(let text))? = decoder.giveUp().first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == 4 << 20)
  }

  @Test func theTerminalsOwnKeysGoBeforeThoseOfAll() {
    var decoder = InputDecoder(keys: [
      Array("\u{1b}[H".utf8): Key(.end), Array("\u{1b}x".utf8): Key(.function(9)),
    ])
    #expect(
      events(decoder.decode("\u{1b}[H\u{1b}x".utf8)) == [.key(Key(.end)), .key(Key(.function(9)))])
  }

  @Test func answersAreNoKeys() {
    var decoder = InputDecoder()
    let outputs = decoder.decode(
      "\u{1b}P1$r48:2:1:2:3m\u{1b}\\\u{1b}P0$r\u{1b}\\\u{1b}[?2026;2$y\u{1b}[?64;22c".utf8)
    #expect(
      outputs == [
        .reply(.rendition("48:2:1:2:3")), .reply(.rendition(nil)), .reply(.mode(2026, state: 2)),
        .reply(.attributes),
      ])
  }

  /// Random bytes: whatever comes, nothing traps and the decoder is at rest after the last silence.
  @Test func noBytesAreTooMuch() {
    var random = SeededNumbers(seed: 7)
    let alphabet = Array("\u{1b}\u{1b}[[OP]_;:?<>0123456789~mMuA$\\\u{7}\u{18}a塗".utf8)
    for _ in 0..<300 {
      var decoder = InputDecoder()
      for _ in 0..<60 {
        _ = decoder.decode([alphabet[random.roll(alphabet.count)]])
      }
      _ = decoder.giveUp()
      #expect(decoder.patience == nil)
    }
  }
}
