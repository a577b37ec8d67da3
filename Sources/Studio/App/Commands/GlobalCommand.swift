internal import TerminalUI

/// The commands that work everywhere.
public enum GlobalCommand: String, CommandSet {
  case help, commands, back, quit
  case undo, redo
  case palette, log, settings, theme, language, mouse
  case repaint, suspend, reopen

  public static let context = Context.global
  public static let purpose = Purpose.screens

  public var row: CommandRow {
    switch self {
    case .help:
      CommandRow(
        ["?", "f1"], Phrase("Show the keys and what the signs mean", "キーと記号の一覧を表示"),
        hint: Phrase("help", "ヘルプ"), does: { $0.overlay = .menu($0.helpMenu()) })
    case .commands:
      CommandRow(
        [":", "ctrl-p"], Phrase("Run a command by name", "コマンドを名前で実行"),
        hint: Phrase("menu", "メニュー"), does: { $0.overlay = .menu($0.commandMenu()) })
    case .back:
      CommandRow(
        ["q", "esc"], Phrase("Go back", "戻る"), hint: Phrase("back", "戻る"), asks: { $0.goBack() })
    case .quit:
      CommandRow(
        ["Q", "ctrl-c"], Phrase("Quit", "終了"), hint: Phrase("quit", "終了"), asks: { $0.quit() })
    case .undo:
      CommandRow(
        ["u"], Phrase("Undo", "元に戻す"), hint: Phrase("undo", "元に戻す"), purpose: .history,
        unless: \.undoObstacle, asks: { $0.undo() })
    case .redo:
      CommandRow(
        ["ctrl-r"], Phrase("Redo", "やり直す"), hint: Phrase("redo", "やり直す"), purpose: .history,
        unless: \.redoObstacle, asks: { $0.redo() })
    case .palette:
      CommandRow(
        ["p"], Phrase("Show or hide the palette", "パレットの表示を切り替え"),
        hint: Phrase("palette", "パレット"), purpose: .colour, unless: \.paletteObstacle,
        does: { $0.togglePalette() })
    case .log:
      CommandRow(["L"], Phrase("Show the log", "ログを表示"), does: { $0.overlay = .log(scroll: 0) })
    case .settings:
      CommandRow(
        ["f7"], Phrase("Shading, trace colours, edges, gap, sharpness", "影・色トレス線・境界・隙間・細かさの設定"),
        hint: Phrase("settings", "設定"), purpose: .terminal,
        does: { $0.overlay = .menu($0.settingsMenu()) })
    case .theme:
      CommandRow(
        ["f8"], Phrase("Choose a theme", "テーマを選ぶ"), purpose: .terminal,
        unless: {
          $0.terminal.capabilities.colors == .mono
            ? Phrase("This terminal shows no colours, so no themes", "色のない端末ではテーマは使えません") : nil
        }, asks: { _ in [.loadThemes] })
    case .language:
      CommandRow(
        [], Phrase("Switch between English and Japanese", "英語と日本語を切り替え"), purpose: .terminal,
        unless: {
          $0.terminal.capabilities.glyphs == .ascii
            ? Phrase("This terminal shows ASCII only", "この端末では ASCII 文字しか表示できません") : nil
        }, asks: { $0.changeLanguage() })
    case .mouse:
      CommandRow(
        ["f9"], Phrase("Turn the mouse on or off", "マウスのオン・オフ"), purpose: .terminal,
        asks: { $0.toggleMouse() })
    case .repaint:
      CommandRow(
        ["ctrl-l"], Phrase("Draw the screen anew", "画面を描き直す"), purpose: .terminal,
        asks: { _ in [.repaint] })
    case .suspend:
      CommandRow(
        ["ctrl-z"], Phrase("Back to the shell (fg returns)", "シェルへ (fg で戻る)"), purpose: .terminal,
        asks: { _ in [.suspend] })
    case .reopen:
      CommandRow(
        ["f10"], Phrase("Open the project anew", "プロジェクトを開き直す"),
        unless: {
          $0.desk.project?.isSaved == false
            ? Phrase("The last edits are still being written", "最後の編集を書き込み中です") : nil
        }, asks: { $0.desk.project.map { [.open($0.path)] } ?? [] })
    }
  }
}

extension Command {
  public static func global(_ command: GlobalCommand) -> Command { Command(command) }
}
