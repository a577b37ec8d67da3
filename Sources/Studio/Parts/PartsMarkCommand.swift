/// The commands that choose regions: one, several, those that are alike; of the drawing or of its reference.
public enum MarkCommand: String, CommandSet {
  case mark, range, alike
  case nextOfPart = "next-of-part"
  case reference

  public static let context = Context.parts
  public static let purpose = Purpose.move

  public static func obstacle(in state: StudioState) -> Phrase? {
    state.noDrawing ?? state.noAnalysis
  }

  public var row: CommandRow {
    switch self {
    case .mark:
      CommandRow(
        ["space"], Phrase("Mark the region", "領域に印を付ける"), hint: Phrase("mark", "印"),
        unless: \.noMarkRegion, does: { $0.toggleMark() })
    case .range:
      CommandRow(
        ["v"], Phrase("Mark every region gone to", "通った領域に印を付ける"), unless: \.noMarkRegion,
        does: { $0.toggleRange() })
    case .alike:
      CommandRow(
        ["*"], Phrase("Mark all that look alike", "似た領域すべてに印を付ける"), unless: \.noMarkRegion,
        does: { $0.markAlike() })
    case .nextOfPart:
      CommandRow(
        ["P"], Phrase("To the next region of the same part", "同じパーツの次の領域へ"),
        unless: \.noMarkRegion, does: { $0.moveAlongPart() })
    case .reference:
      CommandRow(
        ["t"], Phrase("Between the drawing and its references", "線画と色見本を切り替え"),
        hint: Phrase("reference", "色見本"), does: { $0.turnToReference() })
    }
  }
}

extension Command {
  public static func mark(_ command: MarkCommand) -> Command { Command(command) }
}
