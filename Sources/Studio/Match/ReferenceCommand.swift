/// The commands while the reference has the keys and nothing is being pinned; moving and zooming do what
/// they do in `MatchCommand`.
public enum ReferenceCommand: String, CommandSet {
  case matched
  case drawing
  case nextDoubtful = "next-doubtful"
  case previousDoubtful = "previous-doubtful"

  public static let context = Context.reference
  public static let purpose = Purpose.match

  public var row: CommandRow {
    switch self {
    case .matched:
      CommandRow(
        ["enter"], Phrase("To the drawing's regions that are matched to this one", "対応する線画の領域へ"),
        hint: Phrase("its regions in the drawing", "線画の対応領域"),
        unless: { $0.noAnalysis ?? $0.noReferenceRegion }, does: { $0.goToMatched() })
    case .drawing:
      CommandRow(
        ["tab", "shift-tab"], Phrase("Back to the drawing", "線画に戻る"),
        hint: Phrase("drawing", "線画"), isWayOut: true, does: { $0.goToDrawing() })
    case .nextDoubtful:
      CommandRow(
        ["n"], Phrase("To the next region that doubtful ones are matched to", "要確認領域の次の対応先へ"),
        hint: Phrase("doubtful", "要確認"), unless: { $0.noAnalysis ?? $0.noDoubtfulPlace },
        does: { $0.moveToDoubtfulPlace(1) })
    case .previousDoubtful:
      CommandRow(
        ["N"], Phrase("To the region before that doubtful ones are matched to", "要確認領域の前の対応先へ"),
        unless: { $0.noAnalysis ?? $0.noDoubtfulPlace }, does: { $0.moveToDoubtfulPlace(-1) })
    }
  }
}

extension Command {
  public static func reference(_ command: ReferenceCommand) -> Command { Command(command) }
}
