internal import Projects
public import TerminalUI

// How the project's drawings are coloured, and how sharp pictures are on this terminal: what the command line has as options.
// Each value is found by `:`; F7 lists the settings.

extension StudioState {
  /// The list of settings, each with its value.
  func settingsMenu() -> Menu {
    Menu(
      kind: .settings,
      items: Setting.allCases.map { setting in
        MenuItem(
          choice: .setting(setting), title: setting.title,
          detail: value(of: setting)(shownLanguage),
          obstacle: obstacle(to: setting), group: Purpose.terminal.title,
          searchable: "\(setting.title.english) \(setting.title.japanese) \(setting.rawValue)"
            .lowercased())
      })
  }

  /// The values of every setting of the project, as `:` lists them.
  var settingItems: [MenuItem] {
    Setting.allCases.flatMap { setting in
      setting == .sharpness
        ? [
          MenuItem(
            choice: .setting(.sharpness),
            title: Phrase("Sharpness of pictures, side by side", "画像の細かさを見比べて選ぶ"),
            detail: value(of: .sharpness)(shownLanguage), obstacle: obstacle(to: setting),
            group: Purpose.terminal.title,
            searchable: "sharpness glyphs halves quadrants sextants braille 細かさ 画像")
        ] : valueItems(of: setting)
    }
  }

  private func valueItems(of setting: Setting) -> [MenuItem] {
    let now = desk.project?.state.settings
    return setting.values.enumerated().map { index, value in
      var changed = now
      if changed != nil { value.set(&changed!) }
      let title = Phrase(
        "\(setting.title.english): \(value.title.english)",
        "\(setting.title.japanese): \(value.title.japanese)")
      return MenuItem(
        choice: .settingValue(setting, index), title: title,
        detail: changed == now ? Phrase("now", "現在")(shownLanguage) : "",
        obstacle: obstacle(to: setting), group: Purpose.terminal.title,
        searchable: "\(title.english) \(title.japanese) \(setting.rawValue)".lowercased())
    }
  }

  private func obstacle(to setting: Setting) -> Phrase? {
    switch setting {
    case .sharpness:
      terminal.capabilities.glyphs == .ascii || terminal.capabilities.colors <= .ansi16
        ? Phrase("This terminal shows pictures in letters", "この端末では画像を文字で表示します") : nil
    default: readOnlyObstacle ?? noProject
    }
  }

  /// The value that a setting has now.
  private func value(of setting: Setting) -> Phrase {
    if setting == .sharpness { return terminal.capabilities.glyphs.phrase }
    let now = desk.project?.state.settings ?? ProjectSettings()
    let value = setting.values.first { value in
      var changed = now
      value.set(&changed)
      return changed == now
    }
    return value?.title ?? now.gap.map { Phrase(same: "\($0) px") } ?? Phrase(same: "")
  }

  /// Opens the values of a setting.
  mutating func choose(_ setting: Setting) {
    if setting == .sharpness {
      overlay = .sharpness(
        selected: Self.sharpnesses.firstIndex(of: terminal.capabilities.glyphs) ?? 0)
      return
    }
    var menu = Menu(kind: .setting(setting), items: valueItems(of: setting))
    let now = desk.project?.state.settings
    menu.selected =
      setting.values.firstIndex { value in
        var changed = now ?? ProjectSettings()
        value.set(&changed)
        return changed == now
      } ?? 0
    overlay = .menu(menu)
  }

  /// Gives a setting of the project a value.
  mutating func give(_ setting: Setting, _ index: Int) -> [Effect] {
    guard var settings = desk.project?.state.settings else { return [] }
    let value = setting.values[index]
    let before = settings
    value.set(&settings)
    let name = Phrase(
      "\(setting.title.english): \(value.title.english)",
      "\(setting.title.japanese): \(value.title.japanese)")
    if settings == before {
      tell(.done, Phrase("So it is already: \(name.english)", "すでに \(name.japanese)"))
      return []
    }
    let effects = edit([.settings(settings)], named: name)
    if !effects.isEmpty { tell(.done, name.undoable) }
    return effects
  }

  // MARK: Sharpness

  /// The divisions of a cell that pictures in colour can have, from the coarsest.
  public static let sharpnesses: [GlyphSet] = [.halves, .quadrants, .sextants]

  /// Offers finer pictures at the first start, where the terminal may show them.
  mutating func offerSharpness() {
    if overlay == nil, terminal.chosenGlyphs == nil, terminal.capabilities.glyphs == .halves,
      terminal.capabilities.colors > .ansi16
    {
      overlay = .sharpness(selected: 0)
    }
  }

  mutating func handle(_ key: Key, choosingSharpness selected: Int) -> [Effect] {
    let last = Self.sharpnesses.count - 1
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("q"), []), (.character("c"), .control):
      overlay = nil
    case (.enter, _): return take(sharpness: selected)
    case (.left, _), (.character("h"), []): overlay = .sharpness(selected: max(0, selected - 1))
    case (.right, _), (.character("l"), []), (.tab, _):
      overlay = .sharpness(selected: min(last, selected + 1))
    case (.character(let digit), []) where (1...last + 1).contains(digit.wholeNumberValue ?? 0):
      return take(sharpness: (digit.wholeNumberValue ?? 1) - 1)
    // Whoever goes on to something else leaves it as it is.
    default:
      overlay = nil
      return handle(key)
    }
    return []
  }

  mutating func take(sharpness index: Int) -> [Effect] {
    overlay = nil
    let glyphs = Self.sharpnesses[index]
    terminal.chosenGlyphs = glyphs
    terminal.capabilities.glyphs = glyphs
    tell(
      .done,
      Phrase(
        "Pictures are drawn in \(glyphs.phrase.english); F7 changes it",
        "画像は\(glyphs.phrase.japanese)で表示します。F7 で変更できます"))
    return [.savePreferences(preferences)]
  }
}

extension GlyphSet {
  /// As it is named to the artist.
  public var phrase: Phrase {
    switch self {
    case .ascii: Phrase("letters", "文字")
    case .halves: Phrase("halves: 2 a cell", "1/2ブロック")
    case .quadrants: Phrase("quadrants: 4 a cell", "1/4ブロック")
    case .sextants: Phrase("sextants: 6 a cell", "1/6ブロック")
    case .braille: Phrase("braille, for lines", "点字 (線画)")
    }
  }
}
