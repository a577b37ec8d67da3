extension Theme {
  /// The theme of a file and those it inherits from.
  ///
  /// Names of colours are looked up last, so that a theme which changes one changes what is inherited too.
  ///
  /// - Parameter files: the theme's own first; at least one.
  init(name: String, files: [ThemeFile]) throws(ThemeError) {
    var colors: [String: CellColor] = [:]
    var looks: [Role: (look: ThemeFile.Look, file: String)] = [:]
    var parts: [String: CellColor] = [:]
    for file in files.reversed() {
      colors.merge(file.colors) { $1 }
      parts.merge(file.parts) { $1 }
      for (role, look) in file.looks { looks[role] = (look, file.file) }
    }
    func color(_ name: String?, _ place: String, _ file: String) throws(ThemeError) -> CellColor? {
      guard let name else { return nil }
      if let color = colors[name] ?? CellColor(name) { return color }
      throw ThemeError(.unknownColour(name), file: file, place: place)
    }
    var styles: [Role: CellStyle] = [:]
    var text = CellStyle()
    // Text first: the others fall back on it.
    for role in [Role.text] + Role.allCases.filter({ $0 != .text }) {
      guard let (look, file) = looks[role] else { continue }
      let place = "roles.\(role.rawValue)"
      styles[role] = CellStyle(
        try color(look.foreground, place, file) ?? text.foreground,
        on: try color(look.background, place, file) ?? text.background, look.attributes)
      if role == .text { text = styles[role] ?? text }
    }
    self.init(
      name: name, isDark: files.lazy.compactMap(\.isDark).first ?? true, styles: styles,
      named: parts)
  }
}
