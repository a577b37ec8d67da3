public import Raster

/// One colour of a project: what a region refers to.
public struct PaletteEntry: Hashable, Sendable, Encodable {
  public var name: String
  /// Whether somebody gave it its name: one that was made up for a colour of a nameless list says nothing of what it is for.
  public var isNamed = true
  /// The part it belongs to, by `Part.id`; nil while nobody has said.
  public var part: String?
  public var base: RGBA
  public var shadow: RGBA
  public var highlight: RGBA

  /// An entry of a name that no other entry has, with its three colours; `part` is a `Part.id`.
  public init(name: String, part: String? = nil, base: RGBA, shadow: RGBA, highlight: RGBA) {
    self.name = name
    self.part = part
    self.base = base
    self.shadow = shadow
    self.highlight = highlight
  }
}

/// The table of a project's colours. Regions refer to entries by index, so one change of an entry
/// recolours everything that uses it.
public struct Palette: Hashable, Sendable, Encodable {
  public var entries: [PaletteEntry]

  public init(entries: [PaletteEntry]) { self.entries = entries }
}
