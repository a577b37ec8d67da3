/// The commands of the list of gaps.
public enum GapsCommand: String, CommandSet {
  case toggle
  case rejectLonger = "reject-longer"
  case closeByHand = "close-by-hand"
  case wider, narrower
  case acceptAll = "accept-all"
  case leave
  case up, down
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last
  case ownLimit = "own-limit"

  public static let context = Context.gaps
  public static let purpose = Purpose.shape

  public static func obstacle(in state: StudioState) -> Phrase? {
    state.gapList == nil || state.gapLimit == nil ? state.analysisObstacle : nil
  }

  public var row: CommandRow {
    switch self {
    case .toggle:
      CommandRow(
        ["space", "enter"], Phrase("Accept or reject the closing", "この隙間を閉じる・開く"),
        hint: Phrase("on/off", "開閉"), unless: { $0.noGap ?? $0.readOnlyObstacle },
        asks: { $0.toggleGap() })
    case .rejectLonger:
      CommandRow(
        [">"], Phrase("Reject all longer than this one", "これより長いものをすべて開く"),
        hint: Phrase("longer off", "長いのを開く"), unless: \.rejectObstacle,
        asks: { $0.rejectLonger() })
    case .closeByHand:
      CommandRow(
        ["a"], Phrase("Close a gap by hand", "手で隙間を閉じる"), hint: Phrase("by hand", "手で"),
        unless: \.readOnlyObstacle, does: { $0.startClosing() })
    case .wider:
      CommandRow(
        ["+", "="], Phrase("Close wider gaps too", "より広い隙間も閉じる"), hint: Phrase("wider", "広く"),
        unless: \.widerObstacle, does: { $0.moveLimit(by: 1) })
    case .narrower:
      CommandRow(
        ["-"], Phrase("Close narrower gaps only", "より狭い隙間だけ閉じる"), hint: Phrase("narrower", "狭く"),
        unless: \.narrowerObstacle, does: { $0.moveLimit(by: -1) })
    case .acceptAll:
      // Not the letter that renders everything on the screen below.
      CommandRow(
        ["<"], Phrase("Accept all that were rejected", "開いたものをすべて閉じる"),
        unless: \.acceptAllObstacle, asks: { $0.acceptAll() })
    case .leave:
      CommandRow(
        ["q", "esc", "o"], Phrase("Leave the list", "一覧を閉じる"), hint: Phrase("back", "戻る"),
        isWayOut: true, does: { $0.layDownTool() })
    case .up: move(.up)
    case .down: move(.down)
    case .pageUp: move(.pageUp)
    case .pageDown: move(.pageDown)
    case .first: move(.first, Phrase("To the longest", "最も長い隙間へ"))
    case .last: move(.last, Phrase("To the shortest", "最も短い隙間へ"))
    case .ownLimit:
      CommandRow(
        ["r"], Phrase("Let the drawing decide how wide", "幅を線画に合わせて自動にする"),
        unless: \.ownLimitObstacle, does: { $0.setLimit(nil) })
    }
  }

  private func move(_ move: ListMove, _ title: Phrase? = nil) -> CommandRow {
    CommandRow(move, title: title, unless: \.noGap) { $0.moveGap(by: $1) }
  }
}

extension Command {
  public static func gaps(_ command: GapsCommand) -> Command { Command(command) }
}

extension Context {
  /// The list of gaps.
  static let gaps = Context(name: "gaps", title: Phrase("Gaps", "隙間"), isPassing: true)
}
