/// The commands that work everywhere.
public enum GlobalCommand: String, CommandSet {
  case help, commands, back, quit
  case undo, redo
  case pictures, parts, match, result, renders
  case palette, log, theme, language, mouse
  case repaint, suspend, reopen

  public var context: Context { .global }

  public var title: Phrase {
    switch self {
    case .help: Phrase("Show the keys and what the signs mean", "キーと記号の一覧を表示")
    case .commands: Phrase("Run a command by name", "コマンドを名前で実行")
    case .back: Phrase("Go back", "戻る")
    case .quit: Phrase("Quit", "終了")
    case .undo: Phrase("Undo", "元に戻す")
    case .redo: Phrase("Redo", "やり直す")
    case .pictures: Phrase("Go to the pictures", "一覧へ")
    case .parts: Phrase("Go to the parts of the drawing", "パーツ分けへ")
    case .match: Phrase("Go to the matches with the reference", "参照との対応へ")
    case .result: Phrase("Go to the coloured result", "彩色結果へ")
    case .renders: Phrase("Go to the renders", "レンダーの一覧へ")
    case .palette: Phrase("Show or hide the palette", "パレットの表示を切り替え")
    case .log: Phrase("Show the log", "ログを表示")
    case .theme: Phrase("Choose a theme", "テーマを選ぶ")
    case .language: Phrase("Switch between English and Japanese", "英語と日本語を切り替え")
    case .mouse: Phrase("Turn the mouse on or off", "マウスのオン・オフ")
    case .repaint: Phrase("Draw the screen anew", "画面を描き直す")
    case .reopen: Phrase("Open the project anew", "プロジェクトを開き直す")
    case .suspend: Phrase("Back to the shell (fg returns)", "シェルへ (fg で戻る)")
    }
  }

  public var hint: Phrase? {
    switch self {
    case .help: Phrase("help", "ヘルプ")
    case .commands: Phrase("menu", "メニュー")
    case .back: Phrase("back", "戻る")
    case .quit: Phrase("quit", "終了")
    case .undo: Phrase("undo", "元に戻す")
    case .redo: Phrase("redo", "やり直す")
    case .palette: Phrase("palette", "パレット")
    default: nil
    }
  }

  public var keys: [String] {
    switch self {
    case .help: ["?", "f1"]
    case .commands: [":", "ctrl-p"]
    case .back: ["q", "esc"]
    case .quit: ["Q", "ctrl-c"]
    case .undo: ["u"]
    case .redo: ["ctrl-r"]
    case .pictures: ["f2"]
    case .parts: ["f3"]
    case .match: ["f4"]
    case .result: ["f5"]
    case .renders: ["f6"]
    case .palette: ["p"]
    case .log: ["L"]
    case .theme: ["f8"]
    case .language: []
    case .mouse: ["f9"]
    case .repaint: ["ctrl-l"]
    case .suspend: ["ctrl-z"]
    case .reopen: ["f10"]
    }
  }
}

extension GlobalCommand {
  public var purpose: Purpose {
    switch self {
    case .undo, .redo: .history
    case .palette: .colour
    case .theme, .language, .mouse, .repaint, .suspend: .terminal
    default: .screens
    }
  }

  public func obstacle(in state: StudioState) -> Phrase? { state.obstacle(to: self) }

  public func perform(in state: inout StudioState) -> [Effect] { state.perform(self) }
}

extension Command {
  public static func global(_ command: GlobalCommand) -> Command { Command(command) }
}
