internal import TerminalUI

/// The commands for the drawing's parts.
public enum PartsCommand: String, CommandSet {
  case left, right, up, down
  case nextDoubtful = "next-doubtful"
  case previousDoubtful = "previous-doubtful"
  case accept
  case nextUnlabelled = "next-unlabelled"
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case fit
  case panLeft = "pan-left"
  case panRight = "pan-right"
  case panUp = "pan-up"
  case panDown = "pan-down"
  case moreColour = "more-colour"
  case lessColour = "less-colour"
  case match

  public static let context = Context.parts
  public static let purpose = Purpose.move

  public static func obstacle(in state: StudioState) -> Phrase? { state.noDrawing }

  public var row: CommandRow {
    switch self {
    case .left: aside(["h", "left"], Phrase("To the region on the left", "左の領域へ"), SIMD2(-1, 0))
    case .right: aside(["l", "right"], Phrase("To the region on the right", "右の領域へ"), SIMD2(1, 0))
    case .up: aside(["k", "up"], Phrase("To the region above", "上の領域へ"), SIMD2(0, -1))
    case .down: aside(["j", "down"], Phrase("To the region below", "下の領域へ"), SIMD2(0, 1))
    case .nextDoubtful:
      CommandRow(
        ["n"], Phrase("To the next doubtful region", "次の要確認領域へ"),
        hint: Phrase("doubtful", "要確認"), unless: { $0.noAnalysis ?? $0.noDoubt },
        does: { $0.moveToDoubtful(1) })
    case .previousDoubtful:
      CommandRow(
        ["N"], Phrase("To the doubtful region before", "前の要確認領域へ"),
        unless: { $0.noAnalysis ?? $0.noDoubt }, does: { $0.moveToDoubtful(-1) })
    case .accept:
      CommandRow(
        ["y"], Phrase("It is right: in doubt no more, or again", "正しいと確認する・取り消す"),
        hint: Phrase("right", "確認"), unless: \.acceptObstacle, asks: { $0.accept($0.chosenLabels) })
    case .nextUnlabelled:
      CommandRow(
        ["U"], Phrase("To the next unlabelled region", "次の未設定領域へ"),
        hint: Phrase("unlabelled", "未設定"), unless: \.noUnlabelled,
        does: { $0.moveToUnlabelled() })
    case .zoomIn:
      CommandRow(
        ["z"], Phrase("Zoom in", "拡大"), purpose: .look, does: { $0.zoomParts(by: 1.5) })
    case .zoomOut:
      CommandRow(
        ["Z"], Phrase("Zoom out", "縮小"), purpose: .look, does: { $0.zoomParts(by: 1 / 1.5) })
    case .fit:
      CommandRow(
        ["f"], Phrase("Show the whole drawing", "全体を表示"), purpose: .look,
        does: { state in state.changePartsView { Viewport(width: $0.width, height: $0.height) } })
    case .panLeft: pan(["ctrl-left"], Phrase("Pan left", "左へ移動"), SIMD2(-0.25, 0))
    case .panRight: pan(["ctrl-right"], Phrase("Pan right", "右へ移動"), SIMD2(0.25, 0))
    case .panUp: pan(["ctrl-up"], Phrase("Pan up", "上へ移動"), SIMD2(0, -0.25))
    case .panDown: pan(["ctrl-down"], Phrase("Pan down", "下へ移動"), SIMD2(0, 0.25))
    case .moreColour:
      CommandRow(
        ["]"], Phrase("Show the parts more strongly", "パーツの色を濃く"), purpose: .look,
        does: { $0.tintParts(more: true) })
    case .lessColour:
      CommandRow(
        ["["], Phrase("Show the parts more faintly", "パーツの色を薄く"), purpose: .look,
        does: { $0.tintParts(more: false) })
    case .match:
      CommandRow(
        ["enter"], Phrase("To the match of this region; q comes back", "この領域の対応へ (q で戻る)"),
        hint: Phrase("match", "対応"),
        unless: { $0.noAnalysis ?? ($0.partsRegion == nil ? $0.noRegion : nil) },
        does: { $0.visitMatch() })
    }
  }

  private func aside(_ keys: [String], _ title: Phrase, _ direction: SIMD2<Double>) -> CommandRow {
    CommandRow(
      keys, title, family: Phrase("To the region on that side", "その方向の領域へ"),
      unless: \.noAnalysis, does: { $0.moveRegion(direction) })
  }

  private func pan(_ keys: [String], _ title: Phrase, _ shift: SIMD2<Double>) -> CommandRow {
    CommandRow(
      keys, title, family: Phrase("Pan", "表示位置を移動"), purpose: .look,
      does: { state in state.changePartsView { $0.panned(by: shift) } })
  }
}

extension Command {
  public static func parts(_ command: PartsCommand) -> Command { Command(command) }
}
