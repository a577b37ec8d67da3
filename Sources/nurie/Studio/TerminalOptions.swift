public import ArgumentParser
public import Studio
public import TerminalUI

extension ColorDepth: ExpressibleByArgument {}
extension GlyphSet: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

/// The user's word on the terminal.
struct TerminalOptions: ParsableArguments {
  @Option(help: "How many colours to use: mono, 16, 256 or 24bit; else the terminal is asked.")
  var colors: ColorDepth?

  @Option(
    help: ArgumentHelp(
      "What pictures are made of: ascii, halves, quadrants, sextants, or braille, which is for line art alone."
    ))
  var glyphs: GlyphSet?

  @Flag(help: "Nothing but ASCII on the screen; the same as --glyphs ascii.")
  var ascii = false

  var overrides: CapabilityOverrides {
    CapabilityOverrides(colors: colors, glyphs: ascii ? .ascii : glyphs)
  }
}
