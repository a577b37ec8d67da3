internal import Coloring
internal import Projects

// The palette that a project's references give, as the engine read it last. With it the studio knows what an edit of the
// palette comes to before, and without, the engine: what `palette.json` is to hold, and which drawings the
// edit leaves as they are found.

/// A project's palette before the artist's edits of it.
struct SourcePalette: Sendable {
  /// The references it was read from: all that the project ever had.
  var references: [LabelledReference]
  var palette: Palette

  /// Whether the project's references give it still.
  func isOf(_ project: ProjectState) -> Bool { references == project.labelledReferences }
}

extension ProjectState {
  /// Every reference that ever was, with the parts that the artist gave its regions, in the order they were added.
  var labelledReferences: [LabelledReference] {
    everyReference.map { LabelledReference($0.id, in: self) }
  }
}

extension StudioState {
  /// Takes note of the palette that the engine read for an order.
  mutating func note(_ palette: Palette, readFor order: AnalysisOrder) {
    palettePane.source = SourcePalette(references: order.allReferences, palette: palette)
    palettePane.keptAt = nil
  }

  /// Asks for `palette.json` to be written after every change of the palette: whatever the engine is at, also where
  /// it has nothing to do.
  ///
  /// - Complexity: O(palette edits · entries) once after an edit.
  mutating func wantedPaletteFile() -> [Effect] {
    guard let project = desk.project, !project.isReadOnly, let source = palettePane.source,
      source.isOf(project.state),
      palettePane.keptAt != project.history.lines.count
    else { return [] }
    palettePane.keptAt = project.history.lines.count
    let palette = source.palette.edited(by: project.state.paletteEdits).palette
    if palette == palettePane.kept { return [] }
    palettePane.kept = palette
    return [.keepPalette(palette, parts: allParts)]
  }
}
