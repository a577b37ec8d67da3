public import Coloring
public import Delivery
import ImageFormats
public import Raster
import Regions

/// Colours the drawings of a project as a state of it says, one after the other.
///
/// Of the references the colours are kept, and the pictures of those that the drawing before had too.
public struct DrawingColourer {
  private let project: ProjectFolder
  private let state: ProjectState
  private let engines: Engines
  private let cache: TieredCache
  private let files: StageFiles
  private var pictures: [PictureID: ReferencePicture] = [:]
  private var palettes: [PictureID: ReferencePalette] = [:]

  public init(_ project: ProjectFolder, state: ProjectState, engines: Engines) {
    self.project = project
    self.state = state
    self.engines = engines
    files = StageFiles(in: project)
    cache = TieredCache(MemoryCache(stages: [.reference], capacity: 8), before: files)
  }

  /// Colours a drawing.
  ///
  /// - Parameter given: what goes before what the project says.
  /// - Returns: nil where the drawing has no reference.
  /// - Throws: `ImageError` where a file cannot be read, `ProjectError` where what was taught cannot, and as `Coloring.run`.
  /// - Complexity: that of reading the pictures and of `Coloring.run`.
  public mutating func colour(
    _ drawing: Picture, given: GivenSettings, work: Work,
    progress: @escaping @Sendable (ColoringProgress) -> Void
  ) throws -> ColouredDrawing? {
    guard
      let (inputs, resolution) = try inputs(for: drawing, given: given, work: work, progress)
    else { return nil }
    return try ColouredDrawing(
      inputs, resolution: resolution, engines: engines, cache: cache, work: work,
      progress: progress)
  }

  /// The parts of a drawing's regions alone, by the regions' labels.
  ///
  /// - Returns: nil where the drawing has no reference.
  /// - Throws: as `colour`.
  /// - Complexity: that of reading the pictures and of `Coloring.parts`.
  mutating func parts(of drawing: Picture, work: Work) throws -> RegionTable<RegionPart?>? {
    guard
      let (inputs, _) = try inputs(for: drawing, given: GivenSettings(), work: work, { _ in })
    else { return nil }
    let engine = engines.engine(for: inputs.settings)
    return try Coloring.parts(of: inputs, engine: engine, cache: cache, work: work)
  }

  private mutating func inputs(
    for drawing: Picture, given: GivenSettings, work: Work,
    _ progress: @escaping @Sendable (ColoringProgress) -> Void
  ) throws -> (inputs: ColoringInputs, resolution: Resolution?)? {
    let references = state.references(for: drawing.id)
    pictures = pictures.filter { id, _ in references.contains { $0.id == id } }
    let new = references.filter { pictures[$0.id] == nil }
    let files = ([drawing] + new).map(project.file(of:))
    let settings = state.settings(for: drawing.id, given: given)
    var read: [Result<DecodedImage, any Error>]
    if areLarge(files) {
      for reference in new {
        pictures[reference.id] = .read(
          try ReferenceReading(
            picture(of: reference, work: work), engine: engines.engine(for: settings),
            cache: cache, work: work, progress: progress))
      }
      read = readPictures([files[0]], work: work)
    } else {
      read = readPictures(files, work: work)
      for (reference, result) in zip(new, read.dropFirst()) {
        pictures[reference.id] = try project.reference(
          reference.id, result.get().pixels, work: work)
      }
    }
    var picture = try read.removeFirst().get()
    read = []
    guard
      let inputs = try state.inputs(
        for: drawing.id, image: picture.takePixels(), given: given,
        teller: project.teller(for: settings), read: { pictures[$0.id]! },
        palette: { try palette(of: $0, labels: $1, work: work) })
    else { return nil }
    let resolution = picture.resolution
    return (inputs, resolution)
  }

  private mutating func palette(
    of reference: Picture, labels: [PartLabel], work: Work
  ) throws -> ReferencePalette {
    if let known = palettes[reference.id] { return known }
    let reading =
      switch pictures[reference.id] {
      case .read(let reading): reading
      case let picture:
        try ReferenceReading(
          picture ?? self.picture(of: reference, work: work), cache: files, work: work)
      }
    let palette = ReferencePalette(of: reading, labels: labels)
    palettes[reference.id] = palette
    return palette
  }

  private func picture(of reference: Picture, work: Work) throws -> ReferencePicture {
    try project.reference(
      reference.id, ImageFile.read(project.file(of: reference), work: work).pixels, work: work)
  }
}
