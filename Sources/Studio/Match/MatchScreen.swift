internal import TerminalUI

extension Screen {
  /// The drawing beside its reference, and which region was matched to which.
  public static let match = Screen(
    name: "match", title: Phrase("Match", "対応"),
    key: "f4", visit: Phrase("Go to the matches with the reference", "色見本との対応へ"),
    commands: [
      MatchCommand.self, MatchMarkCommand.self, ReferenceCommand.self, CounterpartCommand.self,
    ],
    contexts: { state in
      if state.match.pinning != nil { return [.pinning, .match] }
      return state.match.side == .reference ? [.reference, .match] : [.match]
    },
    subject: \.drawingSubject,
    canMark: { state, canvas in canvas != .reference && state.match.pinning == nil })
}

extension Context {
  static let match = Context(name: "match", title: Phrase("Match", "対応"))
  /// While the reference has the keys.
  static let reference = Context(
    name: "reference", title: Phrase("In the reference", "色見本側"), isPassing: true)
  /// While the counterpart of a region is chosen.
  static let pinning = Context(
    name: "pinning", title: Phrase("Choosing a counterpart", "対応先の選択"), isPassing: true)
}
