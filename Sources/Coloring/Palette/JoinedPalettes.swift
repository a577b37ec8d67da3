// The palettes of all a project's references in one. All count, not only those that a drawing is matched with, so that a
// name means the same colour in every drawing; the others only by their colours (`ReferencePalette`).
//
// Colours are named among those of every reference that the project ever had: the colours of one that was removed go, but
// the others keep their names, and with them what the artist has said of them.
//
// Joining does not look at parts given by hand, so that labelling a reference never renames a colour, nor needs
// another joining.

/// The palettes of a project's references, joined.
struct JoinedPalettes: Sendable {
  /// Without parts.
  let palette: Palette
  /// `entries[place][entry]`: the index in `palette`; nil for a colour that only removed references give.
  let entries: [[Int?]]
  /// The places of the references that the drawing is matched with, as its candidates count them.
  let places: [Int]
  private let references: [ReferencePalette]

  /// - Parameters:
  ///   - matched: those of the references that the drawing is matched with, whose places among all are `places`.
  ///   - others: those that have the places that are left, in their order.
  /// - Complexity: O(entries²).
  init(matched: [ReferencePalette], places: [Int], others: [ReferencePalette] = []) {
    self.places = places
    var left = others.makeIterator()
    references = (0..<matched.count + others.count).compactMap { place in
      places.firstIndex(of: place).map { matched[$0] } ?? left.next()
    }
    let (all, entries) = Palette.joining(references.map(\.palette))
    guard references.contains(where: \.isRemoved) else {
      palette = all
      self.entries = entries
      return
    }
    // An entry looks as the first of the references that are left has it.
    var looks: [Int: PaletteEntry] = [:]
    for (reference, entries) in zip(references, entries) where !reference.isRemoved {
      for (look, entry) in zip(reference.palette.entries, entries) where looks[entry] == nil {
        looks[entry] = look
        looks[entry]?.name = all.entries[entry].name
      }
    }
    let kept = looks.keys.sorted()
    let indices = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    palette = Palette(entries: kept.compactMap { looks[$0] })
    self.entries = entries.map { $0.map { indices[$0] } }
  }

  /// The part of each entry that labelled regions have, counted in pixels: a speck of an eye does not make skin nobody's
  /// colour.
  ///
  /// - Parameter labelled: the matched references with what the artist has said of them.
  func parts(labelled: [ReferencePalette]) -> [Int: String] {
    var areas: [Int: [String: Int]] = [:]
    for (place, reference) in references.enumerated() where !reference.isRemoved {
      let said = places.firstIndex(of: place).map { labelled[$0].parts } ?? reference.parts
      for (entry, said) in said.enumerated() where !said.isEmpty {
        guard let entry = entries[place][entry] else { continue }
        areas[entry, default: [:]].merge(said, uniquingKeysWith: +)
      }
    }
    return areas.compactMapValues { areas in
      areas.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }
}
