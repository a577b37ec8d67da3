public import Coloring
public import Raster

extension ProjectState {
  /// What the engine reads for one drawing.
  ///
  /// - Parameters:
  ///   - images: of all `references`, in their order.
  ///   - settings: those that the project does not decide.
  /// - Returns: nil where the drawing has no reference.
  public func inputs(
    for drawing: PictureID, image: Image, references images: [Image],
    settings: ColoringSettings = ColoringSettings()
  ) -> ColoringInputs? {
    precondition(
      images.count == references.count, "\(images.count) pictures of \(references.count) references"
    )
    let matched = matched(for: drawing)
    if matched.isEmpty { return nil }
    var inputs = ColoringInputs(
      drawing: image, references: images, matched: matched,
      corrections: corrections(for: drawing),
      settings: self.settings(for: drawing, from: settings))
    inputs.referenceLabels = referenceLabels
    return inputs
  }

  /// Names everything that the project says of one drawing's colours: equal for two states that colour it the same.
  /// Pictures count by their ids, for they never change.
  ///
  /// - Complexity: O(corrections of the drawing, labels of references, palette edits).
  public func contentKey(
    for drawing: PictureID, settings: ColoringSettings = ColoringSettings()
  ) -> ContentKey {
    ContentKey(
      pictures: [drawing.rawValue] + references.map(\.id.rawValue),
      matched: matched(for: drawing), corrections: corrections(for: drawing),
      referenceLabels: referenceLabels, settings: self.settings(for: drawing, from: settings))
  }
}
