/// The artist's purposes: the headings of the help, in its order.
enum Purpose: CaseIterable {
  case label, match, colour, shape, move, pictures, look, result, history, screens, terminal

  var title: Phrase {
    switch self {
    case .label: Phrase("Say what a region is", "パーツを決める")
    case .match: Phrase("Match with the reference", "参照と対応させる")
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

extension Command {
  var purpose: Purpose {
    switch self {
    case .global(let command): command.purpose
    case .pictures: .pictures
    case .parts(let command): command.purpose
    case .mark, .matchMark: .move
    case .label(.join): .shape
    case .label, .ownParts: .label
    case .match(let command): command.purpose
    case .reference, .pinning: .match
    case .palette: .colour
    case .result(let command): command.purpose
    case .queue, .renderList: .result
    case .tool, .gaps, .cutting, .spots: .shape
    }
  }
}

extension GlobalCommand {
  fileprivate var purpose: Purpose {
    switch self {
    case .undo, .redo: .history
    case .palette: .colour
    case .theme, .language, .mouse, .repaint, .suspend: .terminal
    default: .screens
    }
  }
}

extension PartsCommand {
  fileprivate var purpose: Purpose {
    switch self {
    case .zoomIn, .zoomOut, .fit, .panLeft, .panRight, .panUp, .panDown, .moreColour, .lessColour:
      .look
    default: .move
    }
  }
}

extension MatchCommand {
  fileprivate var purpose: Purpose {
    switch self {
    case .left, .right, .up, .down, .nextDoubtful, .previousDoubtful, .otherSide: .move
    case .nextReference, .previousReference, .zoomIn, .zoomOut, .fit, .panLeft, .panRight, .panUp,
      .panDown, .tint, .moreColour, .lessColour:
      .look
    default: .match
    }
  }
}

extension ResultCommand {
  fileprivate var purpose: Purpose {
    switch self {
    case .export, .reference: .result
    default: .look
    }
  }
}
