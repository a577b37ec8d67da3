internal import TerminalUI

extension Screen {
  /// The project's drawings and references.
  public static let pictures = Screen(
    name: "pictures", title: Phrase("Pictures", "一覧"),
    key: "f2", visit: Phrase("Go to the pictures", "一覧へ"),
    commands: [PicturesCommand.self], contexts: { _ in [.pictures] }, showsDrawing: false)
}

extension Context {
  static let pictures = Context(name: "pictures", title: Phrase("Pictures", "一覧"))
}
