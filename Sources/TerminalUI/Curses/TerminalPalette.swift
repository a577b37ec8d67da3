import Raster

/// The 256 colours of terminals, as xterm has them.
enum TerminalPalette {
  private static let named: [UInt32] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
  ]

  /// - Parameter number: 0…15 are the user's own as a rule, 16…231 a cube of 6 levels a channel, 232…255 greys.
  static func color(_ number: Int) -> RGBA {
    switch number {
    case ..<16:
      let bits = named[number]
      return RGBA(UInt8(bits >> 16), UInt8(bits >> 8 & 0xff), UInt8(bits & 0xff))
    case ..<232:
      let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
      let cube = number - 16
      return RGBA(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    default:
      let level = UInt8(8 + (number - 232) * 10)
      return RGBA(level, level, level)
    }
  }
}
