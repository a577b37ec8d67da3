/// The commands for the matches between a drawing and its references.
public enum MatchCommand: String, CommandSet {
  case left, right, up, down
  case nextDoubtful = "next-doubtful"
  case previousDoubtful = "previous-doubtful"
  case choose
  case accept
  case candidate1 = "candidate-1"
  case candidate2 = "candidate-2"
  case candidate3 = "candidate-3"
  case candidate4 = "candidate-4"
  case candidate5 = "candidate-5"
  case candidate6 = "candidate-6"
  case candidate7 = "candidate-7"
  case candidate8 = "candidate-8"
  case candidate9 = "candidate-9"
  case spread
  case unlink, release
  case otherSide = "other-side"
  case repeatPin = "repeat"
  case nextReference = "next-reference"
  case previousReference = "previous-reference"
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case fit
  case panLeft = "pan-left"
  case panRight = "pan-right"
  case panUp = "pan-up"
  case panDown = "pan-down"
  case tint
  case moreColour = "more-colour"
  case lessColour = "less-colour"

  public var context: Context { .match }

  /// The candidate it pins, counted from 1.
  var candidate: Int? {
    Self.candidates.firstIndex(of: self).map { $0 + 1 }
  }

  /// The commands of the candidates, best first.
  public static let candidates: [MatchCommand] = [
    .candidate1, .candidate2, .candidate3, .candidate4, .candidate5, .candidate6, .candidate7,
    .candidate8, .candidate9,
  ]

  public var title: Phrase {
    if let candidate {
      return Phrase("Pin to candidate \(candidate)", "候補 \(candidate) に固定")
    }
    return switch self {
    case .left: Phrase("To the region on the left", "左の領域へ")
    case .right: Phrase("To the region on the right", "右の領域へ")
    case .up: Phrase("To the region above", "上の領域へ")
    case .down: Phrase("To the region below", "下の領域へ")
    case .otherSide: Phrase("Between drawing and reference", "線画と参照を切り替え")
    case .nextDoubtful: Phrase("To the next doubtful region", "次の要確認領域へ")
    case .previousDoubtful: Phrase("To the doubtful region before", "前の要確認領域へ")
    case .accept: Phrase("It is right: in doubt no more, or again", "正しいと確認する・取り消す")
    case .choose:
      Phrase("Pin: choose the counterpart in the reference", "固定: 参照の対応先を選ぶ")
    case .unlink: Phrase("Unlink: it has no counterpart", "対応を外す")
    case .release: Phrase("Back to the automatic match", "自動の対応に戻す")
    case .repeatPin: Phrase("Pin to the same place as the last pin", "直前と同じ場所に固定")
    case .spread:
      Phrase("Pin the others that had the same counterpart too", "同じ対応だった領域も固定")
    case .nextReference: Phrase("Show the next reference", "次の参照を表示")
    case .previousReference: Phrase("Show the reference before", "前の参照を表示")
    case .zoomIn: Phrase("Zoom in", "拡大")
    case .zoomOut: Phrase("Zoom out", "縮小")
    case .fit: Phrase("Show both pictures whole", "全体を表示")
    case .panLeft: Phrase("Pan left", "左へ移動")
    case .panRight: Phrase("Pan right", "右へ移動")
    case .panUp: Phrase("Pan up", "上へ移動")
    case .panDown: Phrase("Pan down", "下へ移動")
    case .tint: Phrase("Tint the drawing by colours or by parts", "線画に重ねる色: 彩色・パーツ")
    case .moreColour: Phrase("Tint the drawing more strongly", "線画の色を濃く")
    case .lessColour: Phrase("Tint the drawing more faintly", "線画の色を薄く")
    default: preconditionFailure("\(rawValue) has no title")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .nextDoubtful: Phrase("doubtful", "要確認")
    case .accept: Phrase("right", "確認")
    case .choose: Phrase("pin", "固定")
    case .unlink: Phrase("unlink", "外す")
    case .release: Phrase("automatic", "自動")
    case .otherSide: Phrase("side", "左右")
    case .spread: Phrase("same for all", "すべてに")
    default: nil
    }
  }

  public var keys: [String] {
    if let candidate { return ["\(candidate)"] }
    return switch self {
    case .left: ["h", "left"]
    case .right: ["l", "right"]
    case .up: ["k", "up"]
    case .down: ["j", "down"]
    case .otherSide: ["tab", "shift-tab"]
    case .nextDoubtful: ["n"]
    case .previousDoubtful: ["N"]
    case .accept: ["y"]
    case .choose: ["enter"]
    case .unlink: ["x"]
    case .release: ["a", "backspace"]
    case .repeatPin: ["."]
    case .spread: ["S"]
    case .nextReference: [">"]
    case .previousReference: ["<"]
    case .zoomIn: ["z"]
    case .zoomOut: ["Z"]
    case .fit: ["f"]
    case .panLeft: ["ctrl-left"]
    case .panRight: ["ctrl-right"]
    case .panUp: ["ctrl-up"]
    case .panDown: ["ctrl-down"]
    case .tint: ["t"]
    case .moreColour: ["]"]
    case .lessColour: ["["]
    default: []
    }
  }
}

extension MatchCommand {
  public var purpose: Purpose {
    switch self {
    case .left, .right, .up, .down, .nextDoubtful, .previousDoubtful, .otherSide: .move
    case .nextReference, .previousReference, .zoomIn, .zoomOut, .fit, .panLeft, .panRight, .panUp,
      .panDown, .tint, .moreColour, .lessColour:
      .look
    default: .match
    }
  }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func match(_ command: MatchCommand) -> Command { Command(command) }
}
