public import ArgumentParser
public import Studio
public import TerminalUI

extension ColorDepth: ExpressibleByArgument {}
extension GlyphSet: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

/// The user's word on the terminal.
struct TerminalOptions: ParsableArguments {
  @Option(
    help: help(
      "How many colours to use: mono, 16, 256 or 24bit; else the terminal is asked.",
      "使う色の数: mono、16、256、24bit。指定しなければ端末に問い合わせます。"))
  var colors: ColorDepth?

  @Option(
    help: help(
      "What pictures are made of: ascii, halves, quadrants, sextants, or braille, which is for line art alone.",
      "画像を描く文字: ascii、halves、quadrants、sextants、braille (線画専用)。"))
  var glyphs: GlyphSet?

  @Flag(
    help: help(
      "Nothing but ASCII on the screen; the same as --glyphs ascii.",
      "画面に ASCII 文字だけを使います。--glyphs ascii と同じです。"))
  var ascii = false

  var overrides: CapabilityOverrides {
    CapabilityOverrides(colors: colors, glyphs: ascii ? .ascii : glyphs)
  }
}
