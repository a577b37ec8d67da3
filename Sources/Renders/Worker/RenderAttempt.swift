import FoundationEssentials
import Glibc
import ImageFormats
import Projects

/// One worker's claim on a render: the folder `attempts/K`, which only it writes into.
public struct RenderAttempt: Sendable {
  public let render: Render
  public let number: Int
  public let folder: String
  let project: ProjectFolder

  var result: String { folder + "/result" }
  var preview: String { folder + "/preview.png" }
  /// Some kilobytes that are freed where the disk is full, so that it can still be said.
  private var room: String { folder + "/room" }

  /// Claims the attempt after a render's newest.
  ///
  /// - Returns: nil where somebody else was quicker, or the render is gone.
  /// - Throws: `ProjectError` where the folder cannot be written.
  static func claim(_ render: Render, in project: ProjectFolder, by worker: WorkerIdentity)
    throws -> RenderAttempt?
  {
    let attempts = render.folder + "/attempts"
    if mkdir(attempts, 0o777) != 0, errno != EEXIST {
      if errno == ENOENT { return nil }
      throw ProjectError(.writing(errno), path: project.path)
    }
    let aside = "\(attempts)/.\(worker.fileName)"
    FolderTree.remove(aside)
    if mkdir(aside, 0o777) != 0 { throw ProjectError(.writing(errno), path: project.path) }
    let attempt = RenderAttempt(
      render: render, number: render.attempt + 1,
      folder: "\(attempts)/\(render.attempt + 1)", project: project)
    do {
      try append(Array(JSONEncoder().encode(worker)), to: aside + "/worker.json", in: project)
      try append([UInt8](repeating: 0, count: 8192), to: aside + "/room", in: project)
    } catch {
      FolderTree.remove(aside)
      throw error
    }
    if rename(aside, attempt.folder) == 0 { return attempt }
    let failure = errno
    FolderTree.remove(aside)
    switch failure {
    case ENOTEMPTY, EEXIST, ENOENT: return nil
    default: throw ProjectError(.writing(failure), path: project.path)
    }
  }

  /// Appends a line to what is known of it.
  func tell(_ progress: RenderProgress) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var line = Array(try encoder.encode(progress)) + [UInt8(ascii: "\n")]
    // A line that could not be written whole on a full disk must not spoil the one that says so.
    if progress.state == .failed { line.insert(UInt8(ascii: "\n"), at: 0) }
    try RenderAttempt.append(line, to: folder + "/progress.jsonl", in: project)
  }

  /// Says a sentence in its log. A log that cannot be written stops nothing.
  func note(_ sentence: String) {
    let line = "\(Timestamp.text(Timestamp.now())) \(printable(sentence))\n"
    try? RenderAttempt.append(Array(line.utf8), to: folder + "/log", in: project)
  }

  /// Says that its worker lives, to machines that cannot ask the kernel.
  func beat() { utimensat(AT_FDCWD, folder + "/worker.json", nil, 0) }

  /// Makes the folder for its result.
  func begin() throws {
    if mkdir(result, 0o777) != 0, errno != EEXIST {
      throw ProjectError(.writing(errno), path: project.path)
    }
  }

  /// Makes its result the render's, unless a later attempt was made or another has published.
  ///
  /// - Returns: whether it is; where not, the result is gone.
  func publish() throws -> Bool {
    try project.syncNames(in: result)
    let newest = names(in: render.folder + "/attempts").compactMap(Int.init).max()
    if newest == number {
      let published = render.folder + "/result"
      if rename(result, published) == 0 {
        try project.syncNames(in: render.folder)
        return true
      }
      guard errno == ENOTEMPTY || errno == EEXIST else {
        throw ProjectError(errno == ENOENT ? .gone : .writing(errno), path: project.path)
      }
    }
    discard()
    return false
  }

  /// Removes what it has of a result.
  func discard() { FolderTree.remove(result) }

  /// Makes room for a last word.
  func makeRoom() { unlink(room) }

  private static func append(_ bytes: [UInt8], to file: String, in project: ProjectFolder)
    throws
  {
    let descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw ProjectError(.writing(errno), path: project.path) }
    defer { close(descriptor) }
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if written < 0 { throw ProjectError(.writing(errno), path: project.path) }
    if written < bytes.count { throw ProjectError(.diskFull, path: project.path) }
  }
}
