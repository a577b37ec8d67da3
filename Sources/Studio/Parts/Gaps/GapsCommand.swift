/// The commands of the list of gaps.
public enum GapsCommand: String, CommandSet {
  case toggle
  case rejectLonger = "reject-longer"
  case closeByHand = "close-by-hand"
  case wider, narrower
  case acceptAll = "accept-all"
  case leave
  case up, down
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last
  case ownLimit = "own-limit"

  public var context: Context { .gaps }

  public var title: Phrase {
    switch self {
    case .toggle: Phrase("Accept or reject the closing", "この隙間を閉じる・開く")
    case .wider: Phrase("Close wider gaps too", "より広い隙間も閉じる")
    case .narrower: Phrase("Close narrower gaps only", "より狭い隙間だけ閉じる")
    case .rejectLonger: Phrase("Reject all longer than this one", "これより長いものをすべて開く")
    case .acceptAll: Phrase("Accept all that were rejected", "開いたものをすべて閉じる")
    case .closeByHand: Phrase("Close a gap by hand", "手で隙間を閉じる")
    case .leave: Phrase("Leave the list", "一覧を閉じる")
    case .up: Phrase("Up", "上へ")
    case .down: Phrase("Down", "下へ")
    case .pageUp: Phrase("A page up", "1ページ上へ")
    case .pageDown: Phrase("A page down", "1ページ下へ")
    case .first: Phrase("To the longest", "最も長い隙間へ")
    case .last: Phrase("To the shortest", "最も短い隙間へ")
    case .ownLimit: Phrase("Let the drawing decide how wide", "幅を線画に合わせて自動にする")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .toggle: Phrase("on/off", "開閉")
    case .wider: Phrase("wider", "広く")
    case .narrower: Phrase("narrower", "狭く")
    case .rejectLonger: Phrase("longer off", "長いのを開く")
    case .closeByHand: Phrase("by hand", "手で")
    case .leave: Phrase("back", "戻る")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .toggle: ["space", "enter"]
    case .wider: ["+", "="]
    case .narrower: ["-"]
    case .rejectLonger: [">"]
    // Not the letter that renders everything on the screen below.
    case .acceptAll: ["<"]
    case .closeByHand: ["a"]
    case .leave: ["q", "esc", "o"]
    case .up: ["k", "up"]
    case .down: ["j", "down"]
    case .pageUp: ["ctrl-u", "pgup"]
    case .pageDown: ["ctrl-d", "pgdn"]
    case .first: ["g", "home"]
    case .last: ["G", "end"]
    case .ownLimit: ["r"]
    }
  }
}

extension GapsCommand {
  public var purpose: Purpose { .shape }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func gaps(_ command: GapsCommand) -> Command { Command(command) }
}
