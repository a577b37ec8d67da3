public import Coloring
public import Delivery
import ImageFormats
public import Raster

/// Colours the drawings of a project as a state of it says, one after the other.
///
/// Of the references the colours are kept, and the pictures of those that the drawing before had too.
public struct DrawingColourer {
  private let project: ProjectFolder
  private let state: ProjectState
  private let cache: TieredCache
  private let files: StageFiles
  private var pictures: [PictureID: Image] = [:]
  private var palettes: [PictureID: ReferencePalette] = [:]

  public init(_ project: ProjectFolder, state: ProjectState) {
    self.project = project
    self.state = state
    files = StageFiles(in: project)
    cache = TieredCache(MemoryCache(stages: [.reference], capacity: 8), before: files)
  }

  /// Colours a drawing.
  ///
  /// - Parameter settings: those that the project does not decide.
  /// - Returns: nil where the drawing has no reference.
  /// - Throws: `ImageError` where a file cannot be read, and as `Coloring.run`.
  /// - Complexity: that of reading the pictures and of `Coloring.run`.
  public mutating func colour(
    _ drawing: Picture, settings: ColoringSettings, work: Work,
    progress: @escaping @Sendable (ColoringProgress) -> Void
  ) throws -> ColouredDrawing? {
    let references = state.references(for: drawing.id)
    pictures = pictures.filter { id, _ in references.contains { $0.id == id } }
    let new = references.filter { pictures[$0.id] == nil }
    var read = readPictures(([drawing] + new).map(project.file(of:)), work: work)
    let picture = try read.removeFirst().get()
    for (reference, result) in zip(new, read) {
      pictures[reference.id] = try result.get().pixels
    }
    guard
      let inputs = try state.inputs(
        for: drawing.id, image: picture.pixels, settings: settings,
        read: { pictures[$0.id]! },
        palette: { try palette(of: $0, labels: $1, work: work) })
    else { return nil }
    return try ColouredDrawing(
      inputs, resolution: picture.resolution, cache: cache, work: work, progress: progress)
  }

  private mutating func palette(
    of reference: Picture, labels: [PartLabel], work: Work
  ) throws -> ReferencePalette {
    if let known = palettes[reference.id] { return known }
    let image =
      try pictures[reference.id]
      ?? ImageFile.read(project.file(of: reference), work: work).pixels
    let palette = try ReferencePalette(of: image, labels: labels, cache: files, work: work)
    palettes[reference.id] = palette
    return palette
  }
}
