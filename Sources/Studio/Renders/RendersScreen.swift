internal import TerminalUI

extension Screen {
  /// The project's renders, those that wait, run and have ended.
  public static let renders = Screen(
    name: "renders", title: Phrase("Renders", "レンダー"),
    key: "f6", visit: Phrase("Go to the renders", "レンダーの一覧へ"),
    commands: [RenderListCommand.self, QueueCommand.self], contexts: { _ in [.renders] },
    arrive: { $0.arriveAtRenders() }, showsDrawing: false)
}

extension Context {
  static let renders = Context(name: "renders", title: Phrase("Renders", "レンダー"))
}
