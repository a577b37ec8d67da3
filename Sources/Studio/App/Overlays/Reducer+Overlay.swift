import TerminalUI

extension StudioState {
  mutating func handleInOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .menu(let menu): handle(key, in: menu)
    case .prompt(let prompt): handle(key, in: prompt)
    case .confirmation(let confirmation): handle(key, in: confirmation)
    case .log(let scroll):
      handle(key, inLogAt: scroll)
    case .renderLog(let log): handle(key, in: log)
    case .chooser(let chooser): handle(key, in: chooser)
    case .mixer(let mixer): handle(key, in: mixer)
    case .partForm(let form): handle(key, in: form)
    case .references(let chooser): handle(key, in: chooser)
    case .sharpness(let selected): handle(key, choosingSharpness: selected)
    case nil: []
    }
  }

  private mutating func handle(_ key: Key, in menu: Menu) -> [Effect] {
    var menu = menu
    let count = menu.matching.count
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control):
      overlay = nil
      if case .themes(let before) = menu.kind { terminal.theme = before }
      return []
    case (.enter, _): return choose(menu.selected, in: menu)
    case (.up, _), (.character("p"), .control): menu.selected = max(0, menu.selected - 1)
    case (.down, _), (.character("n"), .control):
      menu.selected = max(0, min(count - 1, menu.selected + 1))
    case (.pageUp, _): menu.selected = max(0, menu.selected - 10)
    case (.pageDown, _): menu.selected = max(0, min(count - 1, menu.selected + 10))
    default: if menu.filter.handle(key) { menu.selected = 0 }
    }
    overlay = .menu(menu)
    if case .themes = menu.kind,
      case .theme(let theme)? = menu.matching.indices.contains(menu.selected)
        ? menu.matching[menu.selected].choice : nil
    {
      terminal.theme = theme
    }
    return []
  }

  /// Runs an entry of a menu; one that cannot be run says why and leaves the menu open.
  mutating func choose(_ index: Int, in menu: Menu) -> [Effect] {
    let items = menu.matching
    guard items.indices.contains(index) else { return [] }
    if let obstacle = items[index].obstacle {
      tell(.warning, obstacle)
      return []
    }
    switch items[index].choice {
    case .sign, .nothing: return []
    default: overlay = nil
    }
    switch items[index].choice {
    case .command(let command): return perform(command)
    case .family:
      let item = items[index]
      tell(
        .done,
        Phrase("\(item.title.english): \(item.detail)", "\(item.title.japanese): \(item.detail)"))
      return []
    case .sign, .nothing: return []
    case .setting(let setting):
      choose(setting)
      return []
    case .settingValue(let setting, let index): return give(setting, index)
    case .part(let part): return choose(part, in: menu.kind)
    case .noPart: return choose(nil, in: menu.kind)
    case .theme(let chosen):
      terminal.theme = chosen
      terminal.chosenTheme = chosen.name
      return [.savePreferences(preferences)]
    }
  }

  private mutating func handle(_ key: Key, in confirmation: Confirmation) -> [Effect] {
    switch key.code {
    case .character("y"):
      overlay = nil
      switch confirmation.kind {
      case .quitUnsaved: return [.quit]
      case .replaceFile: return replaceFile()
      }
    case .character("n"), .enter, .escape, .character("q"):
      overlay = nil
      if confirmation.kind == .replaceFile { keepFile() }
    default: break
    }
    return []
  }

  private mutating func handle(_ key: Key, inLogAt scroll: Int) -> [Effect] {
    overlay = scrolled(scroll, by: key, of: log.count).map { .log(scroll: $0) }
    return []
  }

  private mutating func handle(_ key: Key, in log: RenderLog) -> [Effect] {
    var log = log
    overlay = scrolled(log.scroll, by: key, of: log.lines.count).map { scroll in
      log.scroll = scroll
      return .renderLog(log)
    }
    return []
  }

  /// The number of lines, of so many, that lie below what is seen after a key; nil where it closes them.
  private func scrolled(_ scroll: Int, by key: Key, of count: Int) -> Int? {
    let last = max(0, count - 1)
    switch key.code {
    case .up, .character("k"): return min(last, scroll + 1)
    case .down, .character("j"): return max(0, scroll - 1)
    case .pageUp: return min(last, scroll + 10)
    case .pageDown: return max(0, scroll - 10)
    case .escape, .character("q"), .character("L"), .character("l"), .enter: return nil
    default: return scroll
    }
  }
}
