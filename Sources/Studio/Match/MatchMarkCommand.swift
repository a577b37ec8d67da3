/// The commands that choose several regions on the match screen: the same as on the screen of parts (`MarkCommand`).
public enum MatchMarkCommand: String, CommandSet {
  case mark, range, alike

  public static let context = Context.match
  public static let purpose = Purpose.move

  public static func obstacle(in state: StudioState) -> Phrase? {
    if state.match.side == .reference {
      return state.match.pinning == nil
        ? Phrase("Tab goes back to the drawing first", "Tab で線画に戻ってください")
        : Phrase("Choose the place first, or leave it: q", "先に場所を選ぶか、q でやめてください")
    }
    return MarkCommand.obstacle(in: state)
  }

  public var row: CommandRow {
    switch self {
    case .mark: MarkCommand.mark.row
    case .range: MarkCommand.range.row
    case .alike: MarkCommand.alike.row
    }
  }
}

extension Command {
  public static func matchMark(_ command: MatchMarkCommand) -> Command { Command(command) }
}
