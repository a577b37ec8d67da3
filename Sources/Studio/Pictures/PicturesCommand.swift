/// The commands of the lists of pictures.
public enum PicturesCommand: String, CommandSet {
  case up, down, left, right
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last
  case open
  case nextDoubtful = "next-doubtful"
  case previousDoubtful = "previous-doubtful"
  case importPictures = "import"
  case otherList = "other-list"
  case mark, assign, filter, grid, rename, remove, range
  case markAll = "mark-all"

  public var context: Context { .pictures }

  public var title: Phrase {
    switch self {
    case .up: Phrase("Up", "上へ")
    case .down: Phrase("Down", "下へ")
    case .left: Phrase("Left; to the drawings", "左へ・線画へ")
    case .right: Phrase("Right; to the references", "右へ・参照へ")
    case .pageUp: Phrase("A page up", "1ページ上へ")
    case .pageDown: Phrase("A page down", "1ページ下へ")
    case .first: Phrase("To the first", "先頭へ")
    case .last: Phrase("To the last", "末尾へ")
    case .otherList: Phrase("Between drawings and references", "線画と参照を切り替え")
    case .open: Phrase("Open the drawing", "線画を開く")
    case .grid: Phrase("List or grid", "リスト表示・サムネイル表示")
    case .filter: Phrase("Filter by name", "名前で絞り込む")
    case .nextDoubtful: Phrase("To the next drawing with doubtful regions", "次の要確認の線画へ")
    case .previousDoubtful:
      Phrase("To the drawing with doubtful regions before", "前の要確認の線画へ")
    case .mark: Phrase("Mark", "印を付ける")
    case .range: Phrase("Mark a range", "範囲に印を付ける")
    case .markAll: Phrase("Mark all or none", "すべてに印・解除")
    case .importPictures: Phrase("Import pictures", "画像を読み込む")
    case .rename: Phrase("Rename", "名前を変える")
    case .remove: Phrase("Remove from the project", "プロジェクトから外す")
    case .assign: Phrase("Choose the references of the drawings", "線画の参照を選ぶ")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .open: Phrase("open", "開く")
    case .otherList: Phrase("references", "参照")
    case .filter: Phrase("filter", "絞り込み")
    case .nextDoubtful: Phrase("doubtful", "要確認")
    case .mark: Phrase("mark", "印")
    case .importPictures: Phrase("import", "読み込み")
    case .grid: Phrase("grid", "サムネイル")
    case .assign: Phrase("assign", "割り当て")
    case .rename: Phrase("rename", "名前")
    case .remove: Phrase("remove", "外す")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .up: ["k", "up"]
    case .down: ["j", "down"]
    case .left: ["h", "left"]
    case .right: ["l", "right"]
    case .pageUp: ["ctrl-u", "pgup"]
    case .pageDown: ["ctrl-d", "pgdn"]
    case .first: ["g", "home"]
    case .last: ["G", "end"]
    case .otherList: ["tab", "shift-tab"]
    case .open: ["enter"]
    case .grid: ["t"]
    case .filter: ["/"]
    case .nextDoubtful: ["n"]
    case .previousDoubtful: ["N"]
    case .mark: ["space"]
    case .range: ["v"]
    case .markAll: ["*"]
    case .importPictures: ["i"]
    case .rename: ["R"]
    case .remove: ["D", "delete"]
    case .assign: ["a"]
    }
  }
}

extension PicturesCommand {
  public var purpose: Purpose { .pictures }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func pictures(_ command: PicturesCommand) -> Command { Command(command) }
}
