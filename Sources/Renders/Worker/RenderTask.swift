import Coloring
import Delivery
import ImageFormats
public import Projects
public import Raster

/// The work of one attempt, and where its files go.
public struct RenderTask: Sendable {
  public let project: ProjectFolder
  public let job: RenderJob
  /// The folder for `result.png` and what else the job asks for.
  public let result: String
  /// The file of the picture so far.
  public let preview: String
  /// Says a sentence in the log.
  public let note: @Sendable (String) -> Void

  /// The function that does a task; tests put something quicker in its place.
  public typealias Doing =
    @Sendable (
      _ task: RenderTask, _ work: Work, _ hear: @escaping @Sendable (TaskProgress) -> Void
    ) throws -> Void

  /// Colours the drawing as it stood at the job's position.
  ///
  /// Takes no lock: a journal is only ever appended to, and pictures never change. `result.png` comes last.
  public static let colour: Doing = { task, work, hear in
    try task.color(work: work, hear: hear)
  }

  private func color(work: Work, hear: @escaping @Sendable (TaskProgress) -> Void) throws {
    let history = try Project(reading: project).history
    guard let state = try history.state(after: job.position) else {
      throw RenderError(.journalTooShort)
    }
    guard let drawing = state[job.drawing], drawing.kind == .drawing else {
      throw RenderError(.noDrawing(job.drawing.rawValue))
    }
    let engines = Engines.shipped
    if let lack = engines.lack(for: state.settings(for: drawing.id, given: job.given)) {
      note(lack.description)
    }
    var colourer = DrawingColourer(project, state: state, engines: engines)
    let coloured = try colourer.colour(
      drawing, given: job.given, work: work, progress: { hear(TaskProgress($0)) })
    guard let coloured else { throw RenderError(.noReference) }
    let found = coloured.result
    for warning in found.warnings where warning.source == .drawing { note(warning.text) }
    try PNG.write(
      found.image.thumbnail(longest: RenderTeller.previewSide, work: work), to: preview)
    var files = DeliveredFiles(
      picture: result + "/result.png", layers: job.layers.map { result + "/result" + $0.suffix })
    if let refusal = files.dropLayers(
      width: found.image.width, height: found.image.height)
    {
      note(refusal.description)
    }
    try coloured.write(to: files, overwriting: true, work: work)
    guard let output = job.output else { return }
    // The picture last here too.
    if let path = files.layers, let format = LayeredFormat(ofFile: path) {
      try copy(path, to: output.file(format.suffix), work)
    }
    if let path = files.picture { try copy(path, to: output.file(".png"), work) }
  }

  private func copy(_ file: String, to target: String, _ work: Work) throws {
    try work.checkCancelled()
    var copy = try AtomicFile(replacing: target)
    try copy.write(readBytes(file, limit: 1 << 33))
    try copy.commit()
  }
}
