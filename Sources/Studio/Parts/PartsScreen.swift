internal import TerminalUI

extension Screen {
  /// The regions of a drawing or a reference, and which part each is.
  public static let parts = Screen(
    name: "parts", title: Phrase("Parts", "パーツ"),
    key: "f3", visit: Phrase("Go to the parts of the drawing", "パーツ分けへ"),
    commands: [
      PartsCommand.self, MarkCommand.self, LabelCommand.self, OwnPartsCommand.self,
      ToolCommand.self, GapsCommand.self, CuttingCommand.self, SpotsCommand.self,
    ],
    contexts: { $0.toolContexts + [.parts] }, subject: \.partsSubject,
    canMark: { state, _ in state.activeTool == nil })
}

extension Context {
  static let parts = Context(name: "parts", title: Phrase("Parts", "パーツ"))
}
