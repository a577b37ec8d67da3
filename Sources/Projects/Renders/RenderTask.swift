public import Coloring
import ImageFormats
public import Raster

/// What one attempt has to do, and where its files go.
public struct RenderTask: Sendable {
  public let project: ProjectFolder
  public let job: RenderJob
  /// The folder for `result.png` and what else the job asks for.
  public let result: String
  /// The file of the picture so far.
  public let preview: String
  /// Says a sentence in the log.
  public let note: @Sendable (String) -> Void

  /// How a task is done; tests put something quicker in its place.
  public typealias Doing =
    @Sendable (
      _ task: RenderTask, _ work: Work, _ hear: @escaping @Sendable (ColoringProgress) -> Void
    ) throws -> Void

  /// Colours the drawing as it stood at the job's position.
  ///
  /// Takes no lock: a journal is only ever appended to, and pictures never change. `result.png` comes last.
  public static let colour: Doing = { task, work, hear in
    try task.color(work: work, hear: hear)
  }

  private func color(work: Work, hear: @escaping @Sendable (ColoringProgress) -> Void) throws {
    let history = try Project(reading: project).history
    guard job.position <= history.lines.count else {
      throw RenderError(.journalTooShort)
    }
    let state = try History(
      pictures: Array(history.pictures.values), parts: try ProjectManifest(of: project).parts,
      lines: Array(history.lines.prefix(job.position))
    ).state
    guard let drawing = state[job.drawing], drawing.kind == .drawing else {
      throw RenderError(.noDrawing(job.drawing.rawValue))
    }
    let image = try ImageFile.read(project.file(of: drawing), work: work)
    func read(_ picture: Picture) throws -> Image {
      try ImageFile.read(project.file(of: picture), work: work).pixels
    }
    let cache = StageFiles(in: project)
    guard
      let inputs = try state.inputs(
        for: drawing.id, image: image.pixels, settings: job.settings, read: read,
        palette: { try ReferencePalette(of: read($0), labels: $1, cache: cache, work: work) })
    else { throw RenderError(.noReference) }
    let found = try Coloring.run(inputs, cache: cache, work: work, progress: hear)
    for warning in found.warnings where warning.source == .drawing { note(warning.text) }
    try write(found, resolution: image.resolution, work: work)
  }

  private func write(_ found: ColoringResult, resolution: Resolution?, work: Work) throws {
    try PNG.write(
      found.image.thumbnail(longest: RenderTeller.previewSide, work: work), to: preview)
    if let layers = job.layers {
      let layered = try found.layered(work: work)
      let file = "\(result)/result.\(layers.rawValue)"
      switch layers {
      case .psd:
        try PSD.write(
          layered, to: file, overwriting: true, merged: found.image, resolution: resolution,
          work: work)
      case .ora:
        try OpenRaster.write(
          layered, to: file, overwriting: true, merged: found.image, resolution: resolution,
          work: work)
      }
    }
    try PNG.write(
      found.image, to: result + "/result.png", metadata: PNG.Metadata(resolution: resolution))
  }
}
