/// The number of colours that cells may have.
public enum ColorDepth: String, Sendable, CaseIterable, Comparable {
  case mono
  case ansi16 = "16"
  case palette256 = "256"
  case direct = "24bit"

  public static func < (a: ColorDepth, b: ColorDepth) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

/// The characters that pictures and borders are made of, from the poorest to the richest.
public enum GlyphSet: String, Sendable, CaseIterable {
  /// Only printable ASCII.
  case ascii
  /// Half blocks and box drawing; the safe choice wherever UTF-8 is.
  case halves
  case quadrants
  case sextants
  /// Line art alone in braille, all else in halves.
  case braille
}

/// The capabilities of the terminal, and how we know.
public struct Capabilities: Hashable, Sendable {
  public var colors: ColorDepth
  public var glyphs: GlyphSet
  public var hasMouse: Bool
  /// The colours and why, for the screen and `nurie doctor`.
  public var colorFinding: String
  /// The glyphs and why.
  public var glyphFinding: String

  public init(
    colors: ColorDepth, glyphs: GlyphSet, hasMouse: Bool = false, colorFinding: String = "",
    glyphFinding: String = ""
  ) {
    self.colors = colors
    self.glyphs = glyphs
    self.hasMouse = hasMouse
    self.colorFinding = colorFinding
    self.glyphFinding = glyphFinding
  }
}
