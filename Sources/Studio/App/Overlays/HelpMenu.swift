import TerminalUI

extension StudioState {
  /// The keys that work now, under what one wants to do with them; then what the signs on the screen mean.
  ///
  /// A key that a screen or a tool has for itself is not listed for what it means elsewhere.
  func helpMenu() -> Menu {
    let here = contexts
    var sections: [Section] = []
    func add(_ item: MenuItem, to group: Phrase) {
      var item = item
      item.group = group
      if let index = sections.firstIndex(where: { $0.title == group }) {
        sections[index].items.append(item)
      } else {
        sections.append(Section(title: group, items: [item]))
      }
    }
    func keys(_ command: Command) -> [Key] {
      command.keys.filter { KeyMap.standard.command(for: $0, in: here) == command }
    }
    var seen: Set<Command> = []
    // The keys of what is being done go first, all of them together; then the purposes in their order.
    let passing = here.first.flatMap { $0.isPassing ? $0 : nil }
    let own = Command.all.filter { $0.context == passing }
    let rest = Purpose.allCases.flatMap { purpose in
      here.filter { $0 != passing }.flatMap { context in
        Command.all.filter { $0.context == context && $0.purpose == purpose }
      }
    }
    for command in own + rest where !keys(command).isEmpty && seen.insert(command).inserted {
      let group = command.context == passing ? command.context.title : command.purpose.title
      guard let family = CommandFamily(of: command) else {
        add(item(command, keys: keys(command)), to: group)
        continue
      }
      seen.formUnion(family.members)
      add(item(family, keys: family.members.flatMap(keys)), to: group)
    }
    return Menu(kind: .help, items: sections.flatMap(\.items) + Sign.allCases.map { item($0) })
  }

  private struct Section {
    let title: Phrase
    var items: [MenuItem]
  }

  private func item(_ family: CommandFamily, keys: [Key]) -> MenuItem {
    let detail = CommandFamily.spelled(keys)
    let names = family.members.map { "\($0.title.english) \($0.title.japanese)" }
    return MenuItem(
      choice: .family, title: family.title, detail: detail,
      obstacle: family.members.first.flatMap { obstacle(to: $0) }, group: Purpose.screens.title,
      searchable: ([family.title.english, family.title.japanese, detail] + names)
        .joined(separator: " ").lowercased())
  }

  private func item(_ sign: Sign) -> MenuItem {
    let heading = Phrase("What the signs mean", "記号の意味")
    return MenuItem(
      choice: .sign(sign), title: sign.meaning, detail: "", obstacle: nil, group: heading,
      searchable:
        "\(sign.glyph) \(sign.meaning.english) \(sign.meaning.japanese) signs legend 記号"
        .lowercased())
  }
}
