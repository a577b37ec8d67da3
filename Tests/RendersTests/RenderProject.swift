import Foundation
import ImageFormats
import Projects
import Raster
import Synchronization
import TestSupport

@testable import Coloring
@testable import Renders

/// A project of one small drawing, and workers of this process on its queue.
final class RenderProject {
  private let folder = TemporaryFolder()
  private var project: Project
  /// Its workers' program ends at once and says nothing, as one does that is killed early.
  let queue: RenderQueue

  init() throws {
    let path = folder / "hana.nurie"
    try Project.create(at: path) { project in
      guard let importer = project.writer?.importer else { return }
      let pictures = [
        try importer.add(FramedSquare.image(.white), title: "a", as: .drawing),
        try importer.add(FramedSquare.image(RGBA(200, 40, 40)), title: "sheet", as: .reference),
      ]
      project.history.include(pictures)
      project.record([.add(["a", "sheet"])], title: "add", time: 0)
    }
    project = try Project(opening: path)
    queue = RenderQueue(project.folder, program: "/bin/true")
  }

  var path: String { project.folder.path }
  var history: History { project.history }
  func record(_ edits: [Edit]) { project.record(edits, title: "edit", time: 0) }
  func close() throws { try project.close() }

  /// Queues so many renders of the drawing.
  @discardableResult func add(_ count: Int = 1, layers: LayeredFormat? = nil) throws -> [Render] {
    try queue.add(
      Array(repeating: RenderJob(of: "a", in: project.history, layers: layers), count: count))
  }

  /// The render as it is now.
  func render(_ number: Int = 1) throws -> Render {
    guard let render = Render(folder: "\(project.folder.renders)/\(number)") else {
      throw CocoaError(.fileNoSuchFile)
    }
    return render
  }

  /// Puts text into a file of a render's folder.
  func write(_ text: String, to file: String, of number: Int = 1) throws {
    let path = "\(project.folder.renders)/\(number)/\(file)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// A worker in this process that goes through the queue.
  func worker(
    named name: String? = nil, jobs: Int = 1,
    colour: @escaping RenderTask.Doing = RenderProject.quick
  ) -> RenderWorker {
    let own = WorkerIdentity.own()
    let identity = WorkerIdentity(
      host: name ?? own.host, user: own.user, process: own.process, boot: own.boot,
      start: own.start)
    return RenderWorker(queue, jobs: jobs, threads: 1, own: identity, doing: colour)
  }

  /// Writes a result and colours nothing.
  static let quick: RenderTask.Doing = { task, work, _ in
    try work.checkCancelled()
    try Data("coloured".utf8).write(to: URL(fileURLWithPath: task.result + "/result.png"))
  }

  /// Works until it is told not to.
  static let endless: RenderTask.Doing = { _, work, hear in
    while true {
      try work.checkCancelled()
      hear(
        TaskProgress(
          ColoringProgress(stage: .regions, share: 0.5, overall: 0.15, preview: nil)))
      usleep(2000)
    }
  }
}
