/// The commands while the counterpart of a region is chosen in the reference; moving and zooming do what
/// they do in `MatchCommand`.
public enum CounterpartCommand: String, CommandSet {
  case pin
  case giveUp = "give-up"
  case nextCandidate = "next-candidate"
  case previousCandidate = "previous-candidate"

  public static let context = Context.pinning
  public static let purpose = Purpose.match

  public var row: CommandRow {
    switch self {
    case .pin:
      CommandRow(
        ["enter"], Phrase("Pin to the region chosen in the reference", "色見本で選んだ領域に固定"),
        hint: Phrase("pin here", "ここに固定"),
        unless: {
          $0.referenceRegion == nil
            ? Phrase("Move to a region of the reference first", "色見本の領域を選んでください") : nil
        }, asks: { $0.pinHere() })
    case .giveUp:
      CommandRow(
        ["esc", "q", "tab", "shift-tab"], Phrase("Leave the match as it is", "対応を変えずに戻る"),
        hint: Phrase("cancel", "やめる"), isWayOut: true, does: { $0.goToDrawing() })
    case .nextCandidate:
      CommandRow(
        ["n"], Phrase("To the next candidate", "次の候補へ"),
        hint: Phrase("next candidate", "次の候補"), unless: \.noCandidate,
        does: { $0.moveToCandidate(1) })
    case .previousCandidate:
      CommandRow(
        ["N"], Phrase("To the candidate before", "前の候補へ"), unless: \.noCandidate,
        does: { $0.moveToCandidate(-1) })
    }
  }
}

extension Command {
  public static func pinning(_ command: CounterpartCommand) -> Command { Command(command) }
}
