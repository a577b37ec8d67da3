import Raster
import Studio
import TerminalUI

extension Page {
  /// The first line: the program, the screens, the project.
  mutating func header(_ state: StudioState) {
    let width = frame.surface.width
    fill(Box(x: 0, y: 0, width: width, height: 1), .tab)
    var x = write(" nurie ", at: Point(0, 0), .footerKey) + 1
    let tabs = tabs(state, room: width - x)
    for (screen, tab) in zip(Screen.all, tabs) {
      let role: Role = screen == state.screen ? .tabActive : .tab
      x = write(tab, at: Point(x, 0), role, target: .screen(screen))
    }
    guard let project = state.desk.project else { return }
    let room = max(0, width - x - 1)
    var title = project.title
    if project.isReadOnly { title = readOnlyTitle(project, room: room - 2) }
    let shown = " \(title) ".fitted(toColumns: room)
    write(shown, at: Point(width - shown.terminalColumns, 0), .tab)
  }

  /// A project that can only be read: its name and who holds it; where there is not room for both, rather who, or the
  /// beginning of that.
  private func readOnlyTitle(_ project: OpenProject, room: Int) -> String {
    let mark = Phrase("read-only", "読み取り専用")(language)
    let held = Phrase("held", "使用中")(language)
    var ways = ["\(project.title) [\(mark)]", "[\(mark)]"]
    if project.isFree {
      let free = Phrase("free: F10", "空き: F10")(language)
      ways = ["\(project.title) [\(mark), \(free)]", "[\(mark), \(free)]", "[\(free)]"]
    } else if let holder = project.holderName?(language) {
      let short = holder.fitted(toColumns: room - held.terminalColumns - 4)
      ways = ["\(project.title) [\(mark): \(holder)]", "[\(mark): \(holder)]"]
      if short.terminalColumns >= 4 { ways.append("[\(held): \(short)]") }
      ways.append("[\(mark)]")
    }
    return ways.first { $0.terminalColumns <= room } ?? ways[ways.count - 1]
  }

  /// The names of the screens with their keys; keys alone, but for the screen that is seen, where there is not room for all.
  private func tabs(_ state: StudioState, room: Int) -> [String] {
    func tabs(isNamed: (Screen) -> Bool) -> [String] {
      Screen.all.map { screen in
        " \(screen.key.uppercased()) " + (isNamed(screen) ? "\(screen.title(language)) " : "")
      }
    }
    let ways = [tabs { _ in true }, tabs { $0 == state.screen }, tabs { _ in false }]
    return ways.first { $0.joined().terminalColumns <= room } ?? ways[2]
  }

  /// The line above the footer, or as many as the sentence needs: what just happened, or else what is selected.
  mutating func status(_ state: StudioState, row: Int) {
    guard let notice = state.notice else {
      if state.gapList != nil, state.activeTool != nil {
        gapFacts(state, row: row)
      } else if state.screen == .parts {
        partsFacts(state, row: row)
      }
      return
    }
    let (mark, role): (String, Role) =
      switch notice.kind {
      case .done: ("✓", .success)
      case .warning: ("!", .warning)
      case .failed: ("✗", .error)
      }
    // A sentence that is longer than the line stands on the rows above it too: its end says what to do.
    let width = frame.surface.width
    let lines = notice.text(language).wrapped(toColumns: max(2, width - 4)).suffix(3)
    let top = row - lines.count + 1
    if lines.count > 1 { fill(Box(x: 0, y: top, width: width, height: lines.count), .text) }
    write(mark, at: Point(1, top), role)
    for (place, line) in lines.enumerated() {
      write(line, at: Point(3, top + place), role, before: width - 1)
    }
  }

  /// The last line: the keys that matter now, clickable; on the right what is saved and what runs.
  mutating func footer(_ state: StudioState, row: Int) {
    let status = [running(state), saved(state)].compactMap(\.self).joined(separator: " · ")
    let hints = state.hints.map { hint in
      KeyHint(hint.key.symbol, hint.label(language), hint.target, isEnabled: hint.obstacle == nil)
    }
    let line = Box(x: 0, y: row, width: frame.surface.width, height: 1)
    let areas = frame.surface.drawKeyHints(
      hints, status: status, isAlarming: state.desk.project?.journalTrouble != nil, in: line,
      theme: theme)
    for area in areas { hit(area.box, area.value) }
  }

  private func saved(_ state: StudioState) -> String {
    guard let project = state.desk.project else {
      return state.terminal.capabilities.colors.rawValue
    }
    let word =
      if project.journalTrouble != nil {
        "✗ " + Phrase("not saved", "未保存")(language)
      } else if project.isSaved {
        "● " + Phrase("saved", "保存済み")(language)
      } else {
        "○ " + Phrase("saving", "保存中")(language)
      }
    return "\(word) · \(state.terminal.capabilities.colors.rawValue)"
  }
}

extension Key {
  /// Its name as short as a footer wants it.
  var symbol: String {
    switch (code, modifiers) {
    case (.enter, []): "Enter"
    case (.tab, []): "Tab"
    case (.escape, []): "Esc"
    case (.character(" "), []): "Space"
    case (.character(let character), .control): "^" + character.uppercased()
    case (.function(let number), []): "F\(number)"
    default: name
    }
  }
}
