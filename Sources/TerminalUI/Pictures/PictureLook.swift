/// The look of pictures made of cells: what the terminal can show, and the colours that marks are drawn in.
public struct PictureLook: Hashable, Sendable {
  public var colors: ColorDepth
  public var glyphs: GlyphSet
  public var theme: Theme

  public init(
    colors: ColorDepth = .direct, glyphs: GlyphSet = .halves, theme: Theme = .standard
  ) {
    self.colors = colors
    self.glyphs = glyphs
    self.theme = theme
  }

  /// The look that suits a terminal.
  public init(_ capabilities: Capabilities, theme: Theme) {
    self.init(colors: capabilities.colors, glyphs: capabilities.glyphs, theme: theme)
  }

  /// Whether a cell is one letter, on a colour where there are any, and not blocks of colours: with
  /// sixteen colours or less, letters tell more than colours do.
  var usesLetters: Bool { glyphs == .ascii || colors <= .ansi16 }

  /// The division of cells for `content`.
  func grid(for content: PictureView.Content) -> SubcellGrid {
    if usesLetters { return .cells }
    // Braille's dots are half as wide: finer, but in one tone, so it is for line art alone.
    if glyphs == .braille, case .lineArt = content { return .braille }
    switch glyphs {
    case .ascii: return .cells
    case .halves, .braille: return .halves
    case .quadrants: return .quadrants
    case .sextants: return .sextants
    }
  }
}
