/// The artist's purposes: the headings of the help, in its order.
public enum Purpose: CaseIterable, Sendable {
  case label, match, colour, shape, move, pictures, look, result, history, screens, terminal

  var title: Phrase {
    switch self {
    case .label: Phrase("Say what a region is", "パーツを決める")
    case .match: Phrase("Match with the reference", "色見本と対応させる")
    case .colour: Phrase("Colours", "色")
    case .shape: Phrase("Cut, join, close gaps", "切る・つなぐ・隙間を閉じる")
    case .move: Phrase("Go to regions and mark them", "領域へ移動・印")
    case .pictures: Phrase("Pictures", "画像")
    case .look: Phrase("Look closer", "表示")
    case .result: Phrase("Result and renders", "結果とレンダー")
    case .history: Phrase("Take back", "元に戻す")
    case .screens: Phrase("Screens, help, leaving", "画面・ヘルプ・終了")
    case .terminal: Phrase("Settings", "設定")
    }
  }
}
