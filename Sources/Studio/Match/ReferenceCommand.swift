/// The commands while the reference has the keys and nothing is being pinned; moving and zooming do what
/// they do in `MatchCommand`.
public enum ReferenceCommand: String, CommandSet {
  case matched
  case drawing
  case nextDoubtful = "next-doubtful"
  case previousDoubtful = "previous-doubtful"

  public var context: Context { .reference }

  public var title: Phrase {
    switch self {
    case .matched: Phrase("To the drawing's regions that are matched to this one", "対応する線画の領域へ")
    case .drawing: Phrase("Back to the drawing", "線画に戻る")
    case .nextDoubtful:
      Phrase("To the next region that doubtful ones are matched to", "要確認領域の次の対応先へ")
    case .previousDoubtful:
      Phrase("To the region before that doubtful ones are matched to", "要確認領域の前の対応先へ")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .matched: Phrase("its regions in the drawing", "線画の対応領域")
    case .drawing: Phrase("drawing", "線画")
    case .nextDoubtful: Phrase("doubtful", "要確認")
    case .previousDoubtful: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .matched: ["enter"]
    case .drawing: ["tab", "shift-tab"]
    case .nextDoubtful: ["n"]
    case .previousDoubtful: ["N"]
    }
  }
}

extension ReferenceCommand {
  public var purpose: Purpose { .match }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func reference(_ command: ReferenceCommand) -> Command { Command(command) }
}
