public import TerminalUI

/// The terminal that the studio is seen on, and what the artist chose for it.
public struct TerminalState: Sendable {
  public var language: Language
  public var theme: Theme
  /// The artist's choice here, now or at another start. What was given for one start, or what takes the place of a theme that
  /// cannot be used, is not remembered.
  public var chosenLanguage: Language?
  public var chosenTheme: String?
  /// The sharpness of pictures that the artist chose.
  public var chosenGlyphs: GlyphSet?
  public var capabilities: Capabilities
  /// Columns and rows.
  public var size: (columns: Int, rows: Int)
  public var isMouseOn = true

  /// Takes in what the terminal can show, but for what the artist chose.
  mutating func take(_ found: Capabilities) {
    capabilities = found
    if let chosenGlyphs, found.glyphs != .ascii { capabilities.glyphs = chosenGlyphs }
  }

  /// Takes over what the artist chose at an earlier start.
  public mutating func recall(_ glyphs: String?) {
    chosenGlyphs = glyphs.flatMap(GlyphSet.init)
    take(capabilities)
  }

  /// The language of what is shown: on a terminal that has nothing but ASCII, Japanese would be question marks.
  public var shownLanguage: Language { capabilities.glyphs == .ascii ? .english : language }

  /// The theme that is seen: without colours roles are told apart by attributes.
  public var shownTheme: Theme { capabilities.colors == .mono ? .monochrome : theme }
}
