public import Coloring
internal import Projects
public import Raster
internal import Regions

// The engine needs a moment to follow an edit of a colour; the screen does not. What the engine found last is taken,
// and what the artist changed since is laid over it: the palette's edits are applied anew to the colours that the references
// give, a region follows its entry to the place it has now, and colours given by hand are read from the project.
// Not followed: what a removed label or a new pin does to flats. The engine's answer then puts it right.

/// The palette and each region's entry, as the artist's edits leave them now.
public struct CurrentColours: Sendable, Hashable {
  public var palette: Palette
  /// `entries[label - 1]`; nil for a region without paint.
  public var entries: [Int?]
  /// The entries that the drawing's own references give, that its regions have, or that the artist added to the
  /// project for no other character.
  public private(set) var own: Set<Int>

  /// - Complexity: O(regions + palette edits · entries).
  init(_ analysis: Analysis, in project: ProjectState) {
    let result = analysis.result
    let before = result.sourcePalette.edited(by: analysis.order.settings.paletteEdits)
    let now = result.sourcePalette.edited(by: project.paletteEdits)
    palette = now.palette
    let places = result.palette.entries.enumerated().map { index, entry -> Int? in
      let sources = before.entries.indices.filter { before.entries[$0] == index }
      let source =
        sources.first { result.sourcePalette.entries[$0].name == entry.name } ?? sources.first
      return source.flatMap { now.entries[$0] } ?? now.palette.index(named: entry.name)
        ?? now.palette.nearest(to: entry.base, part: entry.part)
    }
    own = Set(result.ownEntries.compactMap { now.entries[$0] })
    let ofReferences = Set(now.entries.compactMap(\.self))
    for index in now.palette.entries.indices where !ofReferences.contains(index) {
      if project.isOwn(added: now.palette.entries[index].name, of: analysis.order.drawing) {
        own.insert(index)
      }
    }
    entries = result.flats.flats.map { flat in flat.entry.flatMap { places[$0] } }
    for choice in project.colours[analysis.order.drawing] ?? [] {
      guard let label = result.map.resolve(choice.region),
        let entry = palette.index(named: choice.entry)
      else { continue }
      entries[Int(label) - 1] = entry
    }
    own.formUnion(entries.compactMap(\.self))
  }

  /// The base colour of a region; nil for one without paint.
  public func base(of label: UInt16) -> RGBA? {
    entries[Int(label) - 1].map { palette.entries[$0].base }
  }

  /// Changes an entry as it would be if the artist took the colour that is being tried.
  mutating func change(_ name: String, to entry: PaletteEntry) {
    guard let index = palette.index(named: name) else { return }
    palette.entries[index] = entry
  }

  /// Gives regions an entry.
  mutating func give(_ entry: Int, to labels: [UInt16]) {
    own.insert(entry)
    for label in labels { entries[Int(label) - 1] = entry }
  }
}

extension ProjectState {
  /// Whether a colour that the artist added is for the drawing: no drawing uses it, or one of the same references does.
  fileprivate func isOwn(added entry: String, of drawing: PictureID) -> Bool {
    let users = colours.filter { $0.value.contains { $0.entry == entry } }.map(\.key)
    let references = Set(references(for: drawing).map(\.id))
    return users.isEmpty
      || users.contains { !references.isDisjoint(with: self.references(for: $0).map(\.id)) }
  }
}

extension StudioState {
  /// The colours of the drawing as they are now, what is being tried included; nil before the engine has seen it.
  public var currentColours: CurrentColours? {
    guard var colours = settledColours, let analysis else { return nil }
    switch overlay {
    case .mixer(let mixer): mixer.try(on: &colours, map: analysis.result.map)
    case .chooser(let chooser): chooser.try(on: &colours, map: analysis.result.map)
    default: break
    }
    return colours
  }

  /// The same without what is being tried.
  var settledColours: CurrentColours? {
    guard let analysis, let project else { return nil }
    return CurrentColours(analysis, in: project.state)
  }

  /// Whether regions are painted otherwise now than in `analysis`.
  public var areColoursAhead: Bool {
    guard let analysis, let current = currentColours else { return false }
    let flats = analysis.result.flats
    return zip(flats.flats, current.entries).contains { flat, entry in
      flat.entry.map { flats.palette.entries[$0].base }
        != entry.map { current.palette.entries[$0].base }
    }
  }
}
