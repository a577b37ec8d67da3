internal import Regions

// The knowledge of parts, wherever it was said: of a region of a reference by its label, else by its palette entry, which
// has the part of most of its labelled regions or that the artist gave it in the palette. The skin of another
// character is no skin here.

/// The parts of the references' regions, and the paints that each part has.
struct KnownParts {
  private let references: [Reference]
  private let palette: ProjectPalette
  private let paints: [String: [Int]]

  /// - Parameter references: those that the drawing is matched with, as candidates count them.
  init(references: [Reference], palette: ProjectPalette) {
    self.references = references
    self.palette = palette
    var paints: [String: Set<Int>] = [:]
    for (index, entry) in palette.palette.entries.enumerated() {
      if let part = entry.part, !palette.foreign.contains(index) {
        paints[part, default: []].insert(index)
      }
    }
    for (index, reference) in references.enumerated() {
      for region in reference.map.regions {
        guard let part = reference.parts[region.label], part != "background",
          let paint = palette.entry(reference.entries[region.label], of: index)
        else { continue }
        paints[part, default: []].insert(paint)
      }
    }
    self.paints = paints.mapValues { $0.sorted() }
  }

  /// The paint of a candidate; nil for one that shows the ground.
  func paint(of candidate: Candidate) -> Int? {
    let reference = references[candidate.reference]
    if reference.isGround(candidate.label) { return nil }
    return palette.entry(reference.entries[candidate.label], of: candidate.reference)
  }

  /// The part of a candidate; nil for one of which nobody said what it is, and for the ground.
  func part(of candidate: Candidate) -> String? {
    guard let paint = paint(of: candidate) else { return nil }
    return references[candidate.reference].parts[candidate.label]
      ?? palette.palette.entries[paint].part
  }

  /// The number of paints of each part.
  var paintCounts: PaintCounts { PaintCounts(paints.mapValues(\.count)) }

  /// The entries that a part has, in the palette's order; none where nobody said of any colour that it is of that part.
  func paints(of part: String) -> [Int] { paints[part] ?? [] }
}
