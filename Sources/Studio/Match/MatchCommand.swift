internal import TerminalUI

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

  public static let context = Context.match
  public static let purpose = Purpose.match

  public static func obstacle(in state: StudioState) -> Phrase? { state.noDrawing }

  /// The commands of the candidates, best first.
  public static let candidates: [MatchCommand] = [
    .candidate1, .candidate2, .candidate3, .candidate4, .candidate5, .candidate6, .candidate7,
    .candidate8, .candidate9,
  ]

  public var row: CommandRow {
    switch self {
    case .left: aside(["h", "left"], Phrase("To the region on the left", "左の領域へ"), SIMD2(-1, 0))
    case .right: aside(["l", "right"], Phrase("To the region on the right", "右の領域へ"), SIMD2(1, 0))
    case .up: aside(["k", "up"], Phrase("To the region above", "上の領域へ"), SIMD2(0, -1))
    case .down: aside(["j", "down"], Phrase("To the region below", "下の領域へ"), SIMD2(0, 1))
    case .nextDoubtful:
      CommandRow(
        ["n"], Phrase("To the next doubtful region", "次の要確認領域へ"),
        hint: Phrase("doubtful", "要確認"), purpose: .move, unless: { $0.noAnalysis ?? $0.noDoubt },
        does: { $0.moveToDoubtfulMatch(1) })
    case .previousDoubtful:
      CommandRow(
        ["N"], Phrase("To the doubtful region before", "前の要確認領域へ"), purpose: .move,
        unless: { $0.noAnalysis ?? $0.noDoubt }, does: { $0.moveToDoubtfulMatch(-1) })
    case .choose:
      CommandRow(
        ["enter"], Phrase("Pin: choose the counterpart in the reference", "固定: 色見本の対応先を選ぶ"),
        hint: Phrase("pin", "固定"), unless: \.pinObstacle, does: { $0.choosePin() })
    case .accept:
      CommandRow(
        ["y"], Phrase("It is right: in doubt no more, or again", "正しいと確認する・取り消す"),
        hint: Phrase("right", "確認"),
        unless: { $0.pinObstacle ?? $0.obstacle(toAccepting: $0.chosenLabels) },
        asks: { $0.accept($0.chosenLabels) })
    case .candidate1: candidate(1)
    case .candidate2: candidate(2)
    case .candidate3: candidate(3)
    case .candidate4: candidate(4)
    case .candidate5: candidate(5)
    case .candidate6: candidate(6)
    case .candidate7: candidate(7)
    case .candidate8: candidate(8)
    case .candidate9: candidate(9)
    case .unlink:
      CommandRow(
        ["x"], Phrase("Unlink: it has no counterpart", "対応を外す"), hint: Phrase("unlink", "外す"),
        unless: \.unlinkObstacle, asks: { $0.unlink() })
    case .release:
      CommandRow(
        ["a", "backspace"], Phrase("Back to the automatic match and its paint", "自動の対応とその色に戻す"),
        hint: Phrase("automatic", "自動"), unless: \.releaseObstacle, asks: { $0.release() })
    case .otherSide:
      CommandRow(
        ["tab", "shift-tab"], Phrase("Between drawing and reference", "線画と色見本を切り替え"),
        hint: Phrase("side", "左右"), purpose: .move, unless: \.noAnalysis,
        does: { $0.goToReference() })
    case .repeatPin:
      CommandRow(
        ["."], Phrase("Pin to the same place as the last pin", "直前と同じ場所に固定"),
        unless: \.repeatObstacle, asks: { $0.repeatPin() })
    case .nextReference:
      CommandRow(
        [">"], Phrase("Show the next reference", "次の色見本を表示"), purpose: .look,
        unless: \.noOtherReference, does: { $0.turnReference(1) })
    case .previousReference:
      CommandRow(
        ["<"], Phrase("Show the reference before", "前の色見本を表示"), purpose: .look,
        unless: \.noOtherReference, does: { $0.turnReference(-1) })
    case .zoomIn:
      CommandRow(
        ["z"], Phrase("Zoom in", "拡大"), purpose: .look, does: { $0.zoomMatch(by: 1.5) })
    case .zoomOut:
      CommandRow(
        ["Z"], Phrase("Zoom out", "縮小"), purpose: .look, does: { $0.zoomMatch(by: 1 / 1.5) })
    case .fit:
      CommandRow(
        ["f"], Phrase("Show both pictures whole", "全体を表示"), purpose: .look,
        does: { $0.fitMatch() })
    case .panLeft: pan(["ctrl-left"], Phrase("Pan left", "左へ移動"), SIMD2(-0.25, 0))
    case .panRight: pan(["ctrl-right"], Phrase("Pan right", "右へ移動"), SIMD2(0.25, 0))
    case .panUp: pan(["ctrl-up"], Phrase("Pan up", "上へ移動"), SIMD2(0, -0.25))
    case .panDown: pan(["ctrl-down"], Phrase("Pan down", "下へ移動"), SIMD2(0, 0.25))
    case .tint:
      CommandRow(
        ["t"], Phrase("Tint the drawing by colours or by parts", "線画に重ねる色: 彩色・パーツ"),
        purpose: .look, does: { $0.match.tint = $0.match.tint == .colours ? .parts : .colours })
    case .moreColour:
      CommandRow(
        ["]"], Phrase("Tint the drawing more strongly", "線画の色を濃く"), purpose: .look,
        does: { $0.tintMatch(more: true) })
    case .lessColour:
      CommandRow(
        ["["], Phrase("Tint the drawing more faintly", "線画の色を薄く"), purpose: .look,
        does: { $0.tintMatch(more: false) })
    }
  }

  private func aside(_ keys: [String], _ title: Phrase, _ direction: SIMD2<Double>) -> CommandRow {
    CommandRow(
      keys, title, family: Phrase("To the region on that side", "その方向の領域へ"), purpose: .move,
      unless: \.noAnalysis, does: { $0.moveInMatch(direction) })
  }

  private func candidate(_ number: Int) -> CommandRow {
    CommandRow(
      ["\(number)"], Phrase("Pin to candidate \(number)", "候補 \(number) に固定"),
      family: Phrase("Pin to the candidate of that number", "その番号の候補に固定"),
      unless: { $0.obstacle(toCandidate: number) }, asks: { $0.pinToCandidate(number) })
  }

  private func pan(_ keys: [String], _ title: Phrase, _ shift: SIMD2<Double>) -> CommandRow {
    CommandRow(
      keys, title, family: Phrase("Pan", "表示位置を移動"), purpose: .look,
      does: { state in state.changeSide { $0.panned(by: shift) } })
  }
}

extension Command {
  public static func match(_ command: MatchCommand) -> Command { Command(command) }
}
