import Projects
import Renders
import Training

/// A folder with renders: a project, or a projection.
struct RenderedFolder {
  let folder: ProjectFolder
  /// What the project says now; nil of a projection.
  let state: ProjectState?

  /// - Throws: as reading a project or a projection does.
  init(_ path: String) throws {
    let folder = ProjectFolder(path: path)
    if ProjectionFolder.isThere(folder.path) {
      _ = try ProjectionFolder(reading: folder.path)
      self.folder = folder
      state = nil
    } else {
      let project = try Project(reading: folder)
      self.folder = project.folder
      state = project.history.state
    }
  }

  var queue: RenderQueue { RenderQueue(folder) }
}
