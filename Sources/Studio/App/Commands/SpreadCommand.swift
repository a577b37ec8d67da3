/// The commands while a gesture could go on to regions that are alike (`SpreadOffer`).
public enum SpreadCommand: String, CommandSet {
  case all
  case onlyThis = "only-this"

  public static let context = Context.spreading
  public static let purpose = Purpose.label

  public static func obstacle(in state: StudioState) -> Phrase? {
    state.spreadOffer == nil
      ? Phrase("Nothing alike is offered now", "似た領域の候補はありません") : state.readOnlyObstacle
  }

  public var row: CommandRow {
    switch self {
    case .all:
      CommandRow(
        ["enter"], Phrase("The same for all that are alike (+)", "似た領域 (+) にも同じ操作をする"),
        hint: Phrase("all alike", "似た領域も"), asks: { $0.takeOffer() })
    case .onlyThis:
      CommandRow(
        ["esc", "q"], Phrase("Only this one; any other key does too", "これだけにする (ほかのキーでも同じ)"),
        hint: Phrase("only this", "これだけ"), isWayOut: true, does: { $0.desk.offer = nil })
    }
  }
}

extension Command {
  public static func spread(_ command: SpreadCommand) -> Command { Command(command) }
}

extension Context {
  /// While what is alike is offered.
  static let spreading = Context(
    name: "spreading", title: Phrase("Regions alike", "似た領域"), isPassing: true)
}
