internal import Coloring

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

  public static let context = Context.palette
  public static let purpose = Purpose.colour

  public static func obstacle(in state: StudioState) -> Phrase? { state.paletteObstacle }

  private static let move = Phrase("Move among the colours", "色の間を移動")

  public var row: CommandRow {
    switch self {
    case .colour:
      CommandRow(
        ["c"], Phrase("Colour the region", "領域の色を選ぶ"), hint: Phrase("colour", "色"), in: .global,
        unless: \.noColourTarget, does: { $0.chooseColour() })
    case .up:
      CommandRow(.up, title: Phrase("To the colour above", "上の色へ"), family: Self.move) {
        $0.moveEntry($1)
      }
    case .down:
      CommandRow(.down, title: Phrase("To the colour below", "下の色へ"), family: Self.move) {
        $0.moveEntry($1)
      }
    case .left:
      CommandRow(
        ["h", "left"], Phrase("Between base, shadow and highlight", "基本・影・ハイライトを左へ"),
        family: Self.move, does: { $0.moveTone(by: -1) })
    case .right:
      CommandRow(
        ["l", "right"], Phrase("Between base, shadow and highlight, right", "基本・影・ハイライトを右へ"),
        family: Self.move, does: { $0.moveTone(by: 1) })
    case .pageUp: CommandRow(.pageUp) { $0.moveEntry($1) }
    case .pageDown: CommandRow(.pageDown) { $0.moveEntry($1) }
    case .first:
      CommandRow(.first, title: Phrase("To the first colour", "先頭の色へ")) { $0.moveEntry($1) }
    case .last:
      CommandRow(.last, title: Phrase("To the last colour", "末尾の色へ")) { $0.moveEntry($1) }
    case .change:
      CommandRow(
        ["enter", "c"], Phrase("Change the colour", "色を変える"), hint: Phrase("change", "変える"),
        unless: \.noEntry, does: { $0.mixEntry() })
    case .use:
      CommandRow(
        ["space"], Phrase("Give the colour to the region", "この色を領域に塗る"),
        hint: Phrase("paint", "塗る"),
        unless: \.noColourTarget,
        asks: { state in
          state.paneEntry.map { state.paint(state.colourTargets, with: $0.name) } ?? []
        })
    case .add:
      CommandRow(
        ["a"], Phrase("Add a colour", "色を加える"), hint: Phrase("add", "加える"),
        unless: \.readOnlyObstacle, does: { $0.mixNewEntry() })
    case .part:
      CommandRow(
        ["P"], Phrase("Say which part the colour belongs to", "色のパーツを決める"),
        hint: Phrase("part", "パーツ"), unless: \.noEntry,
        does: { state in if let entry = state.paneEntry { state.askForPart(of: entry) } })
    case .derive:
      CommandRow(
        ["d"], Phrase("Derive shadow and highlight from the base", "影とハイライトを基本色から作る"),
        hint: Phrase("derive", "影を作る"), unless: \.noEntry, asks: { $0.deriveTones() })
    case .rename:
      CommandRow(
        ["R"], Phrase("Rename the colour", "色の名前を変える"), hint: Phrase("rename", "名前"),
        unless: \.noEntry,
        asks: { state in
          state.paneEntry.map { state.ask(.renameEntry($0.name), text: $0.name) } ?? []
        })
    case .remove:
      CommandRow(
        ["D", "delete"], Phrase("Remove the colour", "色を取り除く"), unless: \.noEntry,
        asks: { $0.removeEntry() })
    case .others:
      CommandRow(
        ["o"], Phrase("Show or hide other characters' colours", "他のキャラクターの色を表示・隠す"),
        hint: Phrase("others", "他の色"), unless: \.noOtherColours,
        does: { $0.palettePane.showsOthers.toggle() })
    case .read:
      CommandRow(
        ["i"], Phrase("Read colours from a .gpl file", ".gpl ファイルから色を読み込む"),
        unless: \.readOnlyObstacle, asks: { $0.ask(.readPalette) })
    case .write:
      CommandRow(
        ["e"], Phrase("Write the palette to a .gpl file", "パレットを .gpl ファイルに書き出す"),
        asks: { $0.ask(.writePalette, text: "\($0.desk.project?.title ?? "palette").gpl") })
    case .leave:
      CommandRow(
        ["esc", "q", "tab"], Phrase("Back to the drawing", "線画に戻る"), hint: Phrase("drawing", "線画へ"),
        isWayOut: true, does: { $0.palettePane.hasFocus = false })
    }
  }
}

extension Command {
  public static func palette(_ command: PaletteCommand) -> Command { Command(command) }
}

extension Context {
  static let palette = Context(
    name: "palette", title: Phrase("Palette", "パレット"), isPassing: true)
}
