public import Projects

/// The list in which the references of drawings are chosen.
public struct ReferenceChooser: Sendable {
  /// The drawings whose references they become.
  public let drawings: [PictureID]
  /// All there are but results of these drawings: one that is matched with itself repeats its mistakes, and is sure of them.
  public let references: [PictureID]
  /// At first those that all of the drawings have. The first is the one that counts most.
  public var chosen: [PictureID]
  /// Index into `references`.
  public var selected = 0

  /// - Parameter proposed: references that are chosen already, beside those that the drawings have.
  init(
    for drawings: [PictureID], in state: ProjectState, proposed: [PictureID], selected: PictureID?
  ) {
    self.drawings = drawings
    let references = state.references.filter { reference in
      !drawings.contains { $0 == reference.result }
    }.map(\.id)
    let sets = drawings.map { state.references(for: $0).map(\.id) }
    let common = (sets.first ?? []).filter { id in sets.allSatisfy { $0.contains(id) } }
    let chosen = (common + proposed.filter { !common.contains($0) }).filter(references.contains)
    self.references = references
    self.chosen = chosen
    self.selected = (selected ?? chosen.first).flatMap { references.firstIndex(of: $0) } ?? 0
  }

  /// Takes a reference in, after the others, or out.
  mutating func toggle(_ index: Int) {
    guard references.indices.contains(index) else { return }
    selected = index
    let id = references[index]
    if let place = chosen.firstIndex(of: id) {
      chosen.remove(at: place)
    } else {
      chosen.append(id)
    }
  }
}
