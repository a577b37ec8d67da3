import Projects
import Studio

extension Project {
  /// Opens a project that is to be changed, and tells what happened on opening.
  ///
  /// - Throws: why it cannot be changed.
  static func forWriting(_ path: String) throws -> Project {
    let project = try Project(opening: path)
    for note in project.notes { say(note.phrase) }
    if let refusal = project.refusal { throw refusal }
    return project
  }
}
