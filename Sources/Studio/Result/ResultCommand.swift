internal import Coloring
internal import ImageFormats
internal import Projects
internal import TerminalUI

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

  public static let context = Context.result
  public static let purpose = Purpose.look

  public static func obstacle(in state: StudioState) -> Phrase? { state.noDrawing }

  public var row: CommandRow {
    switch self {
    case .panLeft: pan(["h", "left", "ctrl-left"], Phrase("Pan left", "左へ移動"), SIMD2(-0.25, 0))
    case .panRight: pan(["l", "right", "ctrl-right"], Phrase("Pan right", "右へ移動"), SIMD2(0.25, 0))
    case .panUp: pan(["k", "up", "ctrl-up"], Phrase("Pan up", "上へ移動"), SIMD2(0, -0.25))
    case .panDown: pan(["j", "down", "ctrl-down"], Phrase("Pan down", "下へ移動"), SIMD2(0, 0.25))
    case .zoomIn:
      CommandRow(
        ["z", "+"], Phrase("Zoom in", "拡大"), hint: Phrase("zoom", "拡大"),
        does: { $0.zoomResult(by: 1.5) })
    case .zoomOut:
      CommandRow(["Z", "-"], Phrase("Zoom out", "縮小"), does: { $0.zoomResult(by: 1 / 1.5) })
    case .fit:
      CommandRow(
        ["f"], Phrase("Show the whole drawing", "全体を表示"),
        does: { state in state.look { Viewport(width: $0.width, height: $0.height) } })
    case .nextDrawing:
      CommandRow(
        ["n"], Phrase("To the next drawing", "次の線画へ"), hint: Phrase("next", "次へ"),
        unless: {
          $0.neighbour(1) == nil ? Phrase("This is the last drawing", "最後の線画です") : nil
        }, does: { $0.pictures.selected[.drawing] = $0.neighbour(1) })
    case .previousDrawing:
      CommandRow(
        ["N"], Phrase("To the drawing before", "前の線画へ"),
        unless: {
          $0.neighbour(-1) == nil ? Phrase("This is the first drawing", "最初の線画です") : nil
        }, does: { $0.pictures.selected[.drawing] = $0.neighbour(-1) })
    case .compare:
      CommandRow(
        ["s", "tab"], Phrase("Before and after, after, before", "前後比較・彩色後・線画を切り替え"),
        hint: Phrase("compare", "比較"),
        does: { $0.result.comparison = $0.result.comparison.next })
    case .dividerLeft:
      CommandRow(
        ["<"], Phrase("Show more of the result", "仕切りを左へ (彩色を広く)"), hint: Phrase("divider", "仕切り"),
        unless: \.noDivider, does: { $0.moveDivider(to: $0.result.divider - 0.05) })
    case .dividerRight:
      CommandRow(
        [">"], Phrase("Show more of the line art", "仕切りを右へ (線画を広く)"), unless: \.noDivider,
        does: { $0.moveDivider(to: $0.result.divider + 0.05) })
    case .lines: layer(["1"], Phrase("Show or hide the line art", "線画レイヤーの表示を切り替え"), .lines)
    case .shadows: layer(["2"], Phrase("Show or hide the shadows", "影レイヤーの表示を切り替え"), .shadows)
    case .highlights:
      layer(["3"], Phrase("Show or hide the highlights", "ハイライトレイヤーの表示を切り替え"), .highlights)
    case .flats: layer(["4"], Phrase("Show or hide the flats", "下塗りレイヤーの表示を切り替え"), .flats)
    case .background:
      CommandRow(
        ["5", "b"], Phrase("Change the background", "背景を変える"), unless: \.noAnalysis,
        asks: { $0.changeBackground() })
    case .export:
      CommandRow(
        ["e"],
        Phrase(
          "Write the result to a file: png, \(LayeredFormat.endings(joinedBy: ", "))",
          "結果をファイルに書き出す: png・\(LayeredFormat.endings(joinedBy: "・"))"),
        hint: Phrase("export", "書き出し"), purpose: .result, unless: \.unfinishedObstacle,
        asks: { $0.ask(.exportResult, text: "\($0.drawing?.title ?? "").coloured.png") })
    case .reference:
      CommandRow(
        ["R"], Phrase("Make the result a reference of the next drawings", "結果を次の線画の色見本にする"),
        hint: Phrase("as reference", "色見本にする"), purpose: .result,
        unless: { $0.obstacleToHandover() }, asks: { $0.handOver() })
    }
  }

  private func pan(_ keys: [String], _ title: Phrase, _ shift: SIMD2<Double>) -> CommandRow {
    CommandRow(
      keys, title, family: Phrase("Pan", "表示位置を移動"),
      does: { state in state.look { $0.panned(by: shift) } })
  }

  private func layer(_ keys: [String], _ title: Phrase, _ layer: LayerSelection) -> CommandRow {
    CommandRow(
      keys, title, unless: \.noAnalysis, does: { $0.result.hidden.formSymmetricDifference(layer) })
  }
}

extension Command {
  public static func result(_ command: ResultCommand) -> Command { Command(command) }
}
