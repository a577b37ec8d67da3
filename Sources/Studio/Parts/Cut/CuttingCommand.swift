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

  public var context: Context { .cutting }

  public var title: Phrase {
    switch self {
    case .corner: Phrase("Set a corner; again on the last one, finish", "角を置く。最後の角でもう一度押すと確定")
    case .takeBack: Phrase("Take the last corner back", "最後の角を取り消す")
    case .loop: Phrase("Close the line to a loop and finish", "線を閉じて囲み、確定する")
    case .leave: Phrase("Leave without a line", "線を引かずにやめる")
    case .left: Phrase("Left", "左へ")
    case .right: Phrase("Right", "右へ")
    case .up: Phrase("Up", "上へ")
    case .down: Phrase("Down", "下へ")
    case .farLeft: Phrase("Far left", "大きく左へ")
    case .farRight: Phrase("Far right", "大きく右へ")
    case .farUp: Phrase("Far up", "大きく上へ")
    case .farDown: Phrase("Far down", "大きく下へ")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .corner: Phrase("corner", "角")
    case .takeBack: Phrase("take back", "取消")
    case .loop: Phrase("close loop", "囲む")
    case .leave: Phrase("leave", "やめる")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .corner: ["space", "enter"]
    case .takeBack: ["backspace", "u"]
    case .loop: ["c"]
    case .leave: ["q", "esc"]
    case .left: ["h", "left"]
    case .right: ["l", "right"]
    case .up: ["k", "up"]
    case .down: ["j", "down"]
    case .farLeft: ["H", "shift-left"]
    case .farRight: ["L", "shift-right"]
    case .farUp: ["K", "shift-up"]
    case .farDown: ["J", "shift-down"]
    }
  }

  /// Where the cursor goes, in steps.
  var move: SIMD2<Double>? {
    switch self {
    case .left: SIMD2(-1, 0)
    case .right: SIMD2(1, 0)
    case .up: SIMD2(0, -1)
    case .down: SIMD2(0, 1)
    case .farLeft: SIMD2(-8, 0)
    case .farRight: SIMD2(8, 0)
    case .farUp: SIMD2(0, -8)
    case .farDown: SIMD2(0, 8)
    default: nil
    }
  }
}

extension CuttingCommand {
  public var purpose: Purpose { .shape }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func cutting(_ command: CuttingCommand) -> Command { Command(command) }
}
