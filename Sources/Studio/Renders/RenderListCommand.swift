/// The commands of the list of renders.
public enum RenderListCommand: String, CommandSet {
  case up, down
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last
  case cancel, pause
  case goOn = "continue"
  case retryFailed = "retry-failed"
  case open
  case moveFirst = "move-first"
  case log, mark, range
  case markAll = "mark-all"
  case retry
  case moveUp = "move-up"
  case moveDown = "move-down"
  case copyPath = "copy-path"
  case clear, layers

  public static let context = Context.renders
  public static let purpose = Purpose.result

  private static let move = Phrase("Move in the list", "一覧の中を移動")

  public var row: CommandRow {
    switch self {
    case .up: CommandRow(.up, family: Self.move) { $0.moveInRenders(by: $1) }
    case .down: CommandRow(.down, family: Self.move) { $0.moveInRenders(by: $1) }
    case .pageUp: CommandRow(.pageUp) { $0.moveInRenders(by: $1) }
    case .pageDown: CommandRow(.pageDown) { $0.moveInRenders(by: $1) }
    case .first: CommandRow(.first) { $0.moveInRenders(by: $1) }
    case .last: CommandRow(.last) { $0.moveInRenders(by: $1) }
    case .cancel:
      CommandRow(
        ["x", "delete"], Phrase("Cancel it, or those that are marked", "中止 (印があればそのすべて)"),
        hint: Phrase("cancel", "中止"), unless: \.renderCancelObstacle,
        asks: { $0.wish(.cancel($0.cancellableRenders)) })
    case .pause:
      CommandRow(
        ["p"], Phrase("Pause it, or let it go on", "一時停止・再開"), hint: Phrase("pause", "一時停止"),
        unless: \.renderPauseObstacle, asks: { $0.pauseRenders() })
    case .goOn:
      CommandRow(
        ["c"],
        Phrase(
          "Continue what stands still: paused, interrupted, stopped", "止まっているものを続ける (一時停止・中断・停止)"),
        hint: Phrase("continue", "続ける"), unless: \.noStandingRender,
        asks: { $0.wish(.goOn($0.standingRenders)) })
    case .retryFailed:
      CommandRow(
        ["F"], Phrase("Do again all that failed", "失敗したものだけをやり直す"),
        hint: Phrase("retry failed", "失敗をやり直す"),
        unless: {
          $0.failedRenders.isEmpty ? Phrase("None has failed", "失敗したレンダーはありません") : nil
        }, asks: { $0.wish(.retry($0.failedRenders)) })
    case .open:
      CommandRow(
        ["enter"], Phrase("Open the drawing's result", "彩色結果を開く"), hint: Phrase("result", "結果"),
        unless: \.openResultObstacle, asks: { $0.openResult() })
    case .moveFirst:
      CommandRow(
        ["f"], Phrase("Next in the queue", "順番を先頭へ"), hint: Phrase("next", "次に"),
        unless: { $0.obstacle(toMoving: .first) }, asks: { $0.moveRenders(.first) })
    case .log:
      CommandRow(
        ["l"], Phrase("Show the render's log", "レンダーのログを表示"), hint: Phrase("log", "ログ"),
        unless: \.renderLogObstacle,
        asks: { $0.selectedRender.map { [.readRenderLog($0)] } ?? [] })
    case .mark:
      CommandRow(
        ["space"], Phrase("Mark", "印を付ける"), hint: Phrase("mark", "印"), unless: \.noRender,
        does: { $0.markRender() })
    case .range:
      CommandRow(
        ["v"], Phrase("Mark a range", "範囲に印を付ける"), unless: \.noRender,
        does: { $0.markRenderRange() })
    case .markAll:
      CommandRow(
        ["*"], Phrase("Mark all or none", "すべてに印・解除"), unless: \.noRender,
        does: { $0.markAllRenders() })
    case .retry:
      CommandRow(
        ["R"], Phrase("Do again what ended without a result", "結果なしで終わったものをやり直す"),
        unless: \.renderRetryObstacle, asks: { $0.wish(.retry($0.retriableRenders)) })
    case .moveUp:
      CommandRow(
        ["K", "shift-up"], Phrase("Earlier in the queue", "順番を前へ"),
        unless: { $0.obstacle(toMoving: .earlier) }, asks: { $0.moveRenders(.earlier) })
    case .moveDown:
      CommandRow(
        ["J", "shift-down"], Phrase("Later in the queue", "順番を後ろへ"),
        unless: { $0.obstacle(toMoving: .later) }, asks: { $0.moveRenders(.later) })
    case .copyPath:
      CommandRow(
        ["y"], Phrase("Copy the path of the result's file", "結果ファイルのパスをコピー"),
        unless: { $0.noRender ?? $0.noRenderResult }, asks: { $0.copyResultPath() })
    case .clear:
      CommandRow(
        ["D"],
        Phrase(
          "Take what has ended off the list (files stay), or put it back",
          "終わったものを一覧から隠す・戻す (ファイルは残る)"),
        hint: Phrase("clear", "隠す"), unless: \.noEndedRender, asks: { $0.clearRenders() })
    case .layers:
      CommandRow(["6"], Command.queue(.layers).title, does: { $0.changeLayers() })
    }
  }
}

extension Command {
  public static func renderList(_ command: RenderListCommand) -> Command { Command(command) }
}
