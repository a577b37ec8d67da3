/// The commands of the list of unpainted and tiny regions.
public enum SpotsCommand: String, CommandSet {
  case open
  case mark
  case fill
  case leave
  case up, down
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last

  public var context: Context { .spots }

  public var title: Phrase {
    switch self {
    case .open: Phrase("Work on this region", "この領域を編集する")
    case .mark: Phrase("Fill this one too, or leave it out", "塗りの対象にする・外す")
    case .fill: Phrase("Fill all that are marked", "印の付いた領域をすべて塗る")
    case .leave: Phrase("Leave the list", "一覧を閉じる")
    case .up: Phrase("Up", "上へ")
    case .down: Phrase("Down", "下へ")
    case .pageUp: Phrase("A page up", "1ページ上へ")
    case .pageDown: Phrase("A page down", "1ページ下へ")
    case .first: Phrase("To the first", "先頭へ")
    case .last: Phrase("To the last", "末尾へ")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .open: Phrase("open", "開く")
    case .mark: Phrase("mark", "印")
    case .fill: Phrase("fill marked", "印を塗る")
    case .leave: Phrase("back", "戻る")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .open: ["enter"]
    case .mark: ["space"]
    case .fill: ["F"]
    case .leave: ["q", "esc", "O"]
    case .up: ["k", "up"]
    case .down: ["j", "down"]
    case .pageUp: ["ctrl-u", "pgup"]
    case .pageDown: ["ctrl-d", "pgdn"]
    case .first: ["g", "home"]
    case .last: ["G", "end"]
    }
  }
}

extension SpotsCommand {
  public var purpose: Purpose { .shape }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func spots(_ command: SpotsCommand) -> Command { Command(command) }
}
