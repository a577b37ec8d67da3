import Coloring
import Raster

/// A palette entry as it stands in a journal and in palette.json: `{"name": "hair", "part": "hair", "base": "#3b2a1f", "shadow": …,
/// "highlight": …}`. Without shadow and highlight they are derived from the base.
struct EntryRecord: Codable {
  private var name: String
  private var part: String?
  private var base: Hex
  private var shadow: Hex?
  private var highlight: Hex?

  init(_ entry: PaletteEntry) {
    name = entry.name
    part = entry.part
    base = Hex(colour: entry.base)
    shadow = Hex(colour: entry.shadow)
    highlight = Hex(colour: entry.highlight)
  }

  var entry: PaletteEntry {
    var entry = PaletteEntry(name: name, part: part, base: base.colour)
    if let shadow { entry.shadow = shadow.colour }
    if let highlight { entry.highlight = highlight.colour }
    return entry
  }

  private struct Hex: Codable {
    let colour: RGBA

    init(colour: RGBA) { self.colour = colour }

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      guard let colour = RGBA(hex: try value.decode(String.self)) else {
        throw DecodingError.dataCorruptedError(
          in: value, debugDescription: "a colour is written as #rrggbb")
      }
      self.colour = colour
    }

    func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      try value.encode(colour.hex)
    }
  }
}
