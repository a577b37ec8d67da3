import Coloring
import Raster

// Whether a paint is the right one, when two palettes name their entries differently.
//
// Our palette is read from the reference, so its names and exact values are not the true palette's. A paint
// is right when, among the true palette's entries, the one nearest to it (CIEDE2000) is the true entry
// or one that looks like it (within 3). The ground is no paint: it is right where nothing is painted, and
// only there.

/// A character's true palette, against which paints are judged.
struct TrueEntries {
  private static let looksAlike = 3.0

  private let entries: [(name: String, base: CIELab)]

  init(_ palette: Palette) {
    entries = palette.entries.filter { $0.part != "background" }
      .map { ($0.name, CIELab($0.base)) }
  }

  /// Whether `paint` is the entry named `name`.
  func isRight(_ paint: RGBA, for name: String) -> Bool {
    guard let truth = entries.first(where: { $0.name == name }) else {
      preconditionFailure("the palette has no entry \(name)")
    }
    let paint = CIELab(paint)
    let nearest = entries.min { $0.base.difference(to: paint) < $1.base.difference(to: paint) }
    return nearest.map { $0.base.difference(to: truth.base) <= Self.looksAlike } ?? false
  }
}
