import ImageFormats
import Projects
import Raster
import Regions
import Studio
import TerminalUI

extension Page {
  mutating func overlay(_ overlay: Overlay, _ state: StudioState, over body: Box) {
    // A click outside the overlay closes it.
    switch overlay {
    case .chooser, .mixer: return
    default: hit(frame.surface.bounds, nil)
    }
    switch overlay {
    case .menu(let menu): self.menu(menu, over: body)
    case .prompt(let prompt): self.prompt(prompt, over: body)
    case .confirmation(let confirmation): self.confirmation(confirmation, over: body)
    case .partForm(let form):
      let title =
        form.changed.map { Phrase("Change the part \($0.name)", "パーツの変更: \($0.japanese)") }
        ?? Phrase("Add a part", "パーツを加える")
      partForm(form, in: dialog(title(language), width: 56, height: 9, over: body))
    case .references(let chooser): references(chooser, state, over: body)
    case .log(let scroll): log(state.log, scroll: scroll, over: body)
    case .renderLog(let log): self.log(log, over: body)
    case .sharpness(let selected): sharpness(selected, state, over: body)
    // Drawn with the palette, whose place they take.
    case .chooser, .mixer: break
    }
  }

  /// Clears a box in the middle and frames it.
  mutating func dialog(_ title: String, width: Int, height: Int, over body: Box) -> Box {
    let width = min(width, body.width)
    let height = min(height, body.height)
    let box = Box(
      x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width: width,
      height: height)
    fill(box, .dialog)
    frame.surface.drawBorder(
      box, title: title, theme[.dialogBorder], linework: linework)
    return Box(x: box.x + 2, y: box.y + 1, width: box.width - 4, height: box.height - 2)
  }

  private mutating func prompt(_ prompt: Prompt, over body: Box) {
    let title =
      switch prompt.kind {
      case .filter: Phrase("Filter by name", "名前で絞り込み")
      case .importPictures(.drawing):
        Phrase(
          "Import drawings: a file, a folder, or a pattern like cut01/*.png",
          "線画の読み込み: ファイル、フォルダ、cut01/*.png など")
      case .importPictures(.reference):
        Phrase("Import references: a file, a folder, or a pattern", "色見本の読み込み: ファイル、フォルダ、パターン")
      case .rename, .renameEntry: Phrase("New name", "新しい名前")
      case .readPalette:
        Phrase(
          "Read a .gpl file: same names change, other colours are added",
          "読み込む .gpl ファイル (同じ名前の色は変更、ほかは追加)")
      case .exportResult:
        Phrase(
          "Write the result: .png, or with layers \(LayeredFormat.choice(\.suffix))",
          "結果の書き出し: .png、レイヤー付きは \(LayeredFormat.all.map(\.suffix).joined(separator: "・"))")
      case .writePalette: Phrase("Write the palette to a .gpl file", "書き出す .gpl ファイル")
      }
    let shown = min(6, prompt.completions.count)
    let said = said(in: prompt, columns: body.width - 4)
    let y = max(body.y, body.maxY - 3 - shown - said.lines.count)
    let box = Box(x: body.x, y: y, width: body.width, height: body.maxY - y)
    fill(box, .dialog)
    frame.surface.drawBorder(
      box, title: title(language), theme[.dialogBorder], linework: linework)
    let line = box.y + 1
    fill(Box(x: box.x + 2, y: line, width: box.width - 4, height: 1), .input)
    let start = box.x + 2
    write(prompt.editor.text, at: Point(start, line), .input, before: box.maxX - 2)
    frame.cursor = Point(
      min(box.maxX - 3, start + prompt.editor.text.prefix(prompt.editor.cursor).terminalColumns),
      line)
    for (row, completion) in prompt.completions.prefix(shown).enumerated() {
      write(completion, at: Point(start, line + 1 + row), .dialog, before: box.maxX - 2)
    }
    for (row, text) in said.lines.enumerated() {
      write(text, at: Point(start, line + 1 + shown + row), said.role, before: box.maxX - 2)
    }
  }

  /// The fault of a prompt's text, or what is being done with it.
  private func said(in prompt: Prompt, columns: Int) -> (lines: [String], role: Role) {
    if let complaint = prompt.complaint {
      return (Array(complaint(language).wrapped(toColumns: max(2, columns)).prefix(4)), .error)
    }
    if !prompt.isWaiting { return ([], .dialog) }
    let doing =
      switch prompt.kind {
      case .writePalette, .exportResult:
        Phrase("Writing … Esc lets it go on", "書き出しています… Esc で閉じても続きます")
      default: Phrase("Reading … Esc lets it go on", "読み込んでいます… Esc で閉じても続きます")
      }
    return ([doing(language)], .dialogBorder)
  }

  private mutating func confirmation(_ confirmation: Confirmation, over body: Box) {
    let inner = dialog(confirmation.question(language), width: 60, height: 6, over: body)
    _ = frame.surface.write(
      confirmation.consequence(language),
      wrappedIn: Box(x: inner.x, y: inner.y, width: inner.width, height: 3), theme[.dialog])
    write(
      Phrase("n no (Enter)   y yes", "n いいえ (Enter)   y はい")(language),
      at: Point(inner.x, inner.y + 3), .dialogBorder, before: inner.maxX)
  }

  /// Hours, minutes and seconds, UTC.
  private static func clock(_ time: Int) -> String {
    [time / 3600 % 24, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }

  private mutating func log(_ log: RenderLog, over body: Box) {
    let inner = dialog(
      Phrase("Log of render \(log.number)", "レンダー \(log.number) のログ")(language),
      width: body.width - 2, height: body.height, over: body)
    let last = max(0, log.lines.count - log.scroll)
    if log.lines.isEmpty {
      write(
        Phrase("Its log is empty.", "ログは空です。")(language), at: Point(inner.x, inner.y), .muted)
    }
    for (row, line) in log.lines[max(0, last - inner.height)..<last].enumerated() {
      write(line, at: Point(inner.x, inner.y + row), .dialog, before: inner.maxX)
    }
  }

  private mutating func log(_ entries: [LogEntry], scroll: Int, over body: Box) {
    let inner = dialog(
      Phrase("Log", "ログ")(language), width: body.width - 2, height: body.height, over: body)
    let last = max(0, entries.count - scroll)
    let first = max(0, last - inner.height)
    if entries.isEmpty {
      write(
        Phrase("Nothing has happened yet.", "まだ何もありません。")(language), at: Point(inner.x, inner.y),
        .muted)
    }
    for (row, entry) in entries[first..<last].enumerated() {
      let role: Role =
        switch entry.kind {
        case .done: .dialog
        case .warning: .warning
        case .failed: .error
        }
      let x = write(Self.clock(entry.time) + "  ", at: Point(inner.x, inner.y + row), .dialogBorder)
      write(entry.text(language), at: Point(x, inner.y + row), role, before: inner.maxX)
    }
  }
}
