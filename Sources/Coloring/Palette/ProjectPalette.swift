// One palette for a project: that of its references joined or, where the artist gives one, that; then the artist's
// edits. All references of the project count, not only those that a drawing is matched with, so that a name means
// the same colour in every drawing; the others only by their colours (`ReferencePalette`).
//
// Colours are named among those of every reference that the project ever had: the colours of one that was removed go, but
// the others keep their names, and with them what the artist has said of them.
//
// Joining does not look at parts given by hand, so that labelling a reference never renames a colour. An
// entry has the part of most of the labelled regions that use it, counted in pixels, unless the artist gave it another.

/// The palette that a drawing's regions refer to, and where each matched reference's entries are in it.
struct ProjectPalette: Sendable {
  let palette: Palette
  /// The same before the artist's edits.
  let source: Palette
  /// Indices into `source` of the entries that the matched references give.
  let own: Set<Int>
  /// Indices into `palette` of the entries that only references of other characters give.
  let foreign: Set<Int>
  /// Edits that name no entry.
  let orphans: [PaletteEdit]
  /// `indices[reference][entry]` into `palette`; nil in an empty palette.
  private let indices: [[Int?]]

  /// - Parameter matched: indices into `references`; `entry(_:of:)` counts in their order.
  init(
    references: [ReferencePalette], matched: [Int], replacement: Palette? = nil,
    edits: [PaletteEdit] = []
  ) {
    let joined = ProjectPalette.joined(references)
    var palette = joined.palette
    for (entry, part) in ProjectPalette.parts(references, entries: joined.entries) {
      if palette.entries[entry].part == nil { palette.entries[entry].part = part }
    }
    var places = palette.entries.indices.map { $0 as Int? }
    if let replacement {
      places = palette.entries.map { entry in
        replacement.index(named: entry.name)
          ?? replacement.nearest(to: entry.base, part: entry.part)
      }
      palette = replacement
    }
    source = palette
    own = Set(matched.flatMap { joined.entries[$0].compactMap { $0.flatMap { places[$0] } } })
    let edited = palette.edited(by: edits)
    self.palette = edited.palette
    orphans = edited.orphans
    let all = joined.entries.map { entries in
      entries.map { entry in entry.flatMap { places[$0] }.flatMap { edited.entries[$0] } }
    }
    indices = matched.map { all[$0] }
    foreign = Set(all.joined().compactMap(\.self))
      .subtracting(indices.joined().compactMap(\.self))
  }

  func entry(_ entry: Int, of reference: Int) -> Int? { indices[reference][entry] }

  /// The palettes joined, without the entries that only removed references give. An entry looks as the first of the
  /// others has it.
  ///
  /// - Returns: `entries[reference][entry]` is the index in `palette`; nil for one that is gone.
  private static func joined(_ references: [ReferencePalette])
    -> (palette: Palette, entries: [[Int?]])
  {
    let (all, entries) = Palette.joining(references.map(\.palette))
    guard references.contains(where: \.isRemoved) else { return (all, entries) }
    var looks: [Int: PaletteEntry] = [:]
    for (reference, entries) in zip(references, entries) where !reference.isRemoved {
      for (look, entry) in zip(reference.palette.entries, entries) where looks[entry] == nil {
        looks[entry] = look
        looks[entry]?.name = all.entries[entry].name
      }
    }
    let left = looks.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: left.enumerated().map { ($1, $0) })
    return (
      Palette(entries: left.compactMap { looks[$0] }), entries.map { $0.map { places[$0] } }
    )
  }

  /// The part of each entry that labelled regions have: a speck of an eye does not make skin nobody's colour.
  private static func parts(_ references: [ReferencePalette], entries: [[Int?]]) -> [Int: String] {
    var areas: [Int: [String: Int]] = [:]
    for (index, reference) in references.enumerated() where !reference.isRemoved {
      for (entry, said) in reference.parts.enumerated() {
        guard let place = entries[index][entry] else { continue }
        areas[place, default: [:]].merge(said, uniquingKeysWith: +)
      }
    }
    return areas.compactMapValues { areas in
      areas.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }
}
