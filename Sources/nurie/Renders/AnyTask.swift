import Delivery
import ImageFormats
import Learning
import Projects
import Raster
import Renders
import Studio
import Training

/// The work of a render, of whichever kind.
enum AnyTask {
  static let doing: RenderTask.Doing = { task, work, hear in
    switch task.job.kind {
    case .colouring: try RenderTask.colour(task, work, hear)
    case .projection: try project(task, work, hear)
    }
  }

  private static let project: RenderTask.Doing = { task, work, hear in
    guard let matcher = ProgramFiles.path(of: Engines.weights) else {
      throw RenderError(.noFile(Engines.weights))
    }
    // A picture now and then is enough.
    let sought = task.job.drawing.rawValue
    var shown = 0.0
    do {
      try ProjectionFolder(reading: task.project.path).project(
        sought, into: task.result, matcher: matcher, work: work
      ) { (share: Double, picture: @escaping @Sendable () -> Image) in
        guard share - shown >= 0.1 else { return hear(TaskProgress(overall: share)) }
        shown = share
        hear(TaskProgress(overall: share) { _ in picture() })
      }
    } catch let error as NonFinite {
      throw RenderError(.notFinite(step: error.step))
    } catch let error as ProjectionError {
      throw RenderError(.told(Phrase(error).english))
    }
  }
}

extension ProjectionFolder {
  /// Writes the contact sheet once every picture is done: whoever did the last one sees it.
  func writeContact(of queue: RenderQueue) throws {
    let renders = queue.renders()
    guard renders.allSatisfy({ $0.state == .done }) else { return }
    try writeContact(of: renders.map(\.result))
  }
}
