internal import ImageFormats

/// The commands for the coloured result.
public enum ResultCommand: String, CommandSet {
  case panLeft = "pan-left"
  case panRight = "pan-right"
  case panUp = "pan-up"
  case panDown = "pan-down"
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case fit
  case nextDrawing = "next-drawing"
  case previousDrawing = "previous-drawing"
  case compare
  case dividerLeft = "divider-left"
  case dividerRight = "divider-right"
  case lines, shadows, highlights, flats
  case background
  case export
  case reference

  public var context: Context { .result }

  public var title: Phrase {
    switch self {
    case .panLeft: Phrase("Pan left", "左へ移動")
    case .panRight: Phrase("Pan right", "右へ移動")
    case .panUp: Phrase("Pan up", "上へ移動")
    case .panDown: Phrase("Pan down", "下へ移動")
    case .zoomIn: Phrase("Zoom in", "拡大")
    case .zoomOut: Phrase("Zoom out", "縮小")
    case .fit: Phrase("Show the whole drawing", "全体を表示")
    case .nextDrawing: Phrase("To the next drawing", "次の線画へ")
    case .previousDrawing: Phrase("To the drawing before", "前の線画へ")
    case .compare: Phrase("Before and after, after, before", "前後比較・彩色後・線画を切り替え")
    case .dividerLeft: Phrase("Show more of the result", "仕切りを左へ (彩色を広く)")
    case .dividerRight: Phrase("Show more of the line art", "仕切りを右へ (線画を広く)")
    case .lines: Phrase("Show or hide the line art", "線画レイヤーの表示を切り替え")
    case .shadows: Phrase("Show or hide the shadows", "影レイヤーの表示を切り替え")
    case .highlights: Phrase("Show or hide the highlights", "ハイライトレイヤーの表示を切り替え")
    case .flats: Phrase("Show or hide the flats", "下塗りレイヤーの表示を切り替え")
    case .background: Phrase("Change the background", "背景を変える")
    case .export:
      Phrase(
        "Write the result to a file: png, \(LayeredFormat.endings(joinedBy: ", "))",
        "結果をファイルに書き出す: png・\(LayeredFormat.endings(joinedBy: "・"))")
    case .reference:
      Phrase("Make the result a reference of the next drawings", "結果を次の線画の参照にする")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .compare: Phrase("compare", "比較")
    case .dividerLeft: Phrase("divider", "仕切り")
    case .nextDrawing: Phrase("next", "次へ")
    case .zoomIn: Phrase("zoom", "拡大")
    case .export: Phrase("export", "書き出し")
    case .reference: Phrase("as reference", "参照にする")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .panLeft: ["h", "left", "ctrl-left"]
    case .panRight: ["l", "right", "ctrl-right"]
    case .panUp: ["k", "up", "ctrl-up"]
    case .panDown: ["j", "down", "ctrl-down"]
    case .zoomIn: ["z", "+"]
    case .zoomOut: ["Z", "-"]
    case .fit: ["f"]
    case .nextDrawing: ["n"]
    case .previousDrawing: ["N"]
    case .compare: ["s", "tab"]
    case .dividerLeft: ["<"]
    case .dividerRight: [">"]
    case .lines: ["1"]
    case .shadows: ["2"]
    case .highlights: ["3"]
    case .flats: ["4"]
    case .background: ["5", "b"]
    case .export: ["e"]
    case .reference: ["R"]
    }
  }
}

extension ResultCommand {
  public var purpose: Purpose {
    switch self {
    case .export, .reference: .result
    default: .look
    }
  }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func result(_ command: ResultCommand) -> Command { Command(command) }
}
