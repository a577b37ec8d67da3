public import Coloring
internal import Projects
public import Raster
internal import Regions

/// The three colours of a palette entry.
public enum Tone: Int, Sendable, CaseIterable {
  case base, shadow, highlight

  public var title: Phrase {
    switch self {
    case .base: Phrase("base", "基本")
    case .shadow: Phrase("shadow", "影")
    case .highlight: Phrase("highlight", "ハイライト")
    }
  }
}

extension PaletteEntry {
  public subscript(tone: Tone) -> RGBA {
    get {
      switch tone {
      case .base: base
      case .shadow: shadow
      case .highlight: highlight
      }
    }
    set {
      switch tone {
      case .base: base = newValue
      case .shadow: shadow = newValue
      case .highlight: highlight = newValue
      }
    }
  }
}

/// The pane with the project's colours.
public struct PaletteState: Sendable {
  public var isOpen = false
  /// Whether the keys are the pane's.
  public var hasFocus = false
  /// The selected entry's name; nil for the first.
  public var selected: String?
  public var tone = Tone.base
  /// How many regions of each drawing use an entry, by its name, as far as the engine has seen them.
  var uses: [PictureID: [String: Int]] = [:]

  public init() {}
}

/// The colours of one part, as the pane lists them.
public struct PaletteGroup: Sendable, Hashable {
  /// `Part.id`; nil for colours that belong to no part yet.
  public var part: String?
  /// Indices into the palette.
  public var entries: [Int]
}

/// How much an entry is used.
public struct EntryUse: Sendable, Hashable {
  /// Regions of the drawing that is seen.
  public var regions: Int
  /// Drawings, among those that the engine has seen.
  public var drawings: Int
}

extension StudioState {
  /// The palette in the order of the parts; colours without a part last.
  public func groups(of palette: Palette) -> [PaletteGroup] {
    var groups: [PaletteGroup] = []
    let known = parts.map(\.id)
    let others = palette.entries.compactMap(\.part).filter { !known.contains($0) }
    for part in (known + others).map(Optional.some) + [nil] {
      let entries = palette.entries.indices.filter { palette.entries[$0].part == part }
      if !entries.isEmpty, !groups.contains(where: { $0.part == part }) {
        groups.append(PaletteGroup(part: part, entries: entries))
      }
    }
    return groups
  }

  /// The index of the selected entry, in a palette with any.
  public func selectedEntry(in palette: Palette) -> Int? {
    palette.entries.firstIndex { $0.name == palettePane.selected }
      ?? groups(of: palette).first?.entries.first
  }

  /// How much each entry is used, `[entry]`.
  public func uses(of current: CurrentColours) -> [EntryUse] {
    var uses = current.palette.entries.map { entry in
      EntryUse(
        regions: 0,
        drawings: palettePane.uses.count { id, uses in
          id != drawing?.id && uses[entry.name] != nil
        })
    }
    for entry in current.entries { if let entry { uses[entry].regions += 1 } }
    for index in uses.indices where uses[index].regions > 0 { uses[index].drawings += 1 }
    return uses
  }

  /// Takes note of which colours a drawing uses.
  mutating func noteUses(_ analysis: Analysis) {
    let result = analysis.result
    var uses: [String: Int] = [:]
    for flat in result.flats.flats {
      if let entry = flat.entry { uses[result.palette.entries[entry].name, default: 0] += 1 }
    }
    palettePane.uses[analysis.order.drawing] = uses
  }
}
