/// The bytes that ask a terminal to ring, and to have the desktop show a note (OSC 9).
///
/// A tmux takes OSC 9 for itself and drops it, unless it comes in its envelope, with each escape doubled; then it hands it on
/// where `allow-passthrough` is on. The bell goes through everywhere.
enum DesktopNote {
  private static let longest = 200

  /// - Parameter note: nil for the bell alone; controls in it are left out.
  static func bytes(_ note: String?, in environment: TerminalEnvironment) -> [UInt8] {
    let bell: [UInt8] = [0x07]
    guard let note, !environment.isBasic else { return bell }
    let text = note.unicodeScalars.filter { $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value) }
    let words = String(String.UnicodeScalarView(text.prefix(longest)))
    let message = Array("\u{1b}]9;\(words)\u{07}".utf8)
    guard environment.isInTmux else { return message + bell }
    let doubled = message.flatMap { $0 == 0x1b ? [$0, $0] : [$0] }
    return Array("\u{1b}Ptmux;".utf8) + doubled + Array("\u{1b}\\".utf8) + bell
  }
}
