/// How pictures are made of cells: what the terminal can show, and in which colours marks are drawn.
public struct PictureLook: Hashable, Sendable {
  public var colors: ColorDepth
  public var glyphs: GlyphSet
  /// Line art alone in braille, whose dots are half as wide: finer, but in one tone.
  public var usesBraille: Bool
  public var theme: Theme

  public init(
    colors: ColorDepth = .direct, glyphs: GlyphSet = .halves, usesBraille: Bool = false,
    theme: Theme = .standard
  ) {
    self.colors = colors
    self.glyphs = glyphs
    self.usesBraille = usesBraille
    self.theme = theme
  }

  /// What suits a terminal.
  public init(_ capabilities: Capabilities, theme: Theme) {
    self.init(
      colors: capabilities.colors, glyphs: capabilities.glyphs,
      usesBraille: capabilities.glyphs == .braille, theme: theme)
  }

  /// Whether a cell is one letter, on a colour where there are any, and not blocks of colours: with
  /// sixteen colours or less, letters tell more than colours do.
  var usesLetters: Bool { glyphs == .ascii || colors <= .ansi16 }

  /// How cells are divided for `content`.
  func grid(for content: PictureView.Content) -> SubcellGrid {
    if usesLetters { return .cells }
    if usesBraille, case .lineArt = content { return .braille }
    switch glyphs {
    case .ascii: return .cells
    case .halves, .braille: return .halves
    case .quadrants: return .quadrants
    case .sextants: return .sextants
    }
  }
}
