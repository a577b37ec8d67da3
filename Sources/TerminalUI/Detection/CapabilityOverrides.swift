/// The user's word on the terminal; it goes before everything that is found out.
public struct CapabilityOverrides: Hashable, Sendable {
  /// `--colors`
  public var colors: ColorDepth?
  /// `--glyphs`, `--ascii`
  public var glyphs: GlyphSet?

  public init(colors: ColorDepth? = nil, glyphs: GlyphSet? = nil) {
    self.colors = colors
    self.glyphs = glyphs
  }
}
