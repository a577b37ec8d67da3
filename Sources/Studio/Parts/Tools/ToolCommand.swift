/// Taking up the tools that work on regions.
public enum ToolCommand: String, CommandSet {
  case gaps, cut, spots

  public static let context = Context.parts
  public static let purpose = Purpose.shape

  public static func obstacle(in state: StudioState) -> Phrase? {
    if let obstacle = state.noDrawing ?? state.noAnalysis { return obstacle }
    return state.isReferenceShown
      ? Phrase("The reference is shown; go back to the drawing first", "色見本を表示中です。先に線画に戻ってください")
      : nil
  }

  public var row: CommandRow {
    switch self {
    case .gaps:
      CommandRow(
        ["o"], Phrase("List the gaps that were closed", "閉じた隙間の一覧"), hint: Phrase("gaps", "隙間"),
        does: { $0.listGaps() })
    case .cut:
      CommandRow(
        ["C"], Phrase("Cut a region along a line or around a loop", "線や囲みで領域を切り分ける"),
        hint: Phrase("cut", "切り分け"), does: { $0.startCut() })
    case .spots:
      CommandRow(
        ["O"], Phrase("List what is unpainted or tiny", "塗り残し・小さな領域の一覧"),
        hint: Phrase("unpainted", "塗り残し"), unless: \.noSpot,
        does: { $0.listSpots() })
    }
  }
}

extension Command {
  public static func tool(_ command: ToolCommand) -> Command { Command(command) }
}
