import Coloring
import FoundationEssentials
import Glibc
import ImageFormats
import Raster
import Synchronization

// Does one render: reads the project as it stood at the job's position, colours the drawing, and writes
// what it finds into the render's folder. It takes no lock, because a journal is only ever appended to and pictures never
// change. `result.png` comes last: where it is, everything is.

/// The process behind one render.
public final class RenderWorker: Sendable {
  /// Progress is told so often, in nanoseconds.
  private static let interval = 250_000_000
  private static let previewSide = 1024

  private struct State {
    var told = 0
    var lookedForCancel = 0
    var isCancelled = false
  }

  private let folder: String
  private let project: ProjectFolder
  private let state = Mutex(State())

  /// - Parameter folder: `…/renders/NUMBER`, with its `job.json`.
  public init(folder: String) throws {
    let path = ProjectFolder(path: folder).path
    guard let real = realpath(path, nil) else { throw ImageError(.missing, file: folder) }
    defer { free(real) }
    self.folder = String(cString: real)
    let parts = self.folder.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 3, parts[parts.count - 2] == "renders" else {
      throw RenderError("\(folder) is not the folder of a render")
    }
    project = ProjectFolder(path: parts.dropLast(2).joined(separator: "/"))
  }

  /// Does the render. What happens is told in its folder.
  ///
  /// - Throws: why it failed, after telling.
  public func run(threads: Int) throws {
    do {
      try project.write(Array(JSONEncoder().encode(LockHolder.own())), to: folder + "/worker.json")
      try color(Work(threads: threads, isCancelled: { [self] in isCancelled() }))
      try tell(RenderProgress(.done, time: Timestamp.now(), overall: 1))
    } catch is Cancelled {
      try tell(RenderProgress(.cancelled, time: Timestamp.now(), overall: 0))
    } catch {
      try tell(
        RenderProgress(
          .failed, time: Timestamp.now(), overall: 0,
          reason: (error as? any CustomStringConvertible)?.description ?? "\(error)"))
      throw error
    }
  }

  private func color(_ work: Work) throws {
    let job = try RenderJob(file: folder + "/job.json")
    let history = try Project(reading: project).history
    guard job.position <= history.lines.count else {
      throw RenderError("the project's journal is shorter than when the render was started")
    }
    let state = try History(
      pictures: Array(history.pictures.values), lines: Array(history.lines.prefix(job.position))
    ).state
    guard let drawing = state[job.drawing], drawing.kind == .drawing else {
      throw RenderError("the drawing \(job.drawing.rawValue) is not in the project")
    }
    let image = try ImageFile.read(project.file(of: drawing), work: work)
    func read(_ picture: Picture) throws -> Image {
      try ImageFile.read(project.file(of: picture), work: work).pixels
    }
    guard
      let inputs = try state.inputs(
        for: drawing.id, image: image.pixels, settings: job.settings, read: read,
        palette: { try ReferencePalette(of: read($0), labels: $1, work: work) })
    else { throw RenderError("the drawing has no reference; assign one") }
    let result = try Coloring.run(inputs, cache: MemoryCache(stages: [], capacity: 1), work: work) {
      self.hear($0)
    }
    try write(result, job, resolution: image.resolution, work: work)
  }

  private func write(
    _ result: ColoringResult, _ job: RenderJob, resolution: Resolution?, work: Work
  ) throws {
    try PNG.write(
      result.image.thumbnail(longest: RenderWorker.previewSide, work: work),
      to: folder + "/preview.png")
    if let layers = job.layers {
      let layered = try result.layered(work: work)
      let file = "\(folder)/result.\(layers.rawValue)"
      switch layers {
      case .psd:
        try PSD.write(
          layered, to: file, overwriting: true, merged: result.image, resolution: resolution,
          work: work)
      case .ora:
        try OpenRaster.write(
          layered, to: file, overwriting: true, merged: result.image, resolution: resolution,
          work: work)
      }
    }
    try PNG.write(
      result.image, to: folder + "/result.png", metadata: PNG.Metadata(resolution: resolution))
  }

  private func hear(_ progress: ColoringProgress) {
    let time = monotonicNanoseconds()
    let isDue = state.withLock { state in
      guard progress.preview != nil || time - state.told >= RenderWorker.interval else {
        return false
      }
      state.told = time
      return true
    }
    guard isDue else { return }
    do {
      if let preview = progress.preview {
        try PNG.write(preview(RenderWorker.previewSide), to: folder + "/preview.png")
      }
      try tell(RenderProgress(progress, time: Timestamp.now()))
    } catch {
      // The render goes on; where the disk stays full its result fails, and says so.
      print(error)
    }
  }

  private func tell(_ progress: RenderProgress) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = Array(try encoder.encode(progress)) + [UInt8(ascii: "\n")]
    let descriptor = open(
      folder + "/progress.jsonl", O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw ProjectError(.writing(errno), path: folder) }
    defer { close(descriptor) }
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if written != bytes.count { throw ProjectError(.writing(errno), path: folder) }
  }

  private func isCancelled() -> Bool {
    let time = monotonicNanoseconds()
    return state.withLock { state in
      if !state.isCancelled, time - state.lookedForCancel >= 50_000_000 {
        state.lookedForCancel = time
        state.isCancelled = access(folder + "/cancel", F_OK) == 0
      }
      return state.isCancelled
    }
  }
}

private func monotonicNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
