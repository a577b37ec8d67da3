import Glibc
import ImageFormats

extension Project {
  /// Makes a project: it appears under its name when everything is in it, or not at all. Drafts beside it that
  /// others began and never finished are removed.
  ///
  /// - Parameters:
  ///   - path: nothing may stand there.
  ///   - fill: puts pictures and edits into it.
  /// - Throws: `exists`, `unwritable`, `diskFull`, and what `fill` throws.
  public static func create(
    at path: String, fill: (inout Project) throws -> Void = { _ in }
  ) throws {
    let target = ProjectFolder(path: path)
    if FileStatus(target.path) != nil { throw ProjectError(.exists, path: path) }
    for draft in ProjectDraft.abandoned(in: target.parent) { _ = draft.remove() }
    let draft = ProjectDraft(of: target).folder
    if mkdir(draft.path, 0o777) != 0 {
      throw ProjectError(
        errno == ENOENT ? .unwritable("the folder to make it in does not exist") : .writing(errno),
        path: path)
    }
    do {
      try ProjectManifest().write(to: draft)
      try draft.write([], to: draft.journal)
      var project = try Project(opening: draft.path)
      if let refusal = project.refusal { throw refusal }
      try fill(&project)
      try project.close()
      if FileStatus(target.path) != nil { throw ProjectError(.exists, path: path) }
      if rename(draft.path, target.path) != 0 {
        throw ProjectError(.writing(errno), path: path)
      }
      try target.syncNames(in: target.parent)
    } catch {
      FolderTree.remove(draft.path)
      throw Self.renamed(error, from: draft.path, to: path)
    }
  }

  /// An error in the hidden folder is told as one of the project: nobody knows that folder.
  private static func renamed(_ error: any Error, from draft: String, to path: String)
    -> any Error
  {
    switch error {
    case let error as ProjectError where error.path.hasPrefix(draft):
      ProjectError(error.problem, path: path)
    case let error as ImageError where error.file.hasPrefix(draft):
      ImageError(error.problem, file: path)
    default: error
    }
  }
}
