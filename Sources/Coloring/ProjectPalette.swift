internal import Raster

// One palette for a drawing with several references: entries of the same name and nearly the same
// base are one. Where the artist gives a palette, it takes the place of theirs: each of their entries is
// stood in for by the one of its name, or else by the nearest base in Oklab.

/// The palette that a drawing's regions refer to, and where each reference's entries went in it.
struct ProjectPalette: Sendable {
  let palette: Palette
  /// `indices[reference][entry]` into `palette`.
  private let indices: [[Int]]

  init(references: [Palette], replacement: Palette?) {
    var entries = replacement?.entries ?? []
    var indices: [[Int]] = []
    for palette in references {
      indices.append(
        palette.entries.map { entry in
          if replacement != nil {
            return ProjectPalette.standIn(for: entry, in: entries)
          }
          if let same = entries.firstIndex(where: { ProjectPalette.areSame($0, entry) }) {
            return same
          }
          entries.append(ProjectPalette.named(entry, apartFrom: entries))
          return entries.count - 1
        })
    }
    palette = Palette(entries: entries)
    self.indices = indices
  }

  func entry(_ entry: Int, of reference: Int) -> Int { indices[reference][entry] }

  /// A replacement is never empty: reading one from a file refuses that.
  private static func standIn(for entry: PaletteEntry, in entries: [PaletteEntry]) -> Int {
    if let named = entries.firstIndex(where: { $0.name == entry.name }) { return named }
    let nearest = entries.indices.min {
      difference(entries[$0], entry) < difference(entries[$1], entry)
    }
    return nearest ?? 0
  }

  private static func areSame(_ a: PaletteEntry, _ b: PaletteEntry) -> Bool {
    a.part == b.part && difference(a, b) < 0.02 * 0.02
  }

  private static func difference(_ a: PaletteEntry, _ b: PaletteEntry) -> Float {
    Oklab(a.base).squaredDistance(to: Oklab(b.base))
  }

  /// The entry with a number behind its name where another bears it already.
  private static func named(_ entry: PaletteEntry, apartFrom others: [PaletteEntry]) -> PaletteEntry
  {
    var named = entry
    var number = 2
    while others.contains(where: { $0.name == named.name }) {
      named.name = "\(entry.name) \(number)"
      number += 1
    }
    return named
  }
}
