internal import ImageFormats

/// The commands that start and stop renders; they work everywhere.
public enum QueueCommand: String, CommandSet {
  case start = "render-start"
  case all = "render-all"
  case cancel = "render-cancel"
  case cancelAll = "render-cancel-all"
  case layers = "render-layers"
  case announce = "render-announce"

  public var context: Context {
    switch self {
    case .start, .all, .cancelAll, .announce: .global
    case .cancel, .layers: .result
    }
  }

  public var title: Phrase {
    switch self {
    case .start: Phrase("Render the drawing, or those that are marked", "線画 (または印の付いた線画) をレンダー")
    case .all:
      Phrase("Render all drawings that are not rendered as they are", "未レンダー・変更後の線画をすべてレンダー")
    case .cancel: Phrase("Cancel the drawing's render", "この線画のレンダーを中止")
    case .cancelAll: Phrase("Cancel all renders", "すべてのレンダーを中止")
    case .layers:
      Phrase(
        "Whether renders write layers: none, \(LayeredFormat.endings(joinedBy: ", "))",
        "レイヤー出力: なし・\(LayeredFormat.endings(joinedBy: "・"))")
    case .announce:
      Phrase(
        "When renders have ended: say nothing, ring, or send a note", "レンダー終了時の通知: なし・ベル・メッセージ")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .start: Phrase("render", "レンダー")
    case .all: Phrase("render all", "すべてレンダー")
    case .cancel: Phrase("cancel", "中止")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .start: ["r"]
    case .cancel: ["x"]
    case .all: ["A"]
    case .cancelAll, .announce: []
    case .layers: ["6"]
    }
  }
}

extension QueueCommand {
  public var purpose: Purpose { .result }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func queue(_ command: QueueCommand) -> Command { Command(command) }
}
