/// The commands that choose regions: one, several, those that are alike; of the drawing or of its reference.
public enum MarkCommand: String, CommandSet {
  case mark, range, alike
  case nextOfPart = "next-of-part"
  case reference

  public var context: Context { .parts }

  public var title: Phrase {
    switch self {
    case .mark: Phrase("Mark the region", "領域に印を付ける")
    case .range: Phrase("Mark every region gone to", "通った領域に印を付ける")
    case .alike: Phrase("Mark all that look alike", "似た領域すべてに印を付ける")
    case .nextOfPart: Phrase("To the next region of the same part", "同じパーツの次の領域へ")
    case .reference: Phrase("Between the drawing and its references", "線画と参照を切り替え")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .mark: Phrase("mark", "印")
    case .reference: Phrase("reference", "参照")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .mark: ["space"]
    case .range: ["v"]
    case .alike: ["*"]
    case .nextOfPart: ["P"]
    case .reference: ["t"]
    }
  }
}

extension MarkCommand {
  public var purpose: Purpose { .move }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func mark(_ command: MarkCommand) -> Command { Command(command) }
}
