// One palette for a drawing: that of its references joined or, where the artist gives one, that. Then an
// entry of theirs is stood in for by the one of its name, or else by the nearest colour.

/// The palette that a drawing's regions refer to, and where each reference's entries are in it.
struct ProjectPalette: Sendable {
  let palette: Palette
  /// `indices[reference][entry]` into `palette`; nil in an empty palette.
  private let indices: [[Int?]]

  init(references: [Palette], replacement: Palette?) {
    guard let replacement else {
      let joined = Palette.joining(references)
      palette = joined.palette
      indices = joined.entries
      return
    }
    palette = replacement
    indices = references.map { reference in
      reference.entries.map { entry in
        replacement.index(named: entry.name)
          ?? replacement.nearest(to: entry.base, part: entry.part)
      }
    }
  }

  func entry(_ entry: Int, of reference: Int) -> Int? { indices[reference][entry] }
}
