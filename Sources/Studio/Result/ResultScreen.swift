internal import TerminalUI

extension Screen {
  /// The coloured drawing.
  public static let result = Screen(
    name: "result", title: Phrase("Result", "結果"),
    key: "f5", visit: Phrase("Go to the coloured result", "彩色結果へ"),
    commands: [ResultCommand.self], contexts: { _ in [.result] })
}

extension Context {
  static let result = Context(name: "result", title: Phrase("Result", "結果"))
}
