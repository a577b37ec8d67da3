/// The commands that choose several regions on the match screen: the same as on the screen of parts (`MarkCommand`).
public enum MatchMarkCommand: String, CommandSet {
  case mark, range, alike

  var same: MarkCommand {
    switch self {
    case .mark: .mark
    case .range: .range
    case .alike: .alike
    }
  }

  public var context: Context { .match }
  public var title: Phrase { same.title }
  public var hint: Phrase? { same.hint }
  public var keys: [String] { same.keys }
}

extension StudioState {
  func obstacle(to command: MatchMarkCommand) -> Phrase? {
    if match.side == .reference {
      return match.pinning == nil
        ? Phrase("Tab goes back to the drawing first", "Tab で線画に戻ってください")
        : Phrase("Choose the place first, or leave it: q", "先に場所を選ぶか、q でやめてください")
    }
    return obstacle(to: command.same)
  }

  mutating func perform(_ command: MatchMarkCommand) -> [Effect] { perform(command.same) }
}

extension MatchMarkCommand {
  public var purpose: Purpose { .move }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func matchMark(_ command: MatchMarkCommand) -> Command { Command(command) }
}
