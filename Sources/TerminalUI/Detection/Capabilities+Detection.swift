extension Capabilities {
  /// The capabilities that are known without asking the terminal: the first frame does not wait for an answer.
  ///
  /// - Parameter databaseColors: how many colours terminfo says there are.
  public init(
    environment: TerminalEnvironment, encoding: CharacterEncoding, databaseColors: Int,
    overrides: CapabilityOverrides = CapabilityOverrides()
  ) {
    let (colors, why) = Self.colors(environment, databaseColors, overrides)
    let (glyphs, whyGlyphs) = Self.glyphs(environment, encoding, overrides)
    self.init(
      colors: colors, glyphs: glyphs, hasMouse: !environment.isBasic,
      colorFinding: "\(colors.phrase), \(why)", glyphFinding: "\(glyphs.rawValue), \(whyGlyphs)")
  }

  private static func colors(
    _ environment: TerminalEnvironment, _ databaseColors: Int, _ overrides: CapabilityOverrides
  ) -> (ColorDepth, String) {
    let term = environment.term
    if let colors = overrides.colors { return (colors, "as --colors says") }
    if environment.refusesColor { return (.mono, "as NO_COLOR says") }
    // GNU screen takes 24-bit colours for attributes.
    let isScreen = term.hasPrefix("screen") && !environment.isInTmux
    let isNamedDirect =
      directTerminals.contains(where: { term.hasPrefix($0) }) || term.hasSuffix("-direct")
    let saysDirect =
      ["truecolor", "24bit"].contains(environment.colorTerm) && !environment.isBasic && !isScreen
    if environment.losesDirectColor {
      // A pane inherits COLORTERM, whatever arrives outside.
      if saysDirect || isNamedDirect || databaseColors >= 256 {
        return (.palette256, "which is what tmux passes on")
      }
    } else if saysDirect {
      return (.direct, "as COLORTERM says")
    } else if isNamedDirect {
      return (.direct, "as TERM says")
    }
    switch databaseColors {
    case 256...: return (.palette256, "as terminfo says")
    case 8...: return (.ansi16, "as terminfo says")
    default:
      return term.hasSuffix("256color")
        ? (.palette256, "as TERM says") : (.mono, "as terminfo says")
    }
  }

  /// Their TERM alone tells that they know 24-bit colour.
  private static let directTerminals = [
    "xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour", "iterm2",
  ]

  private static func glyphs(
    _ environment: TerminalEnvironment, _ encoding: CharacterEncoding,
    _ overrides: CapabilityOverrides
  ) -> (GlyphSet, String) {
    if let glyphs = overrides.glyphs {
      guard encoding.isUTF8 || glyphs == .ascii else {
        return (.ascii, "since the locale is no UTF-8 one")
      }
      return (glyphs, glyphs == .ascii ? "as --ascii says" : "as --glyphs says")
    }
    guard encoding.isUTF8 else { return (.ascii, "since the locale is no UTF-8 one") }
    if environment.isBasic && environment.term != "linux" {
      return (
        .ascii,
        "since \(environment.term.isEmpty ? "TERM is not set" : environment.term) has no others"
      )
    }
    return (.halves, "which every font has")
  }

  /// Takes in what the terminal said itself.
  mutating func refine(
    with answers: TerminalAnswers, _ environment: TerminalEnvironment,
    overrides: CapabilityOverrides
  ) {
    guard answers.hasDirectColor, colors < .direct, overrides.colors == nil,
      !environment.refusesColor, !environment.losesDirectColor
    else { return }
    colors = .direct
    colorFinding = "\(colors.phrase), as the terminal said when asked"
  }
}

extension ColorDepth {
  /// As people say it.
  public var phrase: String {
    switch self {
    case .mono: "none"
    case .ansi16: "16"
    case .palette256: "256"
    case .direct: "24-bit"
    }
  }
}
