/// How everything looks: a style for each role, and colours for the parts of a drawing.
public struct Theme: Hashable, Sendable {
  public var name: String
  public var isDark: Bool
  private var styles: [Role: CellStyle]
  /// Colours of things that the program names, such as parts by their id.
  public var named: [String: CellColor]

  /// - Parameter styles: a role that is missing looks like `.text`.
  public init(
    name: String, isDark: Bool, styles: [Role: CellStyle], named: [String: CellColor] = [:]
  ) {
    self.name = name
    self.isDark = isDark
    self.styles = styles
    self.named = named
  }

  public subscript(role: Role) -> CellStyle { styles[role] ?? styles[.text] ?? CellStyle() }
}

extension Theme {
  /// The theme that is used where no other can be: part of the program, so it cannot be broken.
  public static let standard = Theme(
    name: "sumi", isDark: true,
    styles: [
      .text: CellStyle(CellColor(222, 222, 214), on: CellColor(24, 25, 30)),
      .muted: CellStyle(CellColor(134, 137, 148), on: CellColor(24, 25, 30)),
      .strong: CellStyle(CellColor(245, 244, 236), on: CellColor(24, 25, 30), .bold),
      .accent: CellStyle(CellColor(240, 160, 90), on: CellColor(24, 25, 30)),
      .title: CellStyle(CellColor(240, 160, 90), on: CellColor(24, 25, 30), .bold),
      .border: CellStyle(CellColor(70, 73, 84), on: CellColor(24, 25, 30)),
      .borderFocused: CellStyle(CellColor(240, 160, 90), on: CellColor(24, 25, 30)),
      .selection: CellStyle(CellColor(24, 25, 30), on: CellColor(240, 160, 90)),
      .selectionUnfocused: CellStyle(CellColor(222, 222, 214), on: CellColor(56, 59, 70)),
      .marked: CellStyle(CellColor(130, 200, 220), on: CellColor(24, 25, 30), .bold),
      .footer: CellStyle(CellColor(170, 172, 180), on: CellColor(38, 40, 48)),
      .footerKey: CellStyle(CellColor(240, 160, 90), on: CellColor(38, 40, 48), .bold),
      .tab: CellStyle(CellColor(150, 153, 164), on: CellColor(38, 40, 48)),
      .tabActive: CellStyle(CellColor(24, 25, 30), on: CellColor(240, 160, 90), .bold),
      .disabled: CellStyle(CellColor(96, 99, 110), on: CellColor(24, 25, 30)),
      .success: CellStyle(CellColor(140, 200, 120), on: CellColor(24, 25, 30)),
      .warning: CellStyle(CellColor(235, 200, 100), on: CellColor(24, 25, 30)),
      .error: CellStyle(CellColor(240, 110, 100), on: CellColor(24, 25, 30), .bold),
      .doubtful: CellStyle(CellColor(235, 200, 100), on: CellColor(24, 25, 30)),
      .pinned: CellStyle(CellColor(130, 200, 220), on: CellColor(24, 25, 30), .bold),
      .unlabelled: CellStyle(CellColor(134, 137, 148), on: CellColor(24, 25, 30)),
      .dialog: CellStyle(CellColor(222, 222, 214), on: CellColor(38, 40, 48)),
      .dialogBorder: CellStyle(CellColor(240, 160, 90), on: CellColor(38, 40, 48)),
      .input: CellStyle(CellColor(245, 244, 236), on: CellColor(56, 59, 70)),
      .found: CellStyle(CellColor(240, 160, 90), on: CellColor(38, 40, 48), .underline),
      .canvas: CellStyle(CellColor(134, 137, 148), on: CellColor(16, 17, 20)),
      .boardLight: CellStyle(CellColor(206, 206, 204), on: CellColor(206, 206, 204)),
      .boardDark: CellStyle(CellColor(184, 184, 182), on: CellColor(184, 184, 182)),
      .outline: CellStyle(CellColor(255, 255, 255), on: CellColor(230, 60, 120), .bold),
      .counterpart: CellStyle(CellColor(255, 255, 255), on: CellColor(40, 150, 230), .bold),
      .closing: CellStyle(CellColor(255, 255, 255), on: CellColor(40, 150, 90)),
      .opened: CellStyle(CellColor(255, 255, 255), on: CellColor(200, 60, 50)),
    ])
}
