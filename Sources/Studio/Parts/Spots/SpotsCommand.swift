/// The commands of the list of unpainted and tiny regions.
public enum SpotsCommand: String, CommandSet {
  case open
  case mark
  case fill
  case leave
  case up, down
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last

  public static let context = Context.spots
  public static let purpose = Purpose.shape

  public static func obstacle(in state: StudioState) -> Phrase? {
    state.spotList == nil ? state.analysisObstacle : nil
  }

  public var row: CommandRow {
    switch self {
    case .open:
      CommandRow(
        ["enter"], Phrase("Work on this region", "この領域を編集する"), hint: Phrase("open", "開く"),
        unless: \.noSpot, does: { $0.openSpot() })
    case .mark:
      CommandRow(
        ["space"], Phrase("Fill this one too, or leave it out", "塗りの対象にする・外す"),
        hint: Phrase("mark", "印"), unless: \.spotMarkObstacle, does: { $0.markSpot() })
    case .fill:
      CommandRow(
        ["F"], Phrase("Fill all that are marked", "印の付いた領域をすべて塗る"),
        hint: Phrase("fill marked", "印を塗る"), unless: \.spotFillObstacle, asks: { $0.fillSpots() })
    case .leave:
      CommandRow(
        ["q", "esc", "O"], Phrase("Leave the list", "一覧を閉じる"), hint: Phrase("back", "戻る"),
        isWayOut: true, does: { $0.layDownTool() })
    case .up: move(.up)
    case .down: move(.down)
    case .pageUp: move(.pageUp)
    case .pageDown: move(.pageDown)
    case .first: move(.first)
    case .last: move(.last)
    }
  }

  private func move(_ move: ListMove) -> CommandRow {
    CommandRow(move, unless: \.noSpot) { $0.moveSpot(by: $1) }
  }
}

extension Command {
  public static func spots(_ command: SpotsCommand) -> Command { Command(command) }
}

extension Context {
  /// The list of unpainted and tiny regions.
  static let spots = Context(
    name: "spots", title: Phrase("Unpainted and tiny", "塗り残し・小さな領域"), isPassing: true)
}
