/// The commands while a line is drawn.
public enum CuttingCommand: String, CommandSet {
  case corner
  case leave
  case loop
  case takeBack = "take-back"
  case left, right, up, down
  case farLeft = "far-left"
  case farRight = "far-right"
  case farUp = "far-up"
  case farDown = "far-down"

  public static let context = Context.cutting
  public static let purpose = Purpose.shape

  public static func obstacle(in state: StudioState) -> Phrase? {
    state.lineTool == nil ? state.analysisObstacle : nil
  }

  public var row: CommandRow {
    switch self {
    case .corner:
      CommandRow(
        ["space", "enter"],
        Phrase("Set a corner; again on the last one, finish", "角を置く。最後の角でもう一度押すと確定"),
        hint: Phrase("corner", "角"), unless: \.cornerObstacle, asks: { $0.setCorner() })
    case .leave:
      CommandRow(
        ["q", "esc"], Phrase("Leave without a line", "線を引かずにやめる"), hint: Phrase("leave", "やめる"),
        isWayOut: true, does: { $0.leaveLine() })
    case .loop:
      CommandRow(
        ["c"], Phrase("Close the line to a loop and finish", "線を閉じて囲み、確定する"),
        hint: Phrase("close loop", "囲む"), unless: \.loopObstacle, asks: { $0.finishLoop() })
    case .takeBack:
      CommandRow(
        ["backspace", "u"], Phrase("Take the last corner back", "最後の角を取り消す"),
        hint: Phrase("take back", "取消"), unless: \.noCorner, does: { $0.takeCornerBack() })
    case .left: step(["h", "left"], Phrase("Left", "左へ"), SIMD2(-1, 0))
    case .right: step(["l", "right"], Phrase("Right", "右へ"), SIMD2(1, 0))
    case .up: step(["k", "up"], Phrase("Up", "上へ"), SIMD2(0, -1))
    case .down: step(["j", "down"], Phrase("Down", "下へ"), SIMD2(0, 1))
    case .farLeft: leap(["H", "shift-left"], Phrase("Far left", "大きく左へ"), SIMD2(-1, 0))
    case .farRight: leap(["L", "shift-right"], Phrase("Far right", "大きく右へ"), SIMD2(1, 0))
    case .farUp: leap(["K", "shift-up"], Phrase("Far up", "大きく上へ"), SIMD2(0, -1))
    case .farDown: leap(["J", "shift-down"], Phrase("Far down", "大きく下へ"), SIMD2(0, 1))
    }
  }

  private func step(_ keys: [String], _ title: Phrase, _ way: SIMD2<Double>) -> CommandRow {
    CommandRow(
      keys, title, family: Phrase("Move the cursor", "カーソルを移動"), does: { $0.moveCursor(by: way) })
  }

  private func leap(_ keys: [String], _ title: Phrase, _ way: SIMD2<Double>) -> CommandRow {
    CommandRow(
      keys, title, family: Phrase("Move the cursor eight steps at once", "カーソルを8倍速く移動"),
      does: { $0.moveCursor(by: 8 * way) })
  }
}

extension Command {
  public static func cutting(_ command: CuttingCommand) -> Command { Command(command) }
}

extension Context {
  /// While a cut is drawn.
  static let cutting = Context(
    name: "cutting", title: Phrase("Drawing a cut", "切り分け"), isPassing: true)
}
