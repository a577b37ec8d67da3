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
  /// The selected entry's last place in the list.
  var place = 0
  public var tone = Tone.base
  /// Whether the colours of other characters are listed too.
  public var showsOthers = false
  /// The number of regions of each drawing that use an entry, by its name, as far as the engine has seen them.
  var uses: [PictureID: [String: Int]] = [:]

  /// The palette that the project's references give, as far as it is known.
  var source: SourcePalette?
  /// The contents that `palette.json` was last asked to hold, and how many journal lines there were then.
  var kept: Palette?
  var keptAt: Int?

  public init() {}

  /// The selected entry has another name: it stays selected, and known as used until the engine says so itself.
  mutating func follow(_ name: String, to other: String) {
    selected = other
    // Not moved but copied, so that it is right after an undo too.
    uses = uses.mapValues { uses in
      uses[name].map { uses.merging([other: $0]) { _, new in new } } ?? uses
    }
  }
}

/// The use of an entry, in regions and drawings.
public struct EntryUse: Sendable, Hashable {
  /// Regions of the drawing that is seen.
  public var regions: Int
  /// Drawings, among those that the engine has seen.
  public var drawings: Int
  /// The number of drawings that the engine has seen.
  public var seen: Int
}

extension StudioState {
  /// The use of each entry, `[entry]`.
  public func uses(of current: CurrentColours) -> [EntryUse] {
    var uses = current.palette.entries.map { entry in
      EntryUse(
        regions: 0,
        drawings: palettePane.uses.count { id, uses in
          id != drawing?.id && uses[entry.name] != nil
        }, seen: palettePane.uses.count)
    }
    for entry in current.entries { if let entry { uses[entry].regions += 1 } }
    for index in uses.indices where uses[index].regions > 0 { uses[index].drawings += 1 }
    return uses
  }

  /// The number of regions that an entry paints, and of their drawings, as far as the engine has seen them.
  func reach(of name: String, in current: CurrentColours) -> (regions: Int, drawings: Int) {
    let elsewhere = palettePane.uses.filter { $0.key != drawing?.id }.compactMap { $0.value[name] }
    let index = current.palette.index(named: name)
    let here = index.map { index in current.entries.count { $0 == index } } ?? 0
    return (here + elsewhere.reduce(0, +), elsewhere.count + (here > 0 ? 1 : 0))
  }

  /// Keeps the cursor where it was in the list, where its entry has gone.
  mutating func followEntry() {
    guard isPaletteShown, let name = palettePane.selected, let current = settledColours else {
      return
    }
    let names = paletteList(current).order.map { current.palette.entries[$0].name }
    if let place = names.firstIndex(of: name) {
      palettePane.place = place
    } else if !names.isEmpty {
      palettePane.selected = names[min(palettePane.place, names.count - 1)]
    }
  }

  /// The tones of an entry, shadow and highlight, that the artist set: neither derived nor a reference's.
  func tonesSetByHand(_ entry: PaletteEntry) -> Set<Tone> {
    let derived = PaletteEntry(base: entry.base)
    let read = flats?.sourcePalette.entries ?? []
    return Set([Tone.shadow, .highlight]).filter { tone in
      entry[tone] != derived[tone] && !read.contains { $0[tone] == entry[tone] }
    }
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
