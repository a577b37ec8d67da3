import Regions
import TerminalUI

extension StudioState {
  /// Every command there is, those that work here first; of the others it says where they do.
  func commandMenu() -> Menu {
    let here = contexts
    let ordered = here.flatMap { context in Command.all.filter { $0.context == context } }
    let elsewhere = Command.all.filter { !here.contains($0.context) }.map { command in
      var item = itemNamed(command)
      let place = command.context.title
      item.detail = place(shownLanguage)
      item.obstacle = Phrase("This works in: \(place.english)", "「\(place.japanese)」で使えます")
      return item
    }
    return Menu(
      kind: .commands,
      items: ordered.map { itemNamed($0) } + settingItems + elsewhere + themeItems)
  }

  private static let digits = LabelCommand.digits.map(Command.label)

  /// A digit by what it means now: that is what one looks for.
  private func itemNamed(_ command: Command) -> MenuItem {
    var item = item(command)
    guard let digit = Self.digits.firstIndex(of: command), digit < bankParts.count else {
      return item
    }
    let part = bankParts[digit]
    item.title = Phrase("Label with \(part.name)", "\(part.japanese) にする")
    item.searchable += " label with \(part.name) \(part.japanese)".lowercased()
    return item
  }

  /// The themes that the program is built with; the artist's own are in the list of themes.
  private var themeItems: [MenuItem] {
    Theme.builtIn.map { theme in
      MenuItem(
        choice: .theme(theme), title: Phrase("Theme: \(theme.name)", "テーマ: \(theme.name)"),
        detail: (theme.isDark ? Phrase("dark", "暗い") : Phrase("light", "明るい"))(shownLanguage),
        obstacle: obstacle(to: .global(.theme)), group: Phrase("Themes", "テーマ"),
        searchable: "theme: theme \(theme.name) テーマ".lowercased())
    }
  }

  /// Opens the menu of themes on the one in use. One that is broken stands there and says why; where a built-in one is used in
  /// its place, that is told beside.
  mutating func offer(_ choices: [ThemeChoice]) {
    var menu = Menu(
      kind: .themes(before: terminal.theme),
      items: choices.map { choice in
        let detail: Phrase =
          switch choice.theme?.isDark {
          case true?: Phrase("dark", "暗い")
          case false?: Phrase("light", "明るい")
          case nil: Phrase("broken", "使用不可")
          }
        return MenuItem(
          choice: choice.theme.map(MenuItem.Choice.theme) ?? .nothing,
          title: Phrase(same: choice.name), detail: detail(shownLanguage),
          obstacle: choice.theme == nil ? choice.problem : nil, group: Phrase("Themes", "テーマ"),
          searchable: choice.name.lowercased())
      })
    menu.selected = choices.firstIndex { $0.name == terminal.theme.name } ?? 0
    overlay = .menu(menu)
    // One broken file can be in the way of many themes.
    var told: Set<Phrase> = []
    for problem in choices.compactMap(\.problem) where told.insert(problem).inserted {
      tell(.warning, problem)
    }
  }

  /// - Parameter keys: those to show; all it has unless told.
  func item(_ command: Command, keys: [Key]? = nil) -> MenuItem {
    let keys = (keys ?? command.keys).map(\.name).joined(separator: " ")
    let title = command.title
    return MenuItem(
      choice: .command(command), title: title, detail: keys, obstacle: obstacle(to: command),
      group: command.context.title,
      searchable: "\(title.english) \(title.japanese) \(command.name) \(keys)".lowercased())
  }
}
