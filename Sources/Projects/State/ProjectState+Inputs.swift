public import Coloring
public import Raster

extension ProjectState {
  /// The inputs that the engine reads for one drawing.
  ///
  /// - Parameters:
  ///   - given: what goes before what the project says.
  ///   - read: gives the picture of a reference that the drawing is matched with.
  ///   - teller: tells the parts: the one that the settings name.
  ///   - palette: gives the colours of one of the other references: `ReferencePalette(of:labels:cache:work:)`, or what was
  ///     kept of it.
  /// - Returns: nil where the drawing has no reference.
  /// - Throws: what `read` and `palette` throw.
  public func inputs(
    for drawing: PictureID, image: Image, given: GivenSettings = GivenSettings(),
    teller: PartTeller? = nil, read: (Picture) throws -> ReferencePicture,
    palette: (Picture, [PartLabel]) throws -> ReferencePalette
  ) throws -> ColoringInputs? {
    let matched = references(for: drawing)
    if matched.isEmpty { return nil }
    var inputs = ColoringInputs(
      drawing: image, references: try matched.map(read), places: self.matched(for: drawing),
      others: try otherReferences(for: drawing).map { reference in
        guard isRemoved(reference.id) else {
          return try palette(reference, labels[reference.id] ?? [])
        }
        return try ReferencePalette.ofRemoved { try palette(reference, []) }
      },
      corrections: corrections(for: drawing),
      settings: settings(for: drawing, given: given))
    inputs.examples = examples(for: drawing)
    inputs.teller = teller
    inputs.referenceLabels = matched.map { labels[$0.id] ?? [] }
    return inputs
  }

  /// Names everything that the project says of one drawing's colours: equal for two states that colour it the same.
  /// Pictures count by their ids, for they never change.
  ///
  /// - Complexity: O(corrections of the drawing, labels of references, palette edits).
  public func contentKey(
    for drawing: PictureID, given: GivenSettings = GivenSettings()
  ) -> ContentKey {
    ContentKey(
      of: DrawingState(
        pictures: [drawing.rawValue] + everyReference.map(\.id.rawValue),
        matched: matched(for: drawing),
        removed: everyReference.indices.filter { isRemoved(everyReference[$0].id) },
        corrections: corrections(for: drawing),
        referenceLabels: referenceLabels, examples: examples(for: drawing),
        settings: settings(for: drawing, given: given)))
  }
}
