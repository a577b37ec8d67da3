/// The look of everything: a style for each role, and colours for the parts of a drawing.
///
/// `ThemeLibrary` reads themes from files.
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

  /// Whether the theme says how a role looks, and does not leave it to `.text`.
  func hasOwnLook(for role: Role) -> Bool { styles[role] != nil }

  public subscript(role: Role) -> CellStyle { styles[role] ?? styles[.text] ?? CellStyle() }
}

extension Theme {
  /// The theme that is used where no other can be: themes/sumi.toml, part of the program.
  public static let standard: Theme = {
    do {
      return try ThemeLibrary(folder: nil).theme(ThemeLibrary.standardName)
    } catch {
      // A test reads every theme the program is built with.
      preconditionFailure("\(error)")
    }
  }()

  /// Every theme that the program is built with, by name.
  public static let builtIn: [Theme] = {
    do {
      let library = ThemeLibrary(folder: nil)
      return try library.names.map { try library.theme($0) }
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// Roles told apart without any colour, by attributes alone.
  public static let monochrome = Theme(
    name: "monochrome", isDark: true,
    styles: [
      .strong: plain(.bold), .accent: plain(.bold), .title: plain(.bold),
      .borderFocused: plain(.bold), .selection: plain(.reverse),
      .selectionUnfocused: plain(.underline), .marked: plain(.bold), .footerKey: plain(.bold),
      .tabActive: plain(.reverse), .disabled: plain(.dim), .warning: plain(.bold),
      .error: plain([.bold, .underline]), .doubtful: plain(.underline), .pinned: plain(.bold),
      .unlabelled: plain(.dim), .dialogBorder: plain(.bold), .input: plain(.underline),
      .found: plain(.underline), .number: plain(.reverse), .outline: plain(.bold),
      .outlineMarked: plain(.bold), .counterpart: plain(.bold),
      .closing: plain(.bold), .opened: plain(.bold),
    ])

  private static func plain(_ attributes: CellStyle.Attributes) -> CellStyle {
    CellStyle(.terminal, on: .terminal, attributes)
  }
}
