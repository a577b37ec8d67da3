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

  public var context: Context { .parts }

  public var title: Phrase {
    switch self {
    case .left: Phrase("To the region on the left", "左の領域へ")
    case .right: Phrase("To the region on the right", "右の領域へ")
    case .up: Phrase("To the region above", "上の領域へ")
    case .down: Phrase("To the region below", "下の領域へ")
    case .nextDoubtful: Phrase("To the next doubtful region", "次の要確認領域へ")
    case .previousDoubtful: Phrase("To the doubtful region before", "前の要確認領域へ")
    case .accept: Phrase("It is right: in doubt no more, or again", "正しいと確認する・取り消す")
    case .nextUnlabelled: Phrase("To the next unlabelled region", "次の未設定領域へ")
    case .zoomIn: Phrase("Zoom in", "拡大")
    case .zoomOut: Phrase("Zoom out", "縮小")
    case .fit: Phrase("Show the whole drawing", "全体を表示")
    case .panLeft: Phrase("Pan left", "左へ移動")
    case .panRight: Phrase("Pan right", "右へ移動")
    case .panUp: Phrase("Pan up", "上へ移動")
    case .panDown: Phrase("Pan down", "下へ移動")
    case .moreColour: Phrase("Show the parts more strongly", "パーツの色を濃く")
    case .lessColour: Phrase("Show the parts more faintly", "パーツの色を薄く")
    case .match: Phrase("To the match of this region; q comes back", "この領域の対応へ (q で戻る)")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .nextDoubtful: Phrase("doubtful", "要確認")
    case .accept: Phrase("right", "確認")
    case .nextUnlabelled: Phrase("unlabelled", "未設定")
    case .match: Phrase("match", "対応")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .left: ["h", "left"]
    case .right: ["l", "right"]
    case .up: ["k", "up"]
    case .down: ["j", "down"]
    case .nextDoubtful: ["n"]
    case .previousDoubtful: ["N"]
    case .accept: ["y"]
    case .nextUnlabelled: ["U"]
    case .zoomIn: ["z"]
    case .zoomOut: ["Z"]
    case .fit: ["f"]
    case .panLeft: ["ctrl-left"]
    case .panRight: ["ctrl-right"]
    case .panUp: ["ctrl-up"]
    case .panDown: ["ctrl-down"]
    case .moreColour: ["]"]
    case .lessColour: ["["]
    case .match: ["enter"]
    }
  }
}

extension PartsCommand {
  public var purpose: Purpose {
    switch self {
    case .zoomIn, .zoomOut, .fit, .panLeft, .panRight, .panUp, .panDown, .moreColour, .lessColour:
      .look
    default: .move
    }
  }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func parts(_ command: PartsCommand) -> Command { Command(command) }
}
