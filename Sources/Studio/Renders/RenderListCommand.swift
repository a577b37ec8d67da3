internal import ImageFormats

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

  public var context: Context { .renders }

  public var title: Phrase {
    switch self {
    case .up: Phrase("Up", "上へ")
    case .down: Phrase("Down", "下へ")
    case .pageUp: Phrase("A page up", "1ページ上へ")
    case .pageDown: Phrase("A page down", "1ページ下へ")
    case .first: Phrase("To the first", "先頭へ")
    case .last: Phrase("To the last", "末尾へ")
    case .mark: Phrase("Mark", "印を付ける")
    case .range: Phrase("Mark a range", "範囲に印を付ける")
    case .markAll: Phrase("Mark all or none", "すべてに印・解除")
    case .open: Phrase("Open the drawing's result", "彩色結果を開く")
    case .log: Phrase("Show the render's log", "レンダーのログを表示")
    case .cancel: Phrase("Cancel it, or those that are marked", "中止 (印があればそのすべて)")
    case .pause: Phrase("Pause it, or let it go on", "一時停止・再開")
    case .goOn:
      Phrase(
        "Continue what stands still: paused, interrupted, stopped", "止まっているものを続ける (一時停止・中断・停止)")
    case .retry: Phrase("Do again what ended without a result", "結果なしで終わったものをやり直す")
    case .retryFailed: Phrase("Do again all that failed", "失敗したものだけをやり直す")
    case .moveUp: Phrase("Earlier in the queue", "順番を前へ")
    case .moveDown: Phrase("Later in the queue", "順番を後ろへ")
    case .moveFirst: Phrase("Next in the queue", "順番を先頭へ")
    case .copyPath: Phrase("Copy the path of the result's file", "結果ファイルのパスをコピー")
    case .clear:
      Phrase(
        "Take what has ended off the list (files stay), or put it back",
        "終わったものを一覧から隠す・戻す (ファイルは残る)")
    case .layers:
      Phrase(
        "Whether renders write layers: none, \(LayeredFormat.endings(joinedBy: ", "))",
        "レイヤー出力: なし・\(LayeredFormat.endings(joinedBy: "・"))")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .cancel: Phrase("cancel", "中止")
    case .pause: Phrase("pause", "一時停止")
    case .goOn: Phrase("continue", "続ける")
    case .retryFailed: Phrase("retry failed", "失敗をやり直す")
    case .open: Phrase("result", "結果")
    case .log: Phrase("log", "ログ")
    case .mark: Phrase("mark", "印")
    case .moveFirst: Phrase("next", "次に")
    case .clear: Phrase("clear", "隠す")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .up: ["k", "up"]
    case .down: ["j", "down"]
    case .pageUp: ["ctrl-u", "pgup"]
    case .pageDown: ["ctrl-d", "pgdn"]
    case .first: ["g", "home"]
    case .last: ["G", "end"]
    case .mark: ["space"]
    case .range: ["v"]
    case .markAll: ["*"]
    case .open: ["enter"]
    case .log: ["l"]
    case .cancel: ["x", "delete"]
    case .pause: ["p"]
    case .goOn: ["c"]
    case .retry: ["R"]
    case .retryFailed: ["F"]
    case .moveUp: ["K", "shift-up"]
    case .moveDown: ["J", "shift-down"]
    case .moveFirst: ["f"]
    case .copyPath: ["y"]
    case .clear: ["D"]
    case .layers: ["6"]
    }
  }
}

extension RenderListCommand {
  public var purpose: Purpose { .result }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func renderList(_ command: RenderListCommand) -> Command { Command(command) }
}
