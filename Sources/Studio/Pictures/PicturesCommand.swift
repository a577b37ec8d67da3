internal import Projects

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

  public static let context = Context.pictures
  public static let purpose = Purpose.pictures

  private static let move = Phrase("Move in the lists", "一覧の中を移動")

  public var row: CommandRow {
    switch self {
    case .up:
      CommandRow(.up, family: Self.move) { state, lines in
        state.movePicture(by: state.pictures.isGrid ? lines * state.grid.columns : lines)
      }
    case .down:
      CommandRow(.down, family: Self.move) { state, lines in
        state.movePicture(by: state.pictures.isGrid ? lines * state.grid.columns : lines)
      }
    case .left:
      CommandRow(
        ["h", "left"], Phrase("Left; to the drawings", "左へ・線画へ"), family: Self.move,
        does: { $0.movePictureAside(by: -1) })
    case .right:
      CommandRow(
        ["l", "right"], Phrase("Right; to the references", "右へ・色見本へ"), family: Self.move,
        does: { $0.movePictureAside(by: 1) })
    case .pageUp: CommandRow(.pageUp) { $0.movePicture(by: $1) }
    case .pageDown: CommandRow(.pageDown) { $0.movePicture(by: $1) }
    case .first: CommandRow(.first) { $0.movePicture(by: $1) }
    case .last: CommandRow(.last) { $0.movePicture(by: $1) }
    case .open:
      CommandRow(
        ["enter"], Phrase("Open the drawing where most is to be done", "線画を開く (作業の残る画面へ)"),
        hint: Phrase("open", "開く"),
        unless: {
          $0.listed(.drawing).isEmpty
            ? Phrase("No drawing yet; i imports one", "線画がありません。i で読み込みます") : nil
        }, asks: { $0.openDrawing() })
    case .nextDoubtful:
      CommandRow(
        ["n"], Phrase("To the next drawing with doubtful regions", "次の要確認の線画へ"),
        hint: Phrase("doubtful", "要確認"), unless: \.noDoubtfulDrawing,
        does: { $0.goToDoubtfulDrawing(1) })
    case .previousDoubtful:
      CommandRow(
        ["N"], Phrase("To the drawing with doubtful regions before", "前の要確認の線画へ"),
        unless: \.noDoubtfulDrawing, does: { $0.goToDoubtfulDrawing(-1) })
    case .importPictures:
      CommandRow(
        ["i"], Phrase("Import pictures", "画像を読み込む"), hint: Phrase("import", "読み込み"),
        unless: { $0.readOnlyObstacle ?? $0.noProject },
        asks: { $0.ask(.importPictures($0.pictures.list)) })
    case .otherList:
      CommandRow(
        ["tab", "shift-tab"], Phrase("Between drawings and references", "線画と色見本を切り替え"),
        hint: Phrase("references", "色見本"),
        does: { $0.pictures.list = $0.pictures.list == .drawing ? .reference : .drawing })
    case .mark:
      CommandRow(
        ["space"], Phrase("Mark", "印を付ける"), hint: Phrase("mark", "印"),
        does: { $0.markPicture() })
    case .assign:
      CommandRow(
        ["a"], Phrase("Choose the references of the drawings", "線画の色見本を選ぶ"),
        hint: Phrase("assign", "割り当て"), unless: \.noPictureToEdit,
        does: { $0.chooseReferences() })
    case .filter:
      CommandRow(
        ["/"], Phrase("Filter by name", "名前で絞り込む"), hint: Phrase("filter", "絞り込み"),
        does: { $0.overlay = .prompt(Prompt(kind: .filter, text: $0.pictures.filter)) })
    case .grid:
      CommandRow(
        ["t"], Phrase("List or grid", "リスト表示・サムネイル表示"), hint: Phrase("grid", "サムネイル"),
        does: { $0.pictures.isGrid.toggle() })
    case .rename:
      CommandRow(
        ["R"], Phrase("Rename", "名前を変える"), hint: Phrase("rename", "名前"),
        unless: \.noPictureToEdit, does: { $0.askForTitle() })
    case .remove:
      CommandRow(
        ["D", "delete"], Phrase("Remove from the project", "プロジェクトから外す"),
        hint: Phrase("remove", "外す"), unless: \.noPictureToEdit, asks: { $0.removePictures() })
    case .range:
      CommandRow(
        ["v"], Phrase("Mark a range", "範囲に印を付ける"), does: { $0.markPictureRange() })
    case .markAll:
      CommandRow(
        ["*"], Phrase("Mark all or none", "すべてに印・解除"), does: { $0.markAllPictures() })
    }
  }
}

extension Command {
  public static func pictures(_ command: PicturesCommand) -> Command { Command(command) }
}
