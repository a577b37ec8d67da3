// One palette for a project: that of its references joined or, where the artist gives one, that; then the artist's
// edits. An entry has the part of most of the labelled regions that use it, unless the artist gave it another.

/// The palette that a drawing's regions refer to, and where each matched reference's entries are in it.
struct ProjectPalette: Sendable {
  let palette: Palette
  /// The same before the artist's edits.
  let source: Palette
  /// Indices into `palette` of the entries that the matched references give.
  let own: Set<Int>
  /// Indices into `palette` of the entries that only references of other characters give.
  let foreign: Set<Int>
  /// Indices into `palette` of the entries that the artist added.
  let added: Set<Int>
  /// Edits that name no entry.
  let orphans: [PaletteEdit]
  /// `indices[reference][entry]` into `palette`; nil in an empty palette.
  private let indices: [[Int?]]

  /// - Parameters:
  ///   - labelled: the matched references with what the artist has said of them.
  ///   - replacement: as `ColoringSettings.palette`.
  init(
    _ joined: JoinedPalettes, labelled: [ReferencePalette], replacement: Palette? = nil,
    edits: [PaletteEdit] = []
  ) {
    var palette = joined.palette
    for (entry, part) in joined.parts(labelled: labelled) where palette.entries[entry].part == nil {
      palette.entries[entry].part = part
    }
    var places = palette.entries.indices.map { $0 as Int? }
    if let replacement {
      places = palette.entries.map { entry in
        replacement.index(givenName: entry.name)
          ?? replacement.nearest(to: entry.base, part: entry.part)
      }
      palette = replacement
    }
    source = palette
    let edited = palette.edited(by: edits)
    self.palette = edited.palette
    orphans = edited.orphans
    added = Set(edited.palette.entries.indices).subtracting(edited.entries.compactMap(\.self))
    let all = joined.entries.map { entries in
      entries.map { entry in entry.flatMap { places[$0] }.flatMap { edited.entries[$0] } }
    }
    indices = joined.places.map { all[$0] }
    own = Set(indices.joined().compactMap(\.self))
    foreign = Set(all.joined().compactMap(\.self)).subtracting(own)
  }

  func entry(_ entry: Int, of reference: Int) -> Int? { indices[reference][entry] }
}
