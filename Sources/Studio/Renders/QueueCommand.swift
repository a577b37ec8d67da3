internal import ImageFormats

/// The commands that start and stop renders; most work everywhere.
public enum QueueCommand: String, CommandSet {
  case start = "render-start"
  case all = "render-all"
  case cancel = "render-cancel"
  case cancelAll = "render-cancel-all"
  case layers = "render-layers"
  case announce = "render-announce"

  public static let context = Context.global
  public static let purpose = Purpose.result

  public static func obstacle(in state: StudioState) -> Phrase? { state.noProject }

  public var row: CommandRow {
    switch self {
    case .start:
      CommandRow(
        ["r"], Phrase("Render the drawing, or those that are marked", "線画 (または印の付いた線画) をレンダー"),
        hint: Phrase("render", "レンダー"), unless: \.renderObstacle,
        asks: { $0.startRenders(of: $0.chosenDrawings) })
    case .all:
      CommandRow(
        ["A"],
        Phrase("Render all drawings that are not rendered as they are", "未レンダー・変更後の線画をすべてレンダー"),
        hint: Phrase("render all", "すべてレンダー"), unless: \.noStaleDrawing,
        asks: { $0.startRenders(of: $0.staleDrawings) })
    case .cancel:
      CommandRow(
        ["x"], Phrase("Cancel the drawing's render", "この線画のレンダーを中止"),
        hint: Phrase("cancel", "中止"), in: .result, unless: \.noActiveRender,
        asks: { [.wish(.cancel($0.rendersHere))] })
    case .cancelAll:
      CommandRow(
        [], Phrase("Cancel all renders", "すべてのレンダーを中止"), unless: \.noActiveRender,
        asks: { [.wish(.cancel($0.renders.queue.active))] })
    case .layers:
      CommandRow(
        ["6"],
        Phrase(
          "Whether renders write layers: none, \(LayeredFormat.endings(joinedBy: ", "))",
          "レイヤー出力: なし・\(LayeredFormat.endings(joinedBy: "・"))"),
        in: .result, does: { $0.changeLayers() })
    case .announce:
      CommandRow(
        [],
        Phrase(
          "When renders have ended: say nothing, ring, or send a note",
          "レンダー終了時の通知: なし・ベル・メッセージ"),
        asks: { $0.changeAnnouncement() })
    }
  }
}

extension Command {
  public static func queue(_ command: QueueCommand) -> Command { Command(command) }
}
