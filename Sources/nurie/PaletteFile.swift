import Coloring
import ImageFormats
import Studio

/// Palettes in GIMP's format.
enum PaletteFile {
  private static let limit = 1 << 24

  static func read(_ path: String) throws -> Palette {
    let bytes = try readBytes(path, limit: limit)
    do {
      return try Palette(gpl: bytes)
    } catch {
      throw Failure([error.phrase.of(path)])
    }
  }
}
