/// The commands for the project's colours.
public enum PaletteCommand: String, CommandSet {
  case colour
  case up, down, left, right
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last
  case change, use, add, part, derive
  case rename, remove, others
  case read, write
  case leave

  public var context: Context { self == .colour ? .global : .palette }

  public var title: Phrase {
    switch self {
    case .colour: Phrase("Colour the region", "領域の色を選ぶ")
    case .up: Phrase("To the colour above", "上の色へ")
    case .down: Phrase("To the colour below", "下の色へ")
    case .left: Phrase("Between base, shadow and highlight", "基本・影・ハイライトを左へ")
    case .right: Phrase("Between base, shadow and highlight, right", "基本・影・ハイライトを右へ")
    case .pageUp: Phrase("A page up", "1ページ上へ")
    case .pageDown: Phrase("A page down", "1ページ下へ")
    case .first: Phrase("To the first colour", "先頭の色へ")
    case .last: Phrase("To the last colour", "末尾の色へ")
    case .change: Phrase("Change the colour", "色を変える")
    case .use: Phrase("Give the colour to the region", "この色を領域に塗る")
    case .add: Phrase("Add a colour", "色を加える")
    case .part: Phrase("Say which part the colour belongs to", "色のパーツを決める")
    case .derive:
      Phrase("Derive shadow and highlight from the base", "影とハイライトを基本色から作る")
    case .rename: Phrase("Rename the colour", "色の名前を変える")
    case .remove: Phrase("Remove the colour", "色を取り除く")
    case .others: Phrase("Show or hide other characters' colours", "他のキャラクターの色を表示・隠す")
    case .read: Phrase("Read colours from a .gpl file", ".gpl ファイルから色を読み込む")
    case .write: Phrase("Write the palette to a .gpl file", "パレットを .gpl ファイルに書き出す")
    case .leave: Phrase("Back to the drawing", "線画に戻る")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .colour: Phrase("colour", "色")
    case .change: Phrase("change", "変える")
    case .use: Phrase("paint", "塗る")
    case .add: Phrase("add", "加える")
    case .part: Phrase("part", "パーツ")
    case .derive: Phrase("derive", "影を作る")
    case .rename: Phrase("rename", "名前")
    case .others: Phrase("others", "他の色")
    case .leave: Phrase("drawing", "線画へ")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .colour: ["c"]
    case .up: ["k", "up"]
    case .down: ["j", "down"]
    case .left: ["h", "left"]
    case .right: ["l", "right"]
    case .pageUp: ["ctrl-u", "pgup"]
    case .pageDown: ["ctrl-d", "pgdn"]
    case .first: ["g", "home"]
    case .last: ["G", "end"]
    case .change: ["enter", "c"]
    case .use: ["space"]
    case .add: ["a"]
    case .part: ["P"]
    case .derive: ["d"]
    case .rename: ["R"]
    case .remove: ["D", "delete"]
    case .others: ["o"]
    case .read: ["i"]
    case .write: ["e"]
    case .leave: ["esc", "q", "tab"]
    }
  }
}

extension PaletteCommand {
  public var purpose: Purpose { .colour }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func palette(_ command: PaletteCommand) -> Command { Command(command) }
}
